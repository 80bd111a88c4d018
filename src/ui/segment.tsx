import type { ComponentChildren } from 'preact'

export type SegmentOption = { key: string; label: ComponentChildren; href: string }

/** A row of links of which one is current; each is a page with its own query. */
export function Segment(props: {
  label: string
  options: readonly SegmentOption[]
  current: string
}) {
  return (
    <nav class="k-segment" aria-label={props.label}>
      {props.options.map((option) => (
        <a href={option.href} aria-current={option.key === props.current ? 'true' : undefined}>
          {option.label}
        </a>
      ))}
    </nav>
  )
}
