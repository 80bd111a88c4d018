// The rows of a new payment: itself, its confirmation number, its receipt on the way, and the
// line of the audit.
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { PaymentTerms } from '#src/domain/rules/apply.ts'
import { cardDates } from '#src/domain/rules/payment-dates.ts'
import { feeAmount, type PaymentFee } from '#src/domain/rules/payment-fee.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import { claimNumbers } from '#src/store/accounts/directory.ts'
import type { Tx } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { insertPayment } from '#src/store/payments/payments.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { holdRepossession } from '../record-facts.ts'
import { datesOf, type PaymentChoice } from './check-choice.ts'
import { confirmationNumber } from './confirmation-number.ts'
import { tellOfPayment } from './tell-of-payment.ts'

/** A payment as it will be recorded, with its dates and a new confirmation number. */
export function paymentOf(
  ctx: ServicingContext,
  of: {
    owner: Pick<Owner, 'accountId' | 'obligorId'>
    order: { choice: PaymentChoice; authorizationText: string; idempotencyKey: string }
    today: CivilDate
    terms: PaymentTerms
    /** Autopay has none. */
    fee: PaymentFee | null
    quoteId: string | null
    autopayId?: string
    /** From a saved card. */
    byCard?: boolean
  },
): Payment {
  const { choice, authorizationText, idempotencyKey } = of.order
  const byCard = of.byCard ?? false
  const dates = byCard ? datesOfCard(choice.effective) : datesOf(ctx, choice.effective, of.today)
  const now = ctx.clock.now()
  return {
    accountId: of.owner.accountId,
    id: ctx.newId(),
    confirmation: confirmationNumber(),
    obligorId: of.owner.obligorId,
    fundingAccountId: choice.fundingAccountId,
    choice: choice.choice,
    ...of.terms,
    quoteId: of.quoteId,
    effectiveDate: dates.effective,
    withdrawnDate: dates.withdrawn,
    clearedDate: dates.cleared,
    returnableUntil: dates.returnableUntil,
    sendOn: dates.sent,
    state: 'scheduled',
    stateReason: null,
    postedEventId: null,
    attempts: 0,
    autopayId: of.autopayId ?? null,
    byCard,
    fee: feeAmount(of.fee),
    feeCitation: of.fee?.citation ?? null,
    authorizationText,
    idempotencyKey,
    createdAt: now,
    changedAt: now,
  }
}

/** A card is charged on the day on which it counts, at the cutoff; no bank has days of its own. */
function datesOfCard(effective: CivilDate) {
  return { effective, withdrawn: effective, sent: effective, ...cardDates(effective) }
}

export async function savePayment(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    payment: Payment
    account: LockedAccount
    owner: Pick<Owner, 'accountId' | 'obligorId'>
  },
): Promise<LockedAccount> {
  const { payment, account, owner } = of
  await insertPayment(tx, payment)
  const { accountId, confirmation } = payment
  const taken = await claimNumbers(tx, ctx.vault, [
    { kind: 'confirmation', number: confirmation, accountId },
  ])
  assert(taken.length === 0, 'a confirmation number of 45 random bits is new')
  // Autopay announces its debits itself, with the reason of the amount.
  if (payment.autopayId === null)
    await tellOfPayment(ctx, tx, { payment, template: 'paymentScheduled' })
  const held = await holdRepossession(tx, ctx, { account, why: 'promise' })
  return appendAccountAudit(tx, ctx.vault, {
    account: held,
    entry: {
      at: payment.createdAt,
      requestId: ctx.requestId,
      actor:
        payment.autopayId === null
          ? { kind: 'obligor', id: owner.obligorId }
          : { kind: 'system', id: 'autopay' },
      action: 'payment scheduled',
      details: {
        paymentId: payment.id,
        confirmation: payment.confirmation,
        amount: payment.amount,
        ...(payment.fee > 0 && { fee: payment.fee }),
        effective: payment.effectiveDate,
      },
    },
  })
}
