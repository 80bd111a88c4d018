// One payment of a file: on its account, or held while it fits none.
import { ZERO_CENTS } from '#src/domain/money.ts'
import { isPaidInFull } from '#src/domain/rules/position.ts'
import type { Tx } from '#src/store/database.ts'
import { type ReceivedCredit, settleCredit } from '#src/store/desk-money/received-credits.ts'
import { openMoneyTask } from '../ach-returns/money-task.ts'
import { autopayAfter } from '../autopay/autopay-after.ts'
import type { ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import { postToAccount } from '../post-payment.ts'
import { tellBorrowers } from './tell-of-order.ts'

/** Counts from the day it came; what is above all that is owed is held on the account. */
export async function postCredit(
  ctx: ServicingContext,
  tx: Tx,
  credit: ReceivedCredit,
  accountId: string,
): Promise<void> {
  const { id, amount, receivedOn } = credit
  const loaded = await loadForUpdate(tx, accountId)
  const boarded = loaded.ledger.steps[0]?.event.effectiveDate
  // Money of before the account was ours belongs to whoever had it then.
  if (boarded !== undefined && receivedOn < boarded) return holdUnapplied(ctx, tx, credit)
  const { ledger } = loaded
  const owedNothing = ledger.product === 'loan' && isPaidInFull(ledger.position, receivedOn)
  const posted = await postToAccount(ctx, tx, {
    loaded,
    payment: {
      ...{ accountId, amount, effectiveDate: receivedOn, extra: 'installments' },
      ...{ extraAmount: null, toCharges: ZERO_CENTS, channel: 'file', paymentId: null },
    },
  })
  const { eventId } = posted
  const at = ctx.clock.now()
  await settleCredit(tx, { id, from: 'waiting', to: 'posted', at, accountId, eventId })
  await autopayAfter(tx, ctx, { loaded: posted.loaded, cause: { kind: 'facts' } })
  const template = 'moneyReceived'
  await tellBorrowers(ctx, tx, { accountId, template, amount, effective: receivedOn })
  if (!owedNothing) return
  const details = { amount, day: receivedOn }
  await openMoneyTask(ctx, tx, { kind: 'creditHeld', about: id, accountId, details })
}

/** A person settles it: assigns it to an account, or sends it back. */
export async function holdUnapplied(
  ctx: ServicingContext,
  tx: Tx,
  { id, amount, receivedOn }: ReceivedCredit,
): Promise<void> {
  await settleCredit(tx, { id, from: 'waiting', to: 'unapplied', at: ctx.clock.now() })
  const details = { amount, day: receivedOn }
  await openMoneyTask(ctx, tx, {
    ...{ kind: 'creditUnapplied', about: id, details },
    accountId: null,
  })
}
