import { assert } from '#src/domain/assert.ts'
import type { Cents } from '#src/domain/money.ts'

export type AllocationPart = { share: 'interest' | 'principal' | 'fees'; cents: Cents }

/** Interest ink, principal accent, fees outlined. The exact rows under it carry the meaning. */
export function AllocationBar(props: { name: string; parts: readonly AllocationPart[] }) {
  assert(
    props.parts.every((part) => part.cents >= 0),
    'a negative share has no width',
  )
  const parts = props.parts.filter((part) => part.cents > 0)
  const total = parts.reduce((sum, part) => sum + part.cents, 0)
  let before = 0
  return (
    <svg class="k-allocation" width="100%" height="14" role="img" aria-label={props.name}>
      {parts.map((part) => {
        const from = before
        before += part.cents
        return <Share share={part.share} from={from / total} to={before / total} />
      })}
    </svg>
  )
}

/** A share and the 3 px gap before it. */
function Share(props: { share: AllocationPart['share']; from: number; to: number }) {
  const from = percent(props.from)
  return (
    <>
      <rect
        class={SHARE_CLASS[props.share]}
        x={from}
        width={percent(props.to - props.from)}
        height="14"
      />
      {props.from > 0 && (
        <line class="k-stroke-surface" stroke-width="3" x1={from} x2={from} y1="0" y2="14" />
      )}
    </>
  )
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`
}

const SHARE_CLASS: Record<AllocationPart['share'], string> = {
  interest: 'k-fill-ink',
  principal: 'k-fill-accent',
  fees: 'k-fill-surface k-stroke-ink2',
}
