import type { CivilDate } from '#src/domain/calendar.ts'
import type { ServicingContext } from '../context.ts'
import { accountsToClose, accountsToTell } from './accounts-to-close.ts'
import { closeAccounts } from './close-accounts.ts'
import { closeEach, type UnclosedAccount } from './close-each.ts'
import { addTally, type DayTally } from './day-tally.ts'
import { sendNotices } from './send-notices.ts'

// While the database works for one batch, another one is worked out here: there is little to gain
// from more, and the pages of the portal need connections too.
const BATCHES_AT_ONCE = 3

/** Late charges and what follows from them, for every account that a close has to look at. */
export function closeAllAccounts(
  ctx: ServicingContext,
  businessDate: CivilDate,
): Promise<DayTally> {
  const close = (accountIds: readonly string[]) => closeAccounts(ctx, { accountIds, businessDate })
  return closeInLanes(businessDate, accountsToClose(ctx.db, businessDate), close)
}

/** The same for what the calendar brings their owners to know. */
export function sendAllNotices(ctx: ServicingContext, businessDate: CivilDate): Promise<DayTally> {
  const send = (accountIds: readonly string[]) => sendNotices(ctx, { accountIds, businessDate })
  return closeInLanes(businessDate, accountsToTell(ctx.db, businessDate), send)
}

/**
 * A step's part of many accounts, batch by batch. Throws UnclosedAccountsError while it could not
 * be done for an account; for the others it is, once.
 */
async function closeInLanes(
  businessDate: CivilDate,
  batches: AsyncGenerator<readonly string[], undefined>,
  part: (accountIds: readonly string[]) => Promise<DayTally>,
): Promise<DayTally> {
  const unclosed: UnclosedAccount[] = []
  let tally: DayTally = {}
  const close = async (accountIds: readonly string[]) => {
    const done = await part(accountIds)
    tally = addTally(tally, done)
  }
  const lanes = Array.from({ length: BATCHES_AT_ONCE }, async () => {
    for (let next = await batches.next(); !next.done; next = await batches.next())
      await closeEach(next.value, { close, unclosed })
  })
  // Every lane comes to its end before this one does, whatever happened in another.
  const [failed] = (await Promise.allSettled(lanes)).filter((lane) => lane.status === 'rejected')
  if (failed) throw failed.reason
  if (unclosed.length > 0) throw new UnclosedAccountsError(businessDate, unclosed)
  return tally
}

/** Names the accounts that hold up the day, the first few in its message. */
export class UnclosedAccountsError extends AggregateError {
  constructor(businessDate: CivilDate, unclosed: readonly UnclosedAccount[]) {
    const named = unclosed.slice(0, 10).map(({ accountId, error }) => `${accountId}: ${error}`)
    const count = `${unclosed.length} accounts could not be closed on ${businessDate}`
    super(
      unclosed.map(({ error }) => error),
      `${count}: ${named.join('; ')}`,
    )
  }
}
