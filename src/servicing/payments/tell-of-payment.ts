// What an obligor is told about a payment of their own: in the portal, by mail, and on phones whose
// owner agreed to text messages. Never a link, never a bank account's number.
import type { Cents } from '#src/domain/money.ts'
import type { PaymentTemplate } from '#src/identity/messages/message-names.ts'
import type { Tx } from '#src/store/database.ts'
import { type Payment, takenFor } from '#src/store/payments/payment-row.ts'
import type { ServicingContext } from '../context.ts'
import { tellOutside } from '../messages/tell-outside.ts'
import { tellObligor } from '../tell-obligor.ts'

/** How the money of a payment that counts was split. */
export type ToldSplit = {
  readonly interest: Cents
  readonly principal: Cents
  readonly charges: Cents
}

/** Tells whose payment it is, in the caller's transaction. */
export async function tellOfPayment(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly payment: Payment
    readonly template: PaymentTemplate
    readonly split?: ToldSplit
    /** Why it was not sent. */
    readonly reason?: string
  },
): Promise<void> {
  const { payment, template } = of
  const { accountId, obligorId } = payment
  const parameters = { ...factsOf(payment), ...splitFacts(of.split), ...reasonFact(of.reason) }
  await tellObligor(ctx, tx, { owner: { accountId, obligorId }, template, parameters })
  const owner = { accountId, obligorId }
  await tellOutside(ctx, tx, { owner, template, parameters, about: 'receipt' })
}

function factsOf(payment: Payment) {
  return {
    paymentId: payment.id,
    confirmation: payment.confirmation,
    amount: String(payment.amount),
    effective: payment.effectiveDate,
    withdrawn: payment.withdrawnDate,
    cleared: payment.clearedDate,
    ...(payment.fee > 0 && { fee: String(payment.fee), total: String(takenFor(payment)) }),
  }
}

function splitFacts(split: ToldSplit | undefined): Record<string, string> {
  if (!split) return {}
  const { interest, principal, charges } = split
  return { interest: String(interest), principal: String(principal), charges: String(charges) }
}

function reasonFact(reason: string | undefined): Record<string, string> {
  return reason === undefined ? {} : { reason }
}
