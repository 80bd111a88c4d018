import type { CivilDate } from '#src/domain/calendar.ts'
import { UnclosedAccountsError } from '../closing/close-all-accounts.ts'
import { closeEach, type UnclosedAccount } from '../closing/close-each.ts'
import type { DayTally } from '../closing/day-tally.ts'
import type { ServicingContext } from '../context.ts'
import { accountsWithAutopay, decideAutopay } from './decide-autopay.ts'

/**
 * Autopay's step in the close of a day: every account of which something is to be decided. Throws
 * UnclosedAccountsError while one could not be decided on; the others are.
 */
export async function closeAutopay(
  ctx: ServicingContext,
  businessDate: CivilDate,
): Promise<DayTally> {
  const unclosed: UnclosedAccount[] = []
  const close = (accountIds: readonly string[]) => decideAutopay(ctx, { accountIds, businessDate })
  for await (const accountIds of accountsWithAutopay(ctx.db, businessDate))
    await closeEach(accountIds, { close, unclosed })
  if (unclosed.length > 0) throw new UnclosedAccountsError(businessDate, unclosed)
  return {}
}
