import type { AccountLedger } from '#src/domain/account/ledger.ts'
import type { Cents } from '#src/domain/money.ts'
import { contractPayment, dueFor } from '#src/domain/paying/payable.ts'
import { type Unusual, unusualAmount } from '#src/domain/unusual-amount.ts'
import type { PaymentChoice } from './check-choice.ts'

/** Why its amount looks like a slip of the hand; null where it does not. */
export function unusualChoice(
  ledger: AccountLedger,
  payment: { choice: PaymentChoice; amount: Cents },
): Unusual | null {
  const { choice, effective } = payment.choice
  if (!TYPED.has(choice)) return null
  const due = dueFor(ledger, effective)
  const monthly = contractPayment(ledger)
  return unusualAmount(payment.amount, { due: [due.total, due.pastDue], monthly })
}

/** Amounts that the obligor types; the others are ours. */
const TYPED: ReadonlySet<PaymentChoice['choice']> = new Set(['duePlusExtra', 'principal', 'other'])
