import { type NotSentReason, notSentReason } from '#src/domain/account/sending.ts'
import { type CivilDate, later } from '#src/domain/calendar.ts'
import { mostOwed } from '#src/domain/paying/payable.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import { cardMoneyOnItsWay, markCharged } from '#src/store/cards/card-debits.ts'
import { insertCardPayment } from '#src/store/cards/card-payments.ts'
import type { Tx } from '#src/store/database.ts'
import { type FundingAccount, readFundingAccount } from '#src/store/payments/funding-accounts.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { readPayment } from '#src/store/payments/payments.ts'
import { markSending, readMoneyOnItsWay } from '#src/store/payments/payments-to-send.ts'
import { autopayAtCutoff } from '../autopay/autopay-at-cutoff.ts'
import { type CardContext, cardDay } from '../cards/card-context.ts'
import { NOTHING_SAID } from '../cards/new-card-payment.ts'
import { type LoadedForUpdate, loadForUpdate, settled } from '../load-account.ts'
import { tellOfPayment } from '../payments/tell-of-payment.ts'

type Which = { readonly accountId: string; readonly id: string }

/**
 * Looks at a payment from a saved card once more, under its account's lock, and hands it over to be
 * charged under the same id and number; false where nothing is to be charged, which its owner is
 * told.
 */
export async function takeCardDebit(ctx: CardContext, which: Which): Promise<boolean> {
  return ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, which.accountId)
    const asked = await readPayment(tx, which)
    if (asked?.state !== 'scheduled' || !asked.byCard) return false
    const { payment, account } = await autopayAtCutoff(tx, ctx, { loaded, payment: asked })
    if (payment === null) return false
    const on = await cardDay(ctx, tx)
    const owner = { accountId: payment.accountId, obligorId: payment.obligorId }
    const card = await readFundingAccount(tx, { ...owner, id: payment.fundingAccountId })
    const reason = await problemOf(ctx, tx, { loaded, payment, card, on })
    if (reason === null && card) await handOver(ctx, tx, { account, payment, card })
    else await keepBack(ctx, tx, { account, payment, reason: reason ?? 'cardRemoved' })
    return reason === null
  })
}

async function problemOf(
  ctx: CardContext,
  tx: Tx,
  of: { loaded: LoadedForUpdate; payment: Payment; card: FundingAccount | null; on: CivilDate },
): Promise<NotSentReason | null> {
  const { loaded, payment, card, on } = of
  const { accountId, amount } = payment
  if (!card || card.removedAt !== null) return 'cardRemoved'
  if (card.state !== 'verified') return 'cardStopped'
  if (card.expiresOn === null || card.expiresOn < on) return 'cardExpired'
  const { account, ledger } = settled(ctx, loaded, on)
  const banks = (await readMoneyOnItsWay(tx, [accountId])).get(accountId) ?? 0
  return notSentReason({
    status: account.status,
    isFiled: account.source === 'abs-ee',
    source: { state: 'verified', isRemoved: false },
    amount,
    onItsWay: banks + (await cardMoneyOnItsWay(tx, accountId)),
    owed: mostOwed(ledger, later(payment.effectiveDate, on)),
  })
}

type Taken = { readonly account: LockedAccount; readonly payment: Payment }

async function handOver(
  ctx: CardContext,
  tx: Tx,
  of: Taken & { card: FundingAccount },
): Promise<void> {
  const { account, payment, card } = of
  const at = ctx.clock.now()
  const { accountId, id, confirmation, obligorId, autopayId, choice } = payment
  const { amount, extra, extraAmount, toCharges, fee, feeCitation, authorizationText } = payment
  await insertCardPayment(tx, {
    ...{ accountId, id, confirmation, obligorId, choice },
    ...{ amount, extra, extraAmount, toCharges, fee, feeCitation, authorizationText },
    ...NOTHING_SAID,
    ...{ quoteId: null, askedOn: payment.effectiveDate, fundingAccountId: card.id, autopayId },
    ...{ brand: card.bankName, lastFour: card.lastFour },
    ...{ idempotencyKey: `debit ${id}`, createdAt: at, changedAt: at },
  })
  await markCharged(tx, account, { id, at })
  await note(ctx, tx, { ...of, action: 'card charged', details: {} })
}

/** Money that was promised and will not move: never in silence. */
async function keepBack(
  ctx: CardContext,
  tx: Tx,
  of: Taken & { reason: NotSentReason },
): Promise<void> {
  const { payment, reason } = of
  const { accountId, id } = payment
  await markSending(tx, { outcomes: [{ accountId, id, reason }], at: ctx.clock.now() })
  await tellOfPayment(ctx, tx, { payment, template: 'paymentNotSent', reason })
  await note(ctx, tx, { ...of, action: 'payment not sent', details: { reason } })
}

async function note(
  ctx: CardContext,
  tx: Tx,
  of: Taken & { action: string; details: Readonly<Record<string, string>> },
): Promise<void> {
  const { account, payment, action, details } = of
  const { id: paymentId, confirmation, amount } = payment
  await appendAccountAudit(tx, ctx.vault, {
    account,
    entry: {
      at: ctx.clock.now(),
      requestId: ctx.requestId,
      actor: { kind: 'system', id: 'card' },
      action,
      details: { paymentId, confirmation, amount, ...details },
    },
  })
}
