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

export type NestedRow = { [name: string]: string | NestedRow | NestedRow[] }

const MOST_COLUMNS = 200
const PARTS = [
  'contract',
  'contract\\.(lateCharge|purchaseOption|mileage)',
  'contract\\.(paymentTaxes|signingCharges)\\.\\d',
  'vehicle',
  '(primary|co)(\\.address)?',
  'opening',
  'papers\\.\\d',
]
const COLUMN = new RegExp(`^(account|(${PARTS.join('|')})\\.[a-zA-Z]+)$`)

function put(row: NestedRow, path: readonly string[], cell: string): void {
  const [name = '', next = '', ...rest] = path
  if (next === '') row[name] = cell
  else if (/^\d$/.test(next)) put(lineOf(row, { name, number: Number(next) }), rest, cell)
  else {
    const inner = row[name]
    const part = typeof inner === 'object' && !Array.isArray(inner) ? inner : {}
    row[name] = part
    put(part, [next, ...rest], cell)
  }
}

/** A numbered line of a list. Lines before it that stay empty are missing parts, not skipped. */
function lineOf(row: NestedRow, { name, number }: { name: string; number: number }): NestedRow {
  const inner = row[name]
  const list = Array.isArray(inner) ? inner : []
  row[name] = list
  while (list.length < number) list.push({})
  const line = list[number] ?? {}
  list[number] = line
  return line
}
