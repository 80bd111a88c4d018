import { addDays, type CivilDate, dateInZone } from '#src/domain/calendar.ts'
import { isBankingDay } from '#src/domain/regions/us-banking-days.ts'
import { closedFileDays, readUnfinishedFiles } from '#src/store/ach/ach-files.ts'
import { firstSendDay } from '#src/store/payments/payments-to-send.ts'
import type { UnclosedAccount } from '../closing/close-each.ts'
import { cutoffOn } from '../lender-rules.ts'
import type { BankContext } from './bank-context.ts'
import { deliverFile } from './deliver-file.ts'
import { numberFile } from './number-file.ts'
import { FILE_OF_CUTOFF, originate } from './originate.ts'

/**
 * Does what the cutoffs of all banking days up to `now` ask for and was not done: gathers, numbers
 * and delivers their files. Safe to run again at any point. `now` is a UTC instant, at most that of
 * the context's clock. What one account holds up is left for the next cutoff, and told at the end.
 */
export async function cutoffThrough(ctx: BankContext, now: string): Promise<void> {
  const left: UnclosedAccount[] = []
  for (const day of await cutoffsDue(ctx, now)) left.push(...(await originate(ctx, day)))
  const failed = await finishFiles(ctx)
  if (left.length > 0) failed.push(new AccountsNotSentError(left))
  if (failed.length > 0) throw new AggregateError(failed, failed.join('; '))
}

/** Names accounts whose payments wait for another cutoff, the first few in its message. */
export class AccountsNotSentError extends AggregateError {
  constructor(left: readonly UnclosedAccount[]) {
    const named = left.slice(0, 10).map(({ accountId, error }) => `${accountId}: ${error}`)
    super(
      left.map(({ error }) => error),
      `${left.length} accounts could not be looked at at the cutoff: ${named.join('; ')}`,
    )
  }
}

/**
 * Files that a cutoff has begun: numbered, then brought to the bank, the oldest first. One that
 * cannot be holds up no other; answers with what went wrong.
 */
async function finishFiles(ctx: BankContext): Promise<unknown[]> {
  const failed: unknown[] = []
  for (const { id, state } of await readUnfinishedFiles(ctx.db)) {
    const finish = async () => {
      if (state === 'gathering') await numberFile(ctx, id)
      await deliverFile(ctx, id)
    }
    await finish().catch((error: unknown) => failed.push(error))
  }
  return failed
}

/** Banking days whose cutoff has passed, with something to send and a file that still takes it. */
async function cutoffsDue(ctx: BankContext, now: string): Promise<CivilDate[]> {
  const today = dateInZone(now, ctx.lender.timeZone)
  const from = await firstSendDay(ctx.db)
  if (from === null || from > today) return []
  const closed = await closedFileDays(ctx.db, { from, modifier: FILE_OF_CUTOFF })
  const due: CivilDate[] = []
  for (let day = from; day <= today; day = addDays(day, 1))
    if (isBankingDay(day) && cutoffOn(ctx.lender, day) <= now && !closed.has(day)) due.push(day)
  return due
}
