// A debit that is set takes what is still due: less where something else has paid a part, nothing
// where all is paid, and never more than was announced (12 CFR 1005.10(d)). What its owner has
// changed stays as they allowed it.
import { type Debit, debitFor, limitedTo } from '#src/domain/autopay/debit-amount.ts'
import type { Occurrence } from '#src/domain/autopay/debit-days.ts'
import { occurrencesFrom } from '#src/domain/autopay/debit-days.ts'
import { installmentsOf } from '#src/domain/autopay/installments-of.ts'
import { type AutopayDebit, replaceAutopayDebit } from '#src/store/autopay/autopay-debits.ts'
import type { Tx } from '#src/store/database.ts'
import { readPaymentChanges } from '#src/store/payments/payment-changes.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { cancelPayment, changeAmount } from '#src/store/payments/payments.ts'
import type { ServicingContext } from '../context.ts'
import { autopayRules } from './autopay-rules.ts'
import { type HeldAutopay, plannedOf, readMoney } from './autopay-state.ts'
import { reasonsText } from './make-debit.ts'
import { tellOwner } from './tell-owner.ts'

/** Looks again at every debit that is set and not with the bank. */
export async function adjustDebits(
  ctx: ServicingContext,
  tx: Tx,
  held: HeldAutopay,
): Promise<HeldAutopay> {
  let at = held
  for (const debit of held.debits) {
    const payment = held.payments.find(({ id }) => id === debit.paymentId)
    if (debit.state === 'made' && payment?.state === 'scheduled')
      at = await adjustDebit(ctx, tx, { held: at, debit, payment })
  }
  return at
}

async function adjustDebit(
  ctx: ServicingContext,
  tx: Tx,
  of: { held: HeldAutopay; debit: AutopayDebit; payment: Payment },
): Promise<HeldAutopay> {
  const { held, debit, payment } = of
  const now = debitNow(ctx, of)
  if (now !== null && now.amount === payment.amount) return held
  if (now !== null && (await isOfItsOwner(tx, payment))) return held
  const at = ctx.clock.now()
  const terms = now?.terms ?? null
  if (terms === null) {
    await cancelPayment(tx, held.account, { id: payment.id, at })
    await replaceAutopayDebit(tx, held.account, { id: debit.id, at })
  } else await changeAmount(tx, held.account, { id: payment.id, at, terms })
  await tellOwner(ctx, tx, {
    owner: held.autopay,
    template: terms === null ? 'autopayDebitCanceled' : 'autopayDebitChanged',
    parameters: {
      paymentId: payment.id,
      confirmation: payment.confirmation,
      was: String(payment.amount),
      amount: String(terms?.amount ?? 0),
      effective: payment.effectiveDate,
      withdrawn: payment.withdrawnDate,
      ...(now && { reasons: reasonsText(now, held) }),
      ...(payment.byCard && { by: 'card' }),
    },
  })
  return { ...held, ...(await readMoney(tx, held.autopay)) }
}

async function isOfItsOwner(tx: Tx, { accountId, id: paymentId }: Payment): Promise<boolean> {
  const changes = await readPaymentChanges(tx, { accountId, paymentId })
  return changes.length > 0
}

/** What the day needs as things stand, at most what was announced; null: nothing is owed. */
function debitNow(
  ctx: ServicingContext,
  of: { held: HeldAutopay; debit: AutopayDebit; payment: Payment },
): Debit | null {
  const { held, debit, payment } = of
  const { terms } = held.autopay
  const at = occurrenceOf(held, debit)
  if (at === null) return null
  const planned = plannedOf(held).filter(({ id }) => id !== payment.id)
  const { partialPayments } = autopayRules(ctx.lender, held.today)
  const now = debitFor(held.ledger, at, { terms, planned, partialPayments })
  return now && limitedTo(now, debit.amount)
}

function occurrenceOf({ autopay, ledger }: HeldAutopay, debit: AutopayDebit): Occurrence | null {
  const contract = installmentsOf(ledger)
  for (const at of occurrencesFrom(autopay.terms, contract, debit.day))
    return at.on === debit.day ? at : null
  return null
}
