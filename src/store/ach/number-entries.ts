// Batches and trace numbers of a file's entries, given to all of them in one statement.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Tx } from '../database.ts'

/** What the settlement of an entry depends on. */
export type SettlementCase = {
  readonly wanted: CivilDate | null
  readonly direction: 'debit' | 'credit'
  /** Small enough for a window of the same day. */
  readonly isSmall: boolean
}

export type Settlement = SettlementCase & {
  readonly effective: CivilDate
  readonly sameDay: string | null
}

/** The different cases among the entries of a file; there are few, however many entries. */
export async function settlementCases(
  tx: Tx,
  file: { readonly id: string; readonly mostSameDay: Cents },
): Promise<SettlementCase[]> {
  const { rows } = await sql<SettlementCase & { is_small: boolean }>`
    select distinct wanted, ${SETTLES_AS} as direction, amount <= ${file.mostSameDay} as is_small
    from ach_entry where file_id = ${file.id}
  `.execute(tx)
  return rows.map(({ wanted, direction, is_small: isSmall }) => ({ wanted, direction, isSmall }))
}

// The debit of an account check settles together with the credits that it takes back.
const SETTLES_AS = sql`case when purpose = 'accountCheck' then 'credit' else direction end`

/**
 * Puts the entries of a file into batches: by what they are for, class, recurrence, direction and
 * settlement, then by account, `mostInABatch` and whole accounts each. Traces rise through the file
 * from `firstSequence`. The same entries always get the same numbers. Writes the batches.
 */
export async function numberEntries(
  tx: Tx,
  file: {
    readonly id: string
    readonly odfi: string
    readonly firstSequence: number
    readonly mostInABatch: number
    readonly mostSameDay: Cents
    readonly settlements: readonly Settlement[]
    readonly at: string
  },
): Promise<void> {
  const column = <T>(of: (settlement: Settlement) => T) => file.settlements.map(of)
  await sql`
    with settled as (
      select entry.account_id, entry.id, entry.purpose, entry.class, entry.recurrence,
        case when entry.purpose = 'accountCheck' then 'both' else entry.direction end as side,
        settlement.effective, settlement.same_day
      from ach_entry entry
      join unnest(${column((s) => s.wanted)}::date[], ${column((s) => s.direction)}::text[],
        ${column((s) => s.isSmall)}::boolean[], ${column((s) => s.effective)}::date[],
        ${column((s) => s.sameDay)}::text[])
        as settlement (wanted, direction, is_small, effective, same_day)
        on settlement.wanted is not distinct from entry.wanted
        and settlement.direction = ${SETTLES_AS_ENTRY}
        and settlement.is_small = (entry.amount <= ${file.mostSameDay})
      where entry.file_id = ${file.id}
    ), parts as (
      select settled.*, (rank() over (partition by ${KIND} order by account_id) - 1)
        / ${file.mostInABatch}::bigint as part
      from settled
    ), numbered as (
      select account_id, id, effective,
        dense_rank() over (order by ${KIND}, part) as batch_number,
        row_number() over (order by ${KIND}, part, account_id, id) - 1 as place
      from parts
    )
    update ach_entry set batch_number = numbered.batch_number, effective = numbered.effective,
      trace = ${file.odfi} || lpad((${file.firstSequence}::bigint + numbered.place)::text, 7, '0'),
      changed_at = ${file.at}
    from numbered
    where ach_entry.account_id = numbered.account_id and ach_entry.id = numbered.id
      and ach_entry.file_id = ${file.id}
  `.execute(tx)
  await insertBatches(tx, file)
}

const SETTLES_AS_ENTRY = sql`
  case when entry.purpose = 'accountCheck' then 'credit' else entry.direction end`
const KIND = sql`purpose, class, recurrence, side, effective, same_day`

async function insertBatches(
  tx: Tx,
  file: {
    readonly id: string
    readonly mostSameDay: Cents
    readonly settlements: readonly Settlement[]
  },
): Promise<void> {
  const column = <T>(of: (settlement: Settlement) => T) => file.settlements.map(of)
  await sql`
    insert into ach_batch (file_id, number, purpose, class, direction, effective, same_day, entries,
      debits, credits)
    select ${file.id}, batch_number, entry.purpose, entry.class,
      case when entry.purpose = 'accountCheck' and count(distinct entry.direction) = 2 then 'both'
        else min(entry.direction) end,
      entry.effective, min(settlement.same_day), count(*),
      coalesce(sum(amount) filter (where entry.direction = 'debit'), 0),
      coalesce(sum(amount) filter (where entry.direction = 'credit'), 0)
    from ach_entry entry
    join unnest(${column((s) => s.wanted)}::date[], ${column((s) => s.direction)}::text[],
      ${column((s) => s.isSmall)}::boolean[], ${column((s) => s.sameDay)}::text[])
      as settlement (wanted, direction, is_small, same_day)
      on settlement.wanted is not distinct from entry.wanted
      and settlement.direction = ${SETTLES_AS_ENTRY}
      and settlement.is_small = (entry.amount <= ${file.mostSameDay})
    where file_id = ${file.id}
    group by batch_number, entry.purpose, entry.class, entry.effective
  `.execute(tx)
}
