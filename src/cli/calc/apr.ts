// `keyturn calc apr`: the annual percentage rate of Regulation Z, Appendix J.
// Example: 5,000.00 for 24 monthly payments of 230.00 is 9.69 %.
import { unreachable } from '#src/domain/assert.ts'
import { partsOf } from '#src/domain/calendar.ts'
import { type AprProblem, type CreditTerms, solveApr } from '#src/domain/contract/apr.ts'
import { termStart, unitPeriodTerms } from '#src/domain/contract/dated-credit.ts'
import { type UnitPeriod, unitPeriodsPerYear } from '#src/domain/contract/unit-periods.ts'
import { toDecimal } from '#src/domain/fraction.ts'
import { toDollars } from '#src/domain/money.ts'
import { aprForm, type Counted, type Dated, MOST_PAYMENTS } from './apr-form.ts'
import { aprReason, shortFraction } from './apr-reason.ts'
import { type Computed, calculation, type Refused, refuse } from './calculation.ts'

export const apr = calculation<Counted | Dated>(aprForm, (asked): Computed => {
  const refused = tooMany(asked) ?? ('periodsPerYear' in asked ? null : datesRefused(asked))
  if (refused !== null) return refuse(refused)
  if ('periodsPerYear' in asked) return solved(asked, {})
  const terms = unitPeriodTerms({ ...asked, unit: asked.frequency })
  return solved(terms, { unitPeriods: inUnitPeriods(terms) })
})

function solved(terms: CreditTerms, more: object): Computed {
  const rate = solveApr(terms)
  if (!rate.ok) return refuse({ field: 'payments', message: sentence(rate.problem) })
  const result = { apr: toDecimal(rate.percent, 2), exact: toDecimal(rate.percent, 10), ...more }
  return { ok: true, result, explain: () => aprReason(terms, rate) }
}

function sentence(problem: AprProblem): string {
  switch (problem) {
    case 'paymentsBelowAdvances':
      return 'The payments add up to less than the advances, so that credit costs nothing and has no rate; check the amounts and counts.'
    case 'noRateSolves':
      return 'No rate makes these payments worth the advances: one is paid at once, or before what it repays; check periods and fractions.'
    case 'severalRatesMaySolve':
      return 'More is paid than was advanced until then, so that more than one rate may solve; check the order of advances and payments.'
    default:
      return unreachable(problem)
  }
}

function tooMany(asked: Counted | Dated): Refused | null {
  for (const field of ['advances', 'payments'] as const) {
    const total = asked[field].reduce((sum, { count }) => sum + count, 0)
    if (total <= MOST_PAYMENTS) continue
    const message = `With their counts these are ${total}; give at most ${MOST_PAYMENTS}.`
    return { field, message }
  }
  return null
}

/** What dates can show only together. */
function datesRefused({ advances, payments, frequency }: Dated): Refused | null {
  const flows = { advances, payments }
  const start = termStart(advances)
  for (const field of ['advances', 'payments'] as const) {
    const repeats = flows[field].findIndex(({ count }) => count > 1)
    if (repeats >= 0 && frequency === null) {
      const message = `Say how far apart the ${field} are, such as "monthly", or give each with its date.`
      return { field: 'frequency', message }
    }
    const late = flows[field].findIndex((flow) => frequency && endsTooLate(flow, frequency))
    if (late >= 0) {
      const message = `Give fewer: they must end before the year ${LAST_YEAR}.`
      return { field: `${field}[${late}].count`, message }
    }
  }
  const early = payments.findIndex(({ date }) => date < start)
  if (early >= 0) {
    const message = `Give a date that is not before the first advance, ${start}.`
    return { field: `payments[${early}].date`, message }
  }
  if (payments.some(({ date, count }) => date > start || count > 1)) return null
  return { field: 'payments', message: 'Give a payment after the first advance.' }
}

/** Dates are known up to it. */
const LAST_YEAR = 2199

function endsTooLate({ date, count }: Dated['payments'][number], unit: UnitPeriod): boolean {
  const { n, d } = unitPeriodsPerYear(unit)
  return count > 1 && partsOf(date).year + (count * Number(d)) / Number(n) >= LAST_YEAR
}

/** The form in which the same transaction can be given without dates. */
function inUnitPeriods(terms: CreditTerms): object {
  const rows = (flows: CreditTerms['payments']) =>
    flows.map(({ amount, periods, fraction, count }) => {
      return { amount: toDollars(amount), periods, fraction: shortFraction(fraction), count }
    })
  return {
    advances: rows(terms.advances),
    payments: rows(terms.payments),
    periodsPerYear: shortFraction(terms.periodsPerYear),
  }
}
