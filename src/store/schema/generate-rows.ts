// Writes rows.ts from a migrated database. Dates, money and closed lists keep their meaning.
import type pg from 'pg'

type Column = {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  readonly generated: boolean
  readonly checks: readonly string[]
  readonly refers_to: string | null
}

const HEADER = `// Generated from the migrated database: UPDATE_ROWS=1 with its test writes it.
import type { ColumnType, Generated } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { LedgerAccount } from '#src/domain/ledger/ledger-account.ts'
import type { Cents } from '#src/domain/money.ts'

type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>
type NullableBytes = ColumnType<Buffer | null, Uint8Array | null, Uint8Array | null>
/** Read as a value, written as JSON text. */
type Json = ColumnType<unknown, string, string>
`

const TYPES: Readonly<Record<string, string>> = {
  // Only of text, so far.
  ARRAY: 'string[]',
  bigint: 'Cents',
  boolean: 'boolean',
  bytea: 'Bytes',
  date: 'CivilDate',
  integer: 'number',
  jsonb: 'Json',
  text: 'string',
  'timestamp with time zone': 'string',
  uuid: 'string',
}

/** Every other bigint is money. */
const COUNTS: ReadonlySet<string> = new Set(['login_passkey.counter', 'staff_passkey.counter'])

/** The whole text of rows.ts. Refuses a column type it has no meaning for. */
export async function rowsFile(client: pg.Client): Promise<string> {
  const { rows } = await client.query<Column>(COLUMNS)
  const byTable = Map.groupBy(rows, (column) => column.table)
  const tables = [...byTable].map(
    ([table, columns]) => `type ${typeName(table)} = {\n${columns.map(field).join('')}}\n`,
  )
  const entries = [...byTable.keys()].map((table) => `  ${table}: ${typeName(table)}\n`)
  return `${HEADER}\n${tables.join('\n')}\nexport type Database = {\n${entries.join('')}}\n`
}

function typeName(table: string): string {
  const words = table.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return `${words.join('')}Table`
}

function field(column: Column): string {
  const plain = plainType(column)
  const type =
    column.nullable && plain === 'Bytes'
      ? 'NullableBytes'
      : column.nullable
        ? `${plain} | null`
        : plain
  return `  ${column.name}: ${column.generated ? `Generated<${type}>` : type}\n`
}

function plainType(column: Column): string {
  if (column.refers_to === 'ledger_account') return 'LedgerAccount'
  const values = column.checks.map(closedList).find((list) => list !== null)
  if (values) return values
  const isCount = COUNTS.has(`${column.table}.${column.name}`)
  const type = isCount ? 'number' : TYPES[column.type]
  if (!type) throw new Error(`no row type for ${column.table}.${column.name}: ${column.type}`)
  return type
}

// CHECK ((kind = ANY (ARRAY['checking'::text, 'savings'::text]))) names every value there can be.
function closedList(check: string): string | null {
  if (!/^CHECK \(\(\w+ = ANY \(ARRAY\[.*\]\)\)\)$/.test(check)) return null
  return [...check.matchAll(/'([^']*)'::text/g)].map((match) => `'${match[1]}'`).join(' | ')
}

const COLUMNS = `
  select c.table_name as table, c.column_name as name, c.data_type as type,
    c.is_nullable = 'YES' as nullable, 
      c.column_default is not null or (c.is_generated = 'ALWAYS' and c.is_nullable = 'NO')
        as generated,
    array(select pg_get_constraintdef(k.oid) from pg_constraint k
      where k.conrelid = r.oid and k.contype = 'c' and k.conkey = array[a.attnum]
      order by k.conname) as checks,
    (select k.confrelid::regclass::text from pg_constraint k
      where k.conrelid = r.oid and k.contype = 'f' and k.conkey = array[a.attnum]
      limit 1) as refers_to
  from information_schema.columns c
  join pg_class r on r.relname = c.table_name and r.relnamespace = 'public'::regnamespace
  join pg_attribute a on a.attrelid = r.oid and a.attname = c.column_name
  where c.table_schema = 'public' and c.table_name <> 'migration' and r.relkind = 'r'
  order by c.table_name, c.ordinal_position`
