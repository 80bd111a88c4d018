// The price of paying in a certain way. None unless the lender's file has one with a citation: a
// convenience fee needs the contract or a law behind it (15 USC 1692f(1)).
// Example: 513.12 paid by card with a fee of 2.50: 515.62 is taken, 513.12 counts on the account.
import { type Cents, ZERO_CENTS } from '../money.ts'
import type { Move } from './apply.ts'

/** Ways of paying by oneself in the portal that can have a price of their own. */
export type FeeChannel = 'ach' | 'card'

/** It comes on top of what is paid, and never counts on the account. */
export type PaymentFee = { readonly amount: Cents; readonly citation: string }

export type PaymentFees = Readonly<Partial<Record<FeeChannel, PaymentFee>>>

/** The fee for one payment made this way; null: it is free. Autopay has none, whatever it is. */
export function paymentFee(fees: PaymentFees, channel: FeeChannel): PaymentFee | null {
  return fees[channel] ?? null
}

/** In cents; zero where there is none. */
export function feeAmount(fee: PaymentFee | null | undefined): Cents {
  return fee?.amount ?? ZERO_CENTS
}

/** Kept apart from what is owed: income of its own, taken back when the payment is. */
export function feeMoves({ fee }: { readonly fee?: PaymentFee }): Move[] {
  return fee ? [{ debit: 'cash', credit: 'paymentFeeIncome', amount: fee.amount }] : []
}
