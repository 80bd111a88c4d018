// All that a directory holds, by kind; the months of one loan together in their order, each once.
import { type CivilDate, partsOf } from '#src/domain/calendar.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { filedContract } from '#src/formats/boarding/filed-contract.ts'
import { FiledValueProblem, type FiledValues } from '#src/formats/boarding/filed-values.ts'
import type { ChainRow, SampleRow } from '#src/formats/filings/interest-row.ts'
import type { LeaseMonth } from '#src/formats/filings/lease-month.ts'
import { type LoanMonth, loanMonth } from '#src/formats/filings/loan-month.ts'
import type { Conventions, Portfolio } from './conventions.ts'

export type LoanHistory = {
  readonly trust: string
  readonly portfolio: Portfolio
  readonly asset: string
  /** Oldest first. */
  readonly months: readonly LoanMonth[]
  /** By the portfolio's conventions; null where the filing does not give one we service. */
  readonly contract: LoanContract | null
}

export class Filings {
  readonly chain: ChainRow[] = []
  readonly samples: SampleRow[] = []
  readonly leases: LeaseMonth[] = []
  readonly conventions: Conventions
  readonly #loans = new Map<string, GrowingHistory>()

  constructor(conventions: Conventions) {
    this.conventions = conventions
  }

  /** False for a month that was read before. Throws FiledValueProblem. */
  addLoanMonth(values: FiledValues, filedTrust: string): boolean {
    const { trust, portfolio } = this.conventions.find(filedTrust)
    const month = loanMonth(values, trust)
    const key = `${trust}/${month.asset}`
    const loan = this.#loans.get(key) ?? { portfolio, months: new Map(), first: null }
    this.#loans.set(key, loan)
    if (loan.months.has(month.periodEnd)) return false
    loan.months.set(month.periodEnd, month)
    if (loan.first === null || month.periodEnd < loan.first.end)
      loan.first = { end: month.periodEnd, values }
    return true
  }

  *loans(): Generator<LoanHistory> {
    for (const { portfolio, months, first } of this.#loans.values()) {
      const ordered = [...months.values()].sort((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1))
      const [month] = ordered
      if (!month || !first) continue
      const contract = isExtendable(ordered) ? contractOf(first.values, portfolio) : null
      yield { trust: month.trust, portfolio, asset: month.asset, months: ordered, contract }
    }
  }
}

type GrowingHistory = {
  readonly portfolio: Portfolio
  readonly months: Map<CivilDate, LoanMonth>
  first: { end: CivilDate; values: FiledValues } | null
}

function contractOf(values: FiledValues, portfolio: Portfolio): LoanContract | null {
  const { dayCount, yearEnd, rounding, dailyRateDecimals, carryFractions } = portfolio
  try {
    const contract = filedContract(values, dayCount)
    if (!isOfOurTime(contract)) return null
    const { smallRemainder } = portfolio
    return { ...contract, yearEnd, rounding, dailyRateDecimals, carryFractions, smallRemainder }
  } catch (error) {
    if (error instanceof FiledValueProblem) return null
    throw error
  }
}

/** Extensions of more than twenty years in all are no extensions of a vehicle loan. */
function isExtendable(months: readonly LoanMonth[]): boolean {
  return months.reduce((sum, month) => sum + Math.max(0, month.extendedMonths), 0) <= 240
}

/** Due dates, with every extension that a month may name, stay within the calendar. */
function isOfOurTime({ start, firstDue }: LoanContract): boolean {
  return partsOf(start).year >= 1950 && partsOf(firstDue).year < 2100
}
