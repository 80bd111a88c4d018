// What becomes of a debit of a saved card on its day, written: handed over to be charged under the
// same id and number, or kept back.
import type { NotSentReason } from '#src/domain/account/sending.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import { markCharged } from '#src/store/cards/card-debits.ts'
import { insertCardPayment } from '#src/store/cards/card-payments.ts'
import type { Tx } from '#src/store/database.ts'
import type { FundingAccount } from '#src/store/payments/funding-accounts.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { markSending } from '#src/store/payments/payments-to-send.ts'
import type { CardContext } from '../cards/card-context.ts'
import { NOTHING_SAID } from '../cards/new-card-payment.ts'
import { tellOfPayment } from '../payments/tell-of-payment.ts'

type Taken = { readonly account: LockedAccount; readonly payment: Payment }

/** From here on the processor is asked about it until it has answered. */
export async function handOver(
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
export async function keepBack(
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
