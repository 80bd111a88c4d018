// The chart of ledger accounts of one servicing account. Assets grow by debit; income, suspense and
// boarding by credit.

/**
 * `boarding` is the other side of balances taken over; `writeOff` that of small remainders and
 * adjustments.
 */
export type LedgerAccount =
  | 'cash'
  | 'principal'
  | 'interestReceivable'
  | 'lateChargesReceivable'
  | 'feesReceivable'
  | 'interestIncome'
  | 'lateChargeIncome'
  | 'feeIncome'
  | 'suspense'
  | 'boarding'
  | 'writeOff'

export const LEDGER_ACCOUNTS: readonly LedgerAccount[] = [
  'cash',
  'principal',
  'interestReceivable',
  'lateChargesReceivable',
  'feesReceivable',
  'interestIncome',
  'lateChargeIncome',
  'feeIncome',
  'suspense',
  'boarding',
  'writeOff',
]
