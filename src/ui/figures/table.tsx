import type { ComponentChildren } from 'preact'

/**
 * What becomes of a column under 640 px. `under` moves its words below those of the `name` column,
 * `underEnd` below those of the `amount` column.
 */
export type PhonePlace = 'shown' | 'hidden' | 'name' | 'amount' | 'under' | 'underEnd'

export type Column = {
  label: ComponentChildren
  align?: 'start' | 'end'
  /** `strong` for names and amounts; `ink` for plain text in full ink. */
  weight?: 'normal' | 'ink' | 'strong'
  /** More room before a column of words after a column of amounts. */
  before?: 'normal' | 'wide'
  wrap?: 'freely' | 'never'
  phone?: PhonePlace
}

/** `quiet`: a day on which something is not possible. */
export type Row = { cells: readonly ComponentChildren[]; state?: 'selected' | 'quiet' }

export type TableProps = {
  /** Names the table; hidden from the eye where a panel title says the same. */
  caption: ComponentChildren
  captionLook?: 'hidden' | 'shown'
  columns: readonly Column[]
  rows: readonly Row[]
  /** Last row, adding up. */
  total?: readonly ComponentChildren[]
  /** Which cell names its row; the first unless told. */
  rowHeader?: number
  density?: 'normal' | 'dense' | 'roomy'
}

export function Table(props: TableProps) {
  return (
    <table class={tableClass(props)}>
      <caption class={props.captionLook === 'shown' ? 'k-label' : 'k-visually-hidden'}>
        {props.caption}
      </caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th scope="col" class={cellClass(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <BodyRow table={props} row={row} />
        ))}
      </tbody>
      {props.total && (
        <tfoot>
          <BodyRow table={props} row={{ cells: props.total }} />
        </tfoot>
      )}
    </table>
  )
}

/** A second line in a cell, smaller; `always`: under the name on phones too. */
export function CellNote(props: {
  phone?: 'shown' | 'hidden' | 'only' | 'always'
  children: ComponentChildren
}) {
  return <span class={NOTE_CLASS[props.phone ?? 'shown']}>{props.children}</span>
}

const NOTE_CLASS = {
  shown: 'k-cell-note',
  hidden: 'k-cell-note k-wide-only',
  only: 'k-cell-note k-phone-only',
  always: 'k-cell-note k-cell-always',
}

function BodyRow(props: { table: TableProps; row: Row }) {
  const { table, row } = props
  const header = table.rowHeader ?? 0
  const state = row.state ? { class: `k-row-${row.state}` } : {}
  return (
    <tr {...state}>
      {row.cells.map((cell, index) => {
        const column = table.columns[index]
        const content = (
          <>
            {cell}
            <Under table={table} row={row} place={column?.phone} />
          </>
        )
        return index === header ? (
          <th scope="row" class={cellClass(column)}>
            {content}
          </th>
        ) : (
          <td class={cellClass(column)}>{content}</td>
        )
      })}
    </tr>
  )
}

/** On phones the date stands under the name and the state under the amount. */
function Under(props: { table: TableProps; row: Row; place: PhonePlace | undefined }) {
  if (props.place !== 'name' && props.place !== 'amount') return null
  const wanted = props.place === 'name' ? 'under' : 'underEnd'
  return props.table.columns.map(({ phone }, at) => {
    const cell = props.row.cells[at]
    return phone === wanted && cell ? <span class="k-cell-note k-phone-only">{cell}</span> : null
  })
}

function tableClass(props: TableProps): string {
  const classes = ['k-table']
  if (props.density === 'dense') classes.push('k-table-dense')
  if (props.density === 'roomy') classes.push('k-table-roomy')
  if (props.columns.some((column) => column.phone === 'name')) classes.push('k-table-list')
  return classes.join(' ')
}

function cellClass(column: Column | undefined): string | undefined {
  if (!column) return undefined
  const classes = [
    column.align === 'end' && 'k-cell-end',
    column.weight === 'strong' && 'k-cell-strong',
    column.weight === 'ink' && 'k-cell-ink',
    column.before === 'wide' && 'k-cell-wide',
    column.wrap === 'never' && 'k-cell-nowrap',
    PHONE_CLASS[column.phone ?? 'shown'],
  ].filter(Boolean)
  return classes.length > 0 ? classes.join(' ') : undefined
}

const PHONE_CLASS: Record<PhonePlace, string> = {
  shown: '',
  hidden: 'k-phone-hidden',
  name: 'k-phone-name',
  amount: '',
  under: 'k-phone-hidden k-cell-nowrap',
  underEnd: 'k-phone-hidden',
}
