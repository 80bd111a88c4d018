// One day of an autopay, decided: a payment set and announced, or the reason why nothing is taken.
import { type Debit, isLast } from '#src/domain/autopay/debit-amount.ts'
import { ZERO_CENTS } from '#src/domain/money.ts'
import { insertAutopayDebit } from '#src/store/autopay/autopay-debits.ts'
import type { Tx } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import type { ServicingContext } from '../context.ts'
import { paymentOf, savePayment } from '../payments/save-payment.ts'
import { type HeldAutopay, readMoney } from './autopay-state.ts'
import { moveAutopay } from './move-autopay.ts'
import { tellOwner } from './tell-owner.ts'

/** Sets the payment of a debit: an ordinary one, to be seen, canceled and sent like any other. */
export async function makeDebit(
  ctx: ServicingContext,
  tx: Tx,
  of: { held: HeldAutopay; debit: Debit },
): Promise<HeldAutopay> {
  const { held, debit } = of
  const payment = paymentFor(ctx, held, debit)
  const account = await savePayment(ctx, tx, {
    payment,
    account: held.account,
    owner: held.autopay,
  })
  await decided(ctx, tx, { ...of, state: 'made', paymentId: payment.id })
  const after = { ...held, account, ...(await readMoney(tx, held.autopay)) }
  const parameters = {
    paymentId: payment.id,
    confirmation: payment.confirmation,
    amount: String(payment.amount),
    effective: payment.effectiveDate,
    withdrawn: payment.withdrawnDate,
    reasons: reasonsText(debit, held),
    ...(payment.byCard && { by: 'card' }),
  }
  if (debit.reasons.some(isLast))
    return moveAutopay(ctx, tx, after, {
      event: 'lastDebitMade',
      actor: { kind: 'system', id: 'autopay' },
      details: parameters,
    })
  await tellOwner(ctx, tx, { owner: held.autopay, template: 'autopayDebit', parameters })
  return after
}

/** Nothing is taken on the day, for good. */
export async function skipDebit(
  ctx: ServicingContext,
  tx: Tx,
  of: { held: HeldAutopay; debit: Debit },
): Promise<void> {
  const { held, debit } = of
  await decided(ctx, tx, { ...of, state: 'skipped', paymentId: null })
  await tellOwner(ctx, tx, {
    owner: held.autopay,
    template: 'autopaySkipped',
    parameters: { effective: debit.on, reasons: reasonsText(debit, held) },
  })
}

/** With the number of the installment, so that words can name it. */
export function reasonsText(debit: Debit, held: Pick<HeldAutopay, 'ledger'>): string {
  const { installment, reasons } = debit
  return JSON.stringify({ installment, of: held.ledger.contract.payments, reasons })
}

function paymentFor(ctx: ServicingContext, held: HeldAutopay, debit: Debit): Payment {
  const { autopay, debits, today } = held
  const { accountId, fundingAccountId, authorizationText } = autopay
  const terms = debit.terms
  if (terms === null) throw new Error('broken invariant: a debit that is made takes something')
  const before = debits.filter(({ day }) => day === debit.on).length
  const { amount, extraAmount } = terms
  const choice = (extraAmount ?? 0) > 0 ? ('duePlusExtra' as const) : ('due' as const)
  return paymentOf(ctx, {
    owner: { accountId, obligorId: autopay.obligorId },
    order: {
      choice: { ...terms, choice, amount, effective: debit.on, fundingAccountId },
      authorizationText,
      idempotencyKey: `autopay ${autopay.id} ${debit.on} ${before}`,
    },
    today,
    terms,
    fee: null,
    quoteId: null,
    autopayId: autopay.id,
    byCard: autopay.byCard,
  })
}

async function decided(
  ctx: ServicingContext,
  tx: Tx,
  of: { held: HeldAutopay; debit: Debit; state: 'made' | 'skipped'; paymentId: string | null },
): Promise<void> {
  const { held, debit, state, paymentId } = of
  const isNew = await insertAutopayDebit(tx, held.account, {
    accountId: held.autopay.accountId,
    id: ctx.newId(),
    autopayId: held.autopay.id,
    day: debit.on,
    installment: debit.installment,
    state,
    reasons: debit.reasons,
    amount: state === 'made' ? debit.amount : ZERO_CENTS,
    paymentId,
    decidedAt: ctx.clock.now(),
  })
  if (!isNew) throw new Error(`broken invariant: ${debit.on} is decided on once`)
}
