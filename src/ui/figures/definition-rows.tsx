import type { ComponentChildren } from 'preact'

export type RowMark = 'accent' | 'ink' | 'outline' | 'barAccent' | 'barOutline' | 'ticks'

export type DefinitionRow = {
  label: ComponentChildren
  value: ComponentChildren
  note?: ComponentChildren
  mark?: RowMark
  strength?: 'normal' | 'total'
  /** Full-width content under the row: the working of its amount. */
  below?: ComponentChildren
}

/**
 * Label left, value right. `ruled` puts hairlines between rows and lets names stand in ink;
 * `across` stands on one line where there is room.
 */
export function DefinitionRows(props: {
  rows: readonly DefinitionRow[]
  look?: 'plain' | 'ruled' | 'across'
}) {
  return (
    <dl class={ROWS_CLASS[props.look ?? 'plain']}>
      {props.rows.map((row) => (
        <div class={row.strength === 'total' ? 'k-row-strong' : undefined}>
          <dt>
            {row.mark && <Mark mark={row.mark} />}
            <span>
              {row.label}
              {row.note && <span class="k-row-note">{row.note}</span>}
            </span>
          </dt>
          <dd>{row.value}</dd>
          {row.below && <dd class="k-row-below">{row.below}</dd>}
        </div>
      ))}
    </dl>
  )
}

const ROWS_CLASS = { plain: 'k-rows', ruled: 'k-rows k-rows-ruled', across: 'k-rows k-rows-across' }

/** A label left, the answer in the middle with a note under it, "Change" at the right. */
export function ReviewRows(props: {
  rows: readonly {
    label: ComponentChildren
    value: ComponentChildren
    note?: ComponentChildren
    change?: ComponentChildren
  }[]
}) {
  return (
    <dl class="k-review">
      {props.rows.map((row) => (
        <div>
          <dt>{row.label}</dt>
          <dd class="k-review-value">
            {row.value}
            {row.note && <span class="k-row-note">{row.note}</span>}
          </dd>
          {row.change && <dd class="k-review-change">{row.change}</dd>}
        </div>
      ))}
    </dl>
  )
}

function Mark(props: { mark: RowMark }) {
  return (
    <svg class="k-row-mark" width={WIDTHS[props.mark]} height="11" aria-hidden="true">
      {SHAPES[props.mark]()}
    </svg>
  )
}

const WIDTHS: Record<RowMark, number> = {
  accent: 11,
  ink: 11,
  outline: 11,
  barAccent: 16,
  barOutline: 16,
  ticks: 16,
}

const SHAPES: Record<RowMark, () => ComponentChildren> = {
  accent: () => <rect class="k-fill-accent" width="11" height="11" rx="2" />,
  ink: () => <rect class="k-fill-ink" width="11" height="11" rx="2" />,
  outline: () => (
    <rect class="k-fill-none k-stroke-ink2" x=".5" y=".5" width="10" height="10" rx="2" />
  ),
  barAccent: () => <rect class="k-fill-accent" y="2.5" width="16" height="6" />,
  barOutline: () => (
    <rect class="k-fill-sunken k-stroke-control" x=".5" y="3" width="15" height="5" />
  ),
  ticks: () => (
    <path class="k-stroke-ink" d="M1 1.5v8M5.7 1.5v8M10.3 1.5v8M15 1.5v8" stroke-width="2" />
  ),
}
