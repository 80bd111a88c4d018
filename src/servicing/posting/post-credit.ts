// One payment of a file: on its account, or held while it fits none.
import { ZERO_CENTS } from '#src/domain/money.ts'
import { isPaidInFull } from '#src/domain/rules/position.ts'
import type { Account } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import { type ReceivedCredit, settleCredit } from '#src/store/desk-money/received-credits.ts'
import { openMoneyTask } from '../ach-returns/money-task.ts'
import { autopayAfter } from '../autopay/autopay-after.ts'
import type { ServicingContext } from '../context.ts'
import { type LoadedAny, loadForUpdate } from '../load-account.ts'
import { postToAccount, type ReceivedPayment } from '../post-payment.ts'
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
  if (creditFate(credit, loaded) !== 'posted') return holdUnapplied(ctx, tx, credit)
  const { ledger } = loaded
  const owedNothing = ledger.product === 'loan' && isPaidInFull(ledger.position, receivedOn)
  const posted = await postToAccount(ctx, tx, {
    loaded,
    payment: { accountId, ...creditPayment(credit) },
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

/** What becomes of a payment whose number leads to an account: it counts, or why it is held. */
export type CreditFate = 'posted' | 'publicFiling' | 'beforeBoarding'

export function creditFate(
  { receivedOn }: Pick<ReceivedCredit, 'receivedOn'>,
  { account, ledger }: LoadedAny<Account>,
): CreditFate {
  // What is known from public filings alone takes no money.
  if (account.source === 'abs-ee') return 'publicFiling'
  const boarded = ledger.steps[0]?.event.effectiveDate
  // Money of before the account was ours belongs to whoever had it then.
  return boarded !== undefined && receivedOn < boarded ? 'beforeBoarding' : 'posted'
}

/** As it counts. */
export function creditPayment({
  amount,
  receivedOn,
}: ReceivedCredit): Omit<ReceivedPayment, 'accountId'> {
  return {
    ...{ amount, effectiveDate: receivedOn, extra: 'installments' as const },
    ...{ extraAmount: null, toCharges: ZERO_CENTS, channel: 'file' as const, paymentId: null },
  }
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
