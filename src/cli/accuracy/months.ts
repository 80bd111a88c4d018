// Months of filings that follow one another.
import { partsOf } from '#src/domain/calendar.ts'
import type { LoanMonth } from '#src/formats/filings/loan-month.ts'

export function isNextMonth(before: LoanMonth, month: LoanMonth): boolean {
  return monthNumber(month) - monthNumber(before) === 1
}

function monthNumber({ periodEnd }: LoanMonth): number {
  const { year, month } = partsOf(periodEnd)
  return year * 12 + month
}
