import type { AccountLedger } from '#src/domain/account/ledger.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { ReportItem } from '#src/store/ach/report-items.ts'
import type { SentEntry } from '#src/store/ach/sent-entry.ts'
import type { LoadedAccount } from '../load-account.ts'

/** An item of the bank, the entry that it names, and the account of that, held. */
export type ItemOf = {
  readonly loaded: LoadedAccount<LockedAccount, AccountLedger>
  readonly entry: SentEntry
  readonly item: ReportItem
}
