// The row of a payment by card that begins, its number, and the line of the audit.
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { PaymentTerms } from '#src/domain/rules/apply.ts'
import { feeAmount, type PaymentFee, paymentFee } from '#src/domain/rules/payment-fee.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import { claimNumbers } from '#src/store/accounts/directory.ts'
import type { CardPayment } from '#src/store/cards/card-payments.ts'
import type { Tx } from '#src/store/database.ts'
import type { FundingAccount } from '#src/store/payments/funding-accounts.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { paymentFeesOn } from '../lender-rules.ts'
import { confirmationNumber } from '../payments/confirmation-number.ts'
import type { CardOrder } from './decide-card-payment.ts'

/** What paying by card costs on a day; null: nothing. */
export function cardFeeOn(ctx: ServicingContext, on: CivilDate): PaymentFee | null {
  return paymentFee(paymentFeesOn(ctx.lender, on), 'card')
}

export function newCardPayment(
  ctx: ServicingContext,
  of: {
    owner: Owner
    order: CardOrder
    on: CivilDate
    terms: PaymentTerms
    fee: PaymentFee | null
    saved: FundingAccount | null
  },
): CardPayment {
  const { owner, order, on, terms, fee, saved } = of
  const now = ctx.clock.now()
  return {
    accountId: owner.accountId,
    id: ctx.newId(),
    confirmation: confirmationNumber(),
    obligorId: owner.obligorId,
    ...terms,
    fee: feeAmount(fee),
    feeCitation: fee?.citation ?? null,
    choice: order.choice.choice,
    quoteId: null,
    askedOn: on,
    fundingAccountId: saved?.id ?? null,
    ...NOTHING_SAID,
    ...(saved && { brand: saved.bankName, lastFour: saved.lastFour }),
    authorizationText: order.authorizationText,
    idempotencyKey: order.idempotencyKey,
    createdAt: now,
    changedAt: now,
  }
}

export const NOTHING_SAID = {
  state: 'started',
  stateReason: null,
  needsPage: false,
  autopayId: null,
  refundRequest: null,
  sessionId: null,
  intentId: null,
  brand: null,
  lastFour: null,
  expires: null,
  paidAt: null,
  effectiveDate: null,
  postedEventId: null,
} as const

export async function noteStarted(
  ctx: ServicingContext,
  tx: Tx,
  of: { account: LockedAccount; payment: CardPayment },
): Promise<void> {
  const { account, payment } = of
  const { accountId, confirmation: number } = payment
  const taken = await claimNumbers(tx, ctx.vault, [{ kind: 'confirmation', number, accountId }])
  assert(taken.length === 0, 'a confirmation number of 45 random bits is new')
  await appendAccountAudit(tx, ctx.vault, {
    account,
    entry: {
      at: payment.createdAt,
      requestId: ctx.requestId,
      actor: { kind: 'obligor', id: payment.obligorId },
      action: 'card payment started',
      details: { paymentId: payment.id, confirmation: number, amount: payment.amount },
    },
  })
}
