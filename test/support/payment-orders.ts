// Orders as the pages send them, for tests of the verbs.
import assert from 'node:assert/strict'
import { cents } from '#src/domain/money.ts'
import type { Owner, ServicingContext } from '#src/servicing/context.ts'
import type { PaymentChoice } from '#src/servicing/payments/check-choice.ts'
import type { PaymentOrder } from '#src/servicing/payments/decide-payment.ts'
import { makePayment } from '#src/servicing/payments/make-payment.ts'
import { paymentOptions } from '#src/servicing/payments/payment-options.ts'
import { previewPayment } from '#src/servicing/payments/preview-payment.ts'

let keys = 0

/** What the review of a choice would send; the amount due from the first account, if not said. */
export async function orderFor(
  ctx: ServicingContext,
  owner: Owner,
  choice: Partial<PaymentChoice> = {},
  change: Partial<PaymentOrder> = {},
): Promise<PaymentOrder> {
  const options = await paymentOptions(ctx, owner, { effective: null })
  assert.ok(options.ok)
  const { fundingAccounts, effective } = options.value
  const full: PaymentChoice = {
    choice: 'due',
    amount: null,
    extraAmount: null,
    extra: 'principal',
    effective,
    fundingAccountId: fundingAccounts[0]?.id ?? '',
    ...choice,
  }
  const preview = await previewPayment(ctx, owner, full)
  keys += 1
  return {
    choice: full,
    shownAmount: preview.ok ? preview.value.total : cents(0),
    agreed: 'yes',
    duplicateConfirmed: 'no',
    unusualConfirmed: 'no',
    authorizationText: `I authorize it, ${keys}.`,
    idempotencyKey: `order-${keys}`,
    ...change,
  }
}

/** Makes it and answers with its id. */
export async function paid(
  ctx: ServicingContext,
  owner: Owner,
  choice: Partial<PaymentChoice> = {},
  change: Partial<PaymentOrder> = {},
): Promise<string> {
  const made = await makePayment(ctx, owner, await orderFor(ctx, owner, choice, change))
  assert.ok(made.ok, made.ok ? '' : made.refusal.code)
  return made.value.paymentId
}
