import { cents } from '#src/domain/money.ts'
import type { BankContext } from '#src/servicing/ach/bank-context.ts'
import { cancelPayment } from '#src/servicing/payments/cancel-payment.ts'
import type { PaymentChoice } from '#src/servicing/payments/check-choice.ts'
import { makePayment } from '#src/servicing/payments/make-payment.ts'
import { previewPayment } from '#src/servicing/payments/preview-payment.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { actOnAutopay } from './autopay-deeds.ts'
import type { Deed } from './borrowers.ts'
import type { Person } from './simulate.ts'
import type { SimulatedBank } from './simulated-bank.ts'

type Payer = Pick<Person, 'owner' | 'fundingAccountId' | 'bankAccount'>

/** Does it as the person would, on the pages' verbs; answers with the code of a refusal. */
export async function act(
  ctx: BankContext,
  by: { who: Payer; deed: Deed; bank: Pick<SimulatedBank, 'expect'> },
): Promise<string | null> {
  const { who, deed, bank } = by
  if (deed.kind === 'mail') return mail(ctx, by)
  if (deed.codes.length > 0) bank.expect(who.bankAccount, deed.codes)
  if (deed.kind === 'setAutopay' || deed.kind === 'pause' || deed.kind === 'resume')
    return actOnAutopay(ctx, by)
  const choice: PaymentChoice = {
    choice: deed.kind === 'payoff' ? 'payoff' : 'other',
    amount: deed.kind === 'payoff' ? null : cents(deed.amount),
    extraAmount: null,
    extra: deed.extra,
    effective: deed.effective,
    fundingAccountId: who.fundingAccountId,
  }
  const preview = await previewPayment(ctx, who.owner, choice)
  if (!preview.ok) return preview.refusal.code
  const made = await makePayment(ctx, who.owner, {
    choice,
    shownAmount: preview.value.amount,
    agreed: 'yes',
    duplicateConfirmed: 'yes',
    unusualConfirmed: 'yes',
    authorizationText: 'I authorize it.',
    idempotencyKey: ctx.newId(),
  })
  if (!made.ok) return made.refusal.code
  if (deed.kind !== 'payAndCancel') return null
  const { paymentId } = made.value
  const canceled = await cancelPayment(ctx, who.owner, { paymentId })
  return canceled.ok ? null : canceled.refusal.code
}

async function mail(ctx: BankContext, by: { who: Payer; deed: Deed }): Promise<null> {
  await postPayment(ctx, {
    accountId: by.who.owner.accountId,
    amount: cents(by.deed.amount),
    effectiveDate: by.deed.effective,
    extra: 'installments',
    extraAmount: null,
    toCharges: cents(0),
    channel: 'mail',
    paymentId: null,
  })
  return null
}
