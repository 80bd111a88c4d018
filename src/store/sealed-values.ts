// Sealed values of any table, for putting them under another key.
import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from './database.ts'

/** A column of sealed values, and the uuid columns that name a row. */
export type SealedColumn = {
  readonly table:
    | 'obligor'
    | 'funding_account'
    | 'funding_check'
    | 'ach_entry'
    | 'bank_report'
    | 'bank_report_item'
    | 'received_credit'
    | 'outbox'
    | 'login_session'
    | 'login_totp'
    | 'totp_enrollment'
    | 'sent_code'
    | 'obligor_change_value'
    | 'held_form'
    | 'document'
    | 'intended_payoff'
  readonly column: 'sealed' | 'held'
  readonly names: readonly string[]
}

export type SealedValue = { readonly name: readonly string[]; readonly sealed: Buffer }

/**
 * Holds values that other keys than `newest` sealed, in order of name, `limit` of them after
 * `after`. A row that somebody else holds is left out.
 */
export async function lockOlderValues(
  tx: Tx,
  of: SealedColumn,
  page: {
    readonly newest: number
    readonly after: readonly string[] | null
    readonly limit: number
  },
): Promise<SealedValue[]> {
  const [column, names] = [sql.ref(of.column), listOf(of.names)]
  const behind = page.after
    ? sql`and (${names}) > (${sql.join(page.after.map((part) => sql`${part}::uuid`))})`
    : sql``
  const { rows } = await sql<SealedValue>`
    select array[${names}]::text[] as name, ${column} as sealed from ${sql.table(of.table)}
    where ${column} is not null and ${keyOf(of)} <> ${page.newest} ${behind}
    order by ${names} limit ${page.limit} for update skip locked
  `.execute(tx)
  return rows
}

export async function replaceValues(
  tx: Tx,
  of: SealedColumn,
  values: readonly SealedValue[],
): Promise<void> {
  if (values.length === 0) return
  const parts = of.names.map((_, at) => sql`${values.map(({ name }) => name[at])}::uuid[]`)
  const same = of.names.map((name) => sql`t.${sql.ref(name)} = given.${sql.ref(name)}`)
  await sql`
    update ${sql.table(of.table)} as t set ${sql.ref(of.column)} = given.sealed
    from unnest(${sql.join(parts)}, ${values.map(({ sealed }) => sealed)}::bytea[])
      as given(${listOf(of.names)}, sealed)
    where ${sql.join(same, sql` and `)}
  `.execute(tx)
}

/** How many values each key has sealed, by its number. */
export async function countByKey(db: Db, of: SealedColumn): Promise<Map<number, number>> {
  const { rows } = await sql<{ key: number; count: number }>`
    select ${keyOf(of)} as key, count(*)::integer as count from ${sql.table(of.table)}
    where ${sql.ref(of.column)} is not null group by 1 order by 1
  `.execute(db)
  return new Map(rows.map(({ key, count }) => [key, count]))
}

/** The second byte of the sealed form. */
function keyOf({ column }: SealedColumn): RawBuilder<number> {
  return sql<number>`get_byte(${sql.ref(column)}, 1)`
}

function listOf(names: readonly string[]): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql.ref(name)))
}
