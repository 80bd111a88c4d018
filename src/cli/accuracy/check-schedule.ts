// Scheduled interest of contracts that follow a schedule of equal payments at a twelfth of the
// rate: the balance that the remaining payments repay, and the first row of its schedule.
// Example: 371.27 a month at 11.45 %, 60 payments after this one: 163.25 of interest.
import { addMonths, date } from '#src/domain/calendar.ts'
import { amortize } from '#src/domain/contract/amortization.ts'
import { presentValue } from '#src/domain/contract/present-value.ts'
import { fraction } from '#src/domain/fraction.ts'
import { type Cents, type RatePpb, roundToCents, ZERO_CENTS } from '#src/domain/money.ts'
import type { LoanMonth } from '#src/formats/filings/loan-month.ts'
import type { Filings, LoanHistory } from './filings.ts'
import type { Tallies } from './tally.ts'

type Scheduled = {
  readonly payment: Cents
  readonly rate: RatePpb
  /** Payments after this one. */
  readonly remainingTerm: number
}

export function checkScheduledSamples({ samples, conventions }: Filings, tallies: Tallies): void {
  for (const row of samples)
    if (row.kind === 'scheduled')
      tallies.add('scheduledInterest', conventions.find(row.trust), {
        where: `${row.asset} ${row.month}`,
        ours: scheduledInterest(row),
        reported: row.interest,
        reason: ANOTHER,
      })
}

export function checkScheduledInterest(loan: LoanHistory, tallies: Tallies): void {
  if (loan.portfolio.schedule !== 'annuity') return
  for (const month of loan.months) {
    const scheduled = scheduleOf(month)
    if (scheduled === null || month.scheduledInterest === null) continue
    tallies.add('scheduledInterest', loan, {
      where: `${loan.asset} ${month.periodEnd}`,
      ours: scheduledInterest(scheduled),
      reported: month.scheduledInterest,
      reason: ANOTHER,
    })
  }
}

const ANOTHER = 'scheduled by another method'

function scheduleOf(month: LoanMonth): Scheduled | null {
  const { scheduledPayment: payment, rate, remainingTerm } = month
  if (payment === null || rate === null || remainingTerm === null || payment <= 0) return null
  return remainingTerm < 0 || remainingTerm > 600 ? null : { payment, rate, remainingTerm }
}

function scheduledInterest({ payment, rate, remainingTerm }: Scheduled): Cents {
  const payments = remainingTerm + 1
  const period = fraction(BigInt(rate), 12_000_000_000n)
  const all = { amount: payment, periods: 1, fraction: fraction(0n), count: payments }
  const [first] = amortize(
    {
      ...ANY_DATES,
      principal: roundToCents(presentValue([all], period), 'half-up'),
      rate,
      payments,
      payment,
    },
    'periodic',
  )
  return first?.interest ?? ZERO_CENTS
}

// A twelfth of the rate is due whatever the days.
const ANY_DATES = {
  start: date('2000-01-01'),
  firstDue: addMonths(date('2000-01-01'), 1),
  frequency: 'monthly',
  dayCount: '30/360',
  yearEnd: 'old',
  rounding: 'half-up',
  dailyRateDecimals: null,
  carryFractions: false,
} as const
