import { ticks } from '../brand-mark.tsx'

const MINUTES = Array.from({ length: 120 }, (_, index) => index).filter((n) => n % 10 !== 0)

let minuteTicks: string | undefined
let hourTicks: string | undefined

/** The large dial behind the trust panel: decoration, its ticks count nothing. */
export function SignInDial() {
  minuteTicks ??= ticks({ count: 120, from: 436, to: 450, only: MINUTES })
  hourTicks ??= ticks({ count: 12, from: 418, to: 450 })
  return (
    <svg
      class="k-split-dial"
      width="900"
      height="900"
      viewBox="-450 -450 900 900"
      fill="none"
      aria-hidden="true"
    >
      <path d={minuteTicks} stroke="currentColor" stroke-opacity=".38" />
      <path d={hourTicks} stroke="currentColor" stroke-opacity=".6" stroke-width="2" />
      <circle r="372" stroke="currentColor" stroke-opacity=".35" />
      <path class="k-stroke-accent" d="M-263 -263A372 372 0 0 1 263 -263" stroke-width="3" />
      <circle class="k-fill-accent" cx="263" cy="-263" r="7" />
    </svg>
  )
}
