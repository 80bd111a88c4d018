// The debits to come as a page shows them: amounts, days and reasons, what each does to the loan,
// and until when it can be stopped.
import type { AccountLedger } from '#src/domain/account/ledger.ts'
import type { AutopayTerms } from '#src/domain/autopay/autopay-terms.ts'
import { type DebitReason, isLast } from '#src/domain/autopay/debit-amount.ts'
import {
  leftOut,
  type NextDebit,
  nextDebits,
  type SetPayment,
} from '#src/domain/autopay/next-debits.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import { effectFor, type PaymentEffect } from '#src/domain/paying/payable.ts'
import { addBankingDays } from '#src/domain/regions/us-banking-days.ts'
import type { Installment } from '#src/domain/rules/installments.ts'
import { bankDates } from '#src/domain/rules/payment-dates.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import type { ServicingContext } from '../context.ts'
import { calendarOn, cutoffOn } from '../lender-rules.ts'
import { autopayRules } from './autopay-rules.ts'

export type DebitView = {
  /** When it counts as paid. */
  readonly on: CivilDate
  readonly due: CivilDate
  readonly withdrawn: CivilDate
  readonly installment: number
  readonly of: number
  /** 0: nothing is taken, the reasons say why. */
  readonly amount: Cents
  readonly reasons: readonly DebitReason[]
  /** The payment that is set for it; null: it will be set and announced later. */
  readonly paymentId: string | null
  /** The instant until which it can be stopped. */
  readonly stopUntil: string
  /** What it does to the account; null: nothing is taken. */
  readonly effect: PaymentEffect | null
}

export type Foreseen = {
  /** The next three. */
  readonly next: readonly DebitView[]
  /** The one after which nothing is left to pay, if the terms come to it. */
  readonly last: Pick<DebitView, 'on' | 'amount' | 'reasons'> | null
  /** An installment that comes before the first debit: its owner pays it another way. */
  readonly leftOut: Installment | null
}

/** `ledger` is settled through `from`; `decided` are days on which nothing is taken any more. */
export function foreseeDebits(
  ctx: ServicingContext,
  ledger: AccountLedger,
  by: {
    readonly terms: AutopayTerms
    readonly from: CivilDate
    readonly planned: readonly SetPayment[]
    readonly decided: ReadonlySet<CivilDate>
    readonly payments: readonly Payment[]
    readonly byCard: boolean
  },
): Foreseen {
  const { partialPayments } = autopayRules(ctx.lender, by.from)
  const { terms, from, planned, decided } = by
  const count = Number.MAX_SAFE_INTEGER
  const all = nextDebits(ledger, terms, { from, count, planned, decided, partialPayments })
  const next = all.slice(0, SHOWN)
  const last = all.at(-1)
  return {
    next: next.map((debit) => viewOf(ctx, debit, { ...by, of: ledger.contract.payments })),
    last: last?.reasons.some(isLast) ? last : null,
    leftOut: next[0] ? leftOut(ledger, next[0], { from, planned }) : null,
  }
}

const SHOWN = 3

function viewOf(
  ctx: ServicingContext,
  debit: NextDebit,
  by: { from: CivilDate; payments: readonly Payment[]; of: number; byCard: boolean },
): DebitView {
  const { on, due, installment, amount, reasons, paymentId, terms, before } = debit
  const made = by.payments.find(({ id }) => id === paymentId)
  const calendar = calendarOn(ctx.lender, by.from)
  const foreseen = by.byCard ? on : bankDates(on, { today: by.from, calendar }).withdrawn
  const withdrawn = made?.withdrawnDate ?? foreseen
  const goes = (made?.byCard ?? by.byCard) ? withdrawn : addBankingDays(withdrawn, -1)
  return {
    ...{ on, due, installment, of: by.of, amount, reasons, paymentId, withdrawn },
    stopUntil: cutoffOn(ctx.lender, goes),
    effect: terms && effectFor(before, terms, on),
  }
}
