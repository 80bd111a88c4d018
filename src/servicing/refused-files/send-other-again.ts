import { checkSettles } from '#src/domain/rules/funding/funding-check.ts'
import { replaceCheckEntry } from '#src/store/ach/refused-entries.ts'
import type { Tx } from '#src/store/database.ts'
import { readLastCheck } from '#src/store/payments/funding-checks.ts'
import type { ServicingContext } from '../context.ts'
import { cutoffAgain } from './dates-again.ts'
import type { DecidedEntry } from './decided-entry.ts'
import { lineUpAgain } from './line-up-again.ts'

/**
 * An entry of no payment goes again as early as can be; what proves a bank account takes its place
 * in the check, which waits for it. Null where it is too late, or nothing waits for it any more.
 */
export async function sendOtherAgain(
  ctx: ServicingContext,
  tx: Tx,
  of: DecidedEntry,
): Promise<string | null> {
  const { entry, file } = of
  const { accountId, id: was, purpose } = entry
  const sendOn = await cutoffAgain(ctx, tx, file)
  if (sendOn === null) return null
  if (purpose !== 'prenote' && purpose !== 'accountCheck')
    return lineUpAgain(ctx, tx, { entry, sendOn, wanted: null })
  const check = await readLastCheck(tx, entry)
  if (check?.state !== 'open' || !check.entryIds.includes(was)) return null
  const now = await lineUpAgain(ctx, tx, { entry, sendOn, wanted: null })
  const { method } = check
  const settlesOn = checkSettles({ method, creditDays: ctx.lender.bank.creditDays }, sendOn)
  const at = ctx.clock.now()
  await replaceCheckEntry(tx, { accountId, checkId: check.id, was, now, sendOn, settlesOn, at })
  return now
}
