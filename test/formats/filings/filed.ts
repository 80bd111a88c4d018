// Records of filings for tests: one loan month with round figures, changed field by field.
import { FiledValues } from '#src/formats/boarding/filed-values.ts'
import { type LoanMonth, loanMonth } from '#src/formats/filings/loan-month.ts'

const LOAN_MONTH = {
  assetNumber: '0001 - 000001',
  reportingPeriodBeginningDate: '01-01-2017',
  reportingPeriodEndingDate: '01-31-2017',
  reportingPeriodBeginningLoanBalanceAmount: '10000',
  reportingPeriodActualEndBalanceAmount: '9750',
  totalActualAmountPaid: '350',
  actualInterestCollectedAmount: '100',
  actualPrincipalCollectedAmount: '250',
  actualOtherCollectedAmount: '0',
  interestPaidThroughDate: '01-10-2017',
  reportingPeriodInterestRatePercentage: '0.12',
  reportingPeriodScheduledPaymentAmount: '350',
}

export type Changes = Readonly<Record<string, string | null>>

/** `null` leaves an element out. */
export function filedValues(changes: Changes = {}): FiledValues {
  const fields = new Map<string, string>(Object.entries(LOAN_MONTH))
  for (const [name, value] of Object.entries(changes))
    if (value === null) fields.delete(name)
    else fields.set(name, value)
  return new FiledValues(fields)
}

export function filedLoanMonth(changes: Changes = {}): LoanMonth {
  return loanMonth(filedValues(changes), 'Some Trust 2017-1')
}
