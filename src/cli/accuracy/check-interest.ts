// Interest as reported, against the contract's own law of interest, span by span.
import { type InterestSpan, interestFor, perDiem } from '#src/domain/contract/interest.ts'
import type { InterestConvention } from '#src/domain/contract/loan.ts'
import { type Cents, minus, roundToCents } from '#src/domain/money.ts'
import type { LoanMonth } from '#src/formats/filings/loan-month.ts'
import type { Filings, LoanHistory } from './filings.ts'
import { isNextMonth } from './months.ts'
import type { Tallies } from './tally.ts'

/** Every row of a chain: its interest, and what the payment then leaves. */
export function checkChain({ chain, conventions }: Filings, tallies: Tallies): void {
  for (const row of chain) {
    const interest = interestOf(row.convention, row.span)
    const principal = minus(row.paid, interest)
    const isLeft = principal === row.principal && minus(row.span.principal, principal) === row.end
    const where = `${row.asset} ${row.month}`
    const finding =
      interest !== row.interest || isLeft
        ? { ours: interest, reported: row.interest, reason: 'another interest' }
        : { ours: principal, reported: row.principal, reason: 'the row contradicts itself' }
    tallies.add('interestChain', conventions.find(row.trust), { where, ...finding })
  }
}

/** Samples by the conventions of the portfolio; by the row's own day count where none are stated. */
export function checkSamples({ samples, conventions }: Filings, tallies: Tallies): void {
  for (const row of samples) {
    if (row.kind !== 'actual') continue
    const { isStated, ...group } = conventions.find(row.trust)
    const { portfolio } = group
    const convention = isStated
      ? portfolio
      : { ...portfolio, dayCount: row.dayCount ?? portfolio.dayCount }
    tallies.add(row.isSingle ? 'singleSamples' : 'otherSamples', group, {
      where: `${row.asset} ${row.month}`,
      ours: interestOf(convention, row.span),
      reported: row.interest,
      reason: reasonApart(convention, { span: row.span, reported: row.interest }),
    })
  }
}

/** Months whose one payment is the installment: interest between two paid-through dates. */
export function checkSinglePayments(loan: LoanHistory, tallies: Tallies): void {
  for (const { month, span } of paymentSpans(loan)) {
    if (month.paid !== month.scheduledPayment) continue
    tallies.add('singlePayments', loan, {
      where: `${loan.asset} ${month.periodEnd}`,
      ours: interestOf(loan.portfolio, span),
      reported: month.interest,
      reason: reasonApart(loan.portfolio, { span, reported: month.interest }),
    })
  }
}

export type PaymentSpan = {
  readonly before: LoanMonth
  readonly month: LoanMonth
  readonly span: InterestSpan
}

/** Months with a payment that moved the paid-through date, and the days it paid interest for. */
export function* paymentSpans({ months }: LoanHistory): Generator<PaymentSpan> {
  let before: LoanMonth | null = null
  for (const month of months) {
    const span = before && spanBetween(before, month)
    if (before && span) yield { before, month, span }
    before = month
  }
}

function spanBetween(before: LoanMonth, month: LoanMonth): InterestSpan | null {
  const from = before.interestPaidThrough
  const to = month.interestPaidThrough
  const rate = month.rate ?? before.rate
  if (!isNextMonth(before, month) || month.paid <= 0) return null
  if (from === null || to === null || to <= from || rate === null) return null
  return { principal: month.begin, rate, from, to }
}

/** Interest of a span to the cent. */
export function interestOf(convention: InterestConvention, span: InterestSpan): Cents {
  return roundToCents(interestFor(convention, span), convention.rounding)
}

function reasonApart(
  convention: InterestConvention,
  { span, reported }: { span: InterestSpan; reported: Cents },
): string {
  const day = roundToCents(perDiem(convention, { ...span, on: span.from }), 'half-up')
  const apart = Math.abs(interestOf(convention, span) - reported)
  if (Math.abs(apart - day) <= 1) return "the paid-through date is one day's interest off"
  return 'several payments, a part payment or other days'
}
