import type { CivilDate } from '#src/domain/calendar.ts'
import { accountsInLine } from '#src/store/ach/taken-entries.ts'
import { accountsToSend } from '#src/store/payments/payments-to-send.ts'
import type { UnclosedAccount } from '../closing/close-each.ts'
import type { ServicingContext } from '../context.ts'
import { inBatches } from './in-batches.ts'
import { takeEntries } from './take-entries.ts'
import { takePayments } from './take-payments.ts'

/** A lender sends one file for each cutoff; letters are left for more of them in a day. */
export const FILE_OF_CUTOFF = 'A'

/**
 * Gathers what goes to the bank at the cutoff of a banking day: payments and entries in line whose
 * day that is, or an earlier one. Safe to run again at any point, and twice at once: each debit
 * stands in exactly one file. Answers with the accounts that could not be looked at; theirs waits.
 */
export async function originate(
  ctx: ServicingContext,
  sentOn: CivilDate,
): Promise<readonly UnclosedAccount[]> {
  const file = { sentOn, modifier: FILE_OF_CUTOFF }
  const payments = await inBatches(
    ctx.db,
    (db, page) => accountsToSend(db, { ...page, through: sentOn }),
    (accountIds) => takePayments(ctx, { ...file, accountIds }),
  )
  const entries = await inBatches(
    ctx.db,
    (db, page) => accountsInLine(db, { ...page, through: sentOn }),
    (accountIds) => takeEntries(ctx, { ...file, accountIds }),
  )
  return [...payments, ...entries]
}
