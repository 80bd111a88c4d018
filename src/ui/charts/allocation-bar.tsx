import { assert } from '#src/domain/assert.ts'
import type { Cents } from '#src/domain/money.ts'

export type AllocationPart = { share: 'interest' | 'principal' | 'fees'; cents: Cents }

const GAP = 3
const WIDTH = 600

/** Interest ink, principal accent, fees outlined. The exact rows under it carry the meaning. */
export function AllocationBar(props: { name: string; parts: readonly AllocationPart[] }) {
  const parts = props.parts.filter((part) => part.cents > 0)
  const total = parts.reduce((sum, part) => sum + part.cents, 0)
  assert(
    props.parts.every((part) => part.cents >= 0),
    'a negative share has no width',
  )
  const room = WIDTH - GAP * Math.max(parts.length - 1, 0)
  let from = 0
  return (
    <svg
      class="k-allocation"
      height="14"
      viewBox={`0 0 ${WIDTH} 14`}
      preserveAspectRatio="none"
      role="img"
      aria-label={props.name}
    >
      {parts.map((part) => {
        const width = (part.cents / total) * room
        const at = from
        from += width + GAP
        return <Share share={part.share} at={at} width={width} />
      })}
    </svg>
  )
}

function Share(props: { share: AllocationPart['share']; at: number; width: number }) {
  const round = (value: number) => Math.round(value * 100) / 100
  return (
    <rect
      class={SHARE_CLASS[props.share]}
      x={round(props.at)}
      width={round(Math.max(props.width, 1))}
      y={props.share === 'fees' ? 1 : 0}
      height={props.share === 'fees' ? 12 : 14}
      vector-effect="non-scaling-stroke"
    />
  )
}

const SHARE_CLASS: Record<AllocationPart['share'], string> = {
  interest: 'k-fill-ink',
  principal: 'k-fill-accent',
  fees: 'k-fill-surface k-stroke-ink2',
}
