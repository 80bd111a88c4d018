// The row of an entry that a file has taken.
import type { Selectable } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Database } from '../rows.ts'
import type { AchEntryPurpose } from './ach-entries.ts'

export type SentEntry = {
  readonly accountId: string
  readonly id: string
  readonly fundingAccountId: string
  readonly paymentId: string | null
  readonly purpose: AchEntryPurpose
  readonly direction: 'debit' | 'credit'
  readonly amount: Cents
  readonly class: 'WEB' | 'PPD'
  readonly recurrence: 'single' | 'recurring' | null
  readonly identification: string
  readonly attempt: number
  readonly state: 'waiting' | 'inFile' | 'withdrawn' | 'returned' | 'refused'
  /** The settlement that its file asked for. */
  readonly effective: CivilDate | null
}

export const ENTRY_COLUMNS = [
  'account_id',
  'id',
  'funding_account_id',
  'payment_id',
  'purpose',
  'direction',
  'amount',
  'class',
  'recurrence',
  'identification',
  'attempt',
  'state',
  'effective',
] as const

type EntryRow = Pick<Selectable<Database['ach_entry']>, (typeof ENTRY_COLUMNS)[number]>

export function entryOf(row: EntryRow): SentEntry {
  return {
    accountId: row.account_id,
    id: row.id,
    fundingAccountId: row.funding_account_id,
    paymentId: row.payment_id,
    purpose: row.purpose,
    direction: row.direction,
    amount: row.amount,
    class: row.class,
    recurrence: row.recurrence,
    identification: row.identification,
    attempt: row.attempt,
    state: row.state,
    effective: row.effective,
  }
}
