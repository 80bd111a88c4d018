/**
 * A share against a limit, both from 0 to 1 of the bar: words and figures stand beside it, so that
 * it says nothing to a screen reader.
 */
export function LimitBar(props: { share: number; mark: number; isAbove: boolean }) {
  const width = Math.max(props.share * 100, props.share > 0 ? 0.5 : 0)
  return (
    <svg
      class="k-limit-bar"
      width="100%"
      height="14"
      viewBox="0 0 100 14"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect class="k-fill-sunken" y="4" width="100" height="6" />
      <rect class={props.isAbove ? 'k-fill-bad' : 'k-fill-accent'} y="4" width={width} height="6" />
      <line
        class="k-stroke-ink"
        x1={props.mark * 100}
        x2={props.mark * 100}
        y1="0"
        y2="14"
        stroke-width="2"
        vector-effect="non-scaling-stroke"
      />
    </svg>
  )
}
