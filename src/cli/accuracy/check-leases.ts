// A lease record's own figures: its value now and at the end of the month, and its next payment.
import { date } from '#src/domain/calendar.ts'
import { amortize } from '#src/domain/contract/amortization.ts'
import { paymentTaxes } from '#src/domain/contract/lease-schedule.ts'
import { presentValue } from '#src/domain/contract/present-value.ts'
import { fraction, ZERO } from '#src/domain/fraction.ts'
import { type Cents, plus, type RatePpb, roundToCents, sum, ZERO_CENTS } from '#src/domain/money.ts'
import type { LeaseMonth } from '#src/formats/filings/lease-month.ts'
import type { Filings } from './filings.ts'
import type { Tallies } from './tally.ts'

export function checkLeases({ leases, conventions }: Filings, tallies: Tallies): void {
  for (const lease of leases) {
    const group = conventions.find(lease.trust)
    const add = (figure: string, ours: Cents, reported: Cents) =>
      tallies.add('leaseFigures', group, {
        where: `${lease.asset} ${lease.periodEnd} ${figure}`,
        ours,
        reported,
        reason: figure,
      })
    add('value at the beginning', worthOfRest(lease, lease.remainingTerm), lease.valueBegin)
    // What a month without its one payment leaves is no schedule's figure.
    if (lease.remainingTerm > 0 && lease.paid === lease.payment) {
      add('value of what remains', worthOfRest(lease, lease.remainingTerm - 1), lease.valueEnd)
      add('value carried over the month', valueAfterMonth(lease), lease.valueEnd)
    }
    const tax = lease.state === null ? null : conventions.leaseTax(lease.state)
    if (tax !== null) add('next payment with its tax', withTax(lease, tax), lease.nextDue)
  }
}

/** `count` payments, and the base residual a month after the last. */
function worthOfRest(lease: LeaseMonth, count: number): Cents {
  const period = fraction(BigInt(lease.discountRate), 12_000_000_000n)
  const flows = [
    { amount: lease.payment, periods: 1, fraction: ZERO, count },
    { amount: lease.baseResidual, periods: count + 1, fraction: ZERO, count: 1 },
  ]
  return roundToCents(presentValue(flows, period), 'half-up')
}

/** A twelfth of the rate is earned on the value, and the payment lowers it. */
function valueAfterMonth(lease: LeaseMonth): Cents {
  const [first] = amortize(
    {
      principal: lease.valueBegin,
      rate: lease.discountRate,
      // A twelfth is earned whatever the days; what comes after the first row is not asked for.
      start: date('2000-01-01'),
      firstDue: date('2000-02-01'),
      payments: 2,
      frequency: 'monthly',
      payment: lease.payment,
      dayCount: '30/360',
      yearEnd: 'old',
      rounding: 'half-up',
      dailyRateDecimals: null,
      carryFractions: false,
    },
    'periodic',
  )
  return first?.balance ?? ZERO_CENTS
}

function withTax(lease: LeaseMonth, percentPpb: RatePpb): Cents {
  const tax = { name: 'Lease tax', percentPpb, citation: 'stated with the conventions' }
  const terms = { basePayment: lease.payment, rounding: 'half-up', paymentTaxes: [tax] } as const
  return plus(lease.payment, sum(paymentTaxes(terms).map(({ amount }) => amount)))
}
