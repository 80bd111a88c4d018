/** The mark of the demo lender and of the empty state: a key slot in a dial. */
export function BrandMark() {
  return (
    <svg class="k-brand-mark" width="30" height="30" viewBox="0 0 30 30" aria-hidden="true">
      <circle cx="15" cy="15" r="13.5" fill="none" stroke="currentColor" stroke-width="3" />
      <rect x="8" y="13" width="14" height="4" rx="1" fill="currentColor" />
    </svg>
  )
}

let dialTicks: string | undefined

/** A small dial of 40 ticks. */
export function Dial() {
  dialTicks ??= ticks({ count: 40, from: 25, to: 29 })
  return (
    <svg class="k-dial" width="60" height="60" viewBox="-30 -30 60 60" aria-hidden="true">
      <path d={dialTicks} stroke="currentColor" stroke-width="1" />
      <rect class="k-fill-accent" x="-10" y="-2.5" width="20" height="5" rx="2" />
    </svg>
  )
}

type Ring = { count: number; from: number; to: number; only?: number[] }

/** Radial strokes around the origin, the first at the top; of `only` some, those alone. */
export function ticks(ring: Ring): string {
  const chosen = ring.only ?? Array.from({ length: ring.count }, (_, index) => index)
  return chosen
    .map((index) => {
      const angle = (index / ring.count) * 2 * Math.PI
      const [x, y] = [Math.sin(angle), -Math.cos(angle)]
      return `M${at(x * ring.from)} ${at(y * ring.from)}L${at(x * ring.to)} ${at(y * ring.to)}`
    })
    .join('')
}

function at(value: number): string {
  return String(Math.round(value * 100) / 100)
}
