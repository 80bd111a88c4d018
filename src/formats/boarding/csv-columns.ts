// Columns of Keyturn's CSV are paths of fields: "primary.address.city" is the city of the address
// of the primary obligor.

/**
 * Why these columns cannot be read, or null. Whether a name exists is the schema's to say, row by
 * row.
 */
export function columnProblem(columns: readonly string[]): string | null {
  if (columns.length > MOST_COLUMNS) return `More than ${MOST_COLUMNS} columns.`
  const twice = columns.find((name, at) => columns.indexOf(name) !== at)
  if (twice !== undefined) return `The column "${twice.slice(0, 60)}" is there twice.`
  const wrong = columns.find((name) => !COLUMN.test(name))
  if (wrong !== undefined)
    return `"${wrong.slice(0, 60)}" is no column. Columns are field paths: contract.principal.`
  return null
}

/** A row as the object that the same contract would be in JSON Lines; empty cells are absent. */
export function nestedRow(columns: readonly string[], cells: readonly string[]): NestedRow {
  const row: NestedRow = {}
  columns.forEach((path, at) => {
    const cell = cells[at]?.trim() ?? ''
    if (cell !== '') put(row, path.split('.'), cell)
  })
  return row
}

export type NestedRow = { [name: string]: string | NestedRow }

const MOST_COLUMNS = 200
const PART = '(contract|vehicle|primary|co|opening|contract\\.lateCharge|(primary|co)\\.address)'
const COLUMN = new RegExp(`^(account|${PART}\\.[a-zA-Z]+)$`)

function put(row: NestedRow, path: readonly string[], cell: string): void {
  const [name = '', ...rest] = path
  if (rest.length === 0) {
    row[name] = cell
    return
  }
  const inner = row[name]
  const part = typeof inner === 'object' ? inner : {}
  row[name] = part
  put(part, rest, cell)
}
