// The chart of ledger accounts of one servicing account. Assets grow by debit; income, suspense and
// boarding by credit.

/**
 * `boarding` is the other side of balances taken over; `writeOff` that of small remainders and
 * adjustments; `chargeOff` what was given up as lost, `recovery` what came in of it afterwards.
 * `paymentFeeIncome` is the price of paying in a certain way, which no account owes.
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
  | 'chargeOff'
  | 'recovery'
  | 'leaseBalance'
  | 'rentIncome'
  | 'taxPayable'
  | 'paymentFeeIncome'

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
  'chargeOff',
  'recovery',
  'leaseBalance',
  'rentIncome',
  'taxPayable',
  'paymentFeeIncome',
]
