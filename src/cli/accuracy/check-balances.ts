// What every row says twice: balances and the parts of payments.
import { fraction, multiply } from '#src/domain/fraction.ts'
import { minus, plus, roundToCents } from '#src/domain/money.ts'
import type { LoanMonth } from '#src/formats/filings/loan-month.ts'
import type { LoanHistory } from './filings.ts'
import type { Tallies } from './tally.ts'

export function checkBalances(loan: LoanHistory, tallies: Tallies): void {
  let before: LoanMonth | null = null
  for (const month of loan.months) {
    const where = `${loan.asset} ${month.periodEnd}`
    if (before)
      tallies.add('beginBalance', loan, {
        where,
        ours: before.end,
        reported: month.begin,
        reason: 'the balance changed between two filings',
      })
    if (!month.isAdded) tallies.add('endBalance', loan, { where, ...endBalance(month) })
    tallies.add('paidParts', loan, {
      where,
      ours: plus(month.interest, month.principal, month.other),
      reported: month.paid,
      reason: 'the parts are not the total',
    })
    addScheduledParts(loan, month, tallies)
    before = month
  }
}

/** Some servicers report a write-off beside an unchanged balance: their exception says so. */
function endBalance(month: LoanMonth): { ours: number; reported: number; reason: string } {
  const unlost = minus(month.begin, month.principal)
  const ours = minus(minus(unlost, month.chargedOff), month.adjustment)
  const reason = unlost === month.end ? 'right without loss and adjustment' : 'another end balance'
  return { ours, reported: month.end, reason }
}

function addScheduledParts(loan: LoanHistory, month: LoanMonth, tallies: Tallies): void {
  const { scheduledParts, scheduledPayment } = month
  if (scheduledParts === null || scheduledPayment === null) return
  tallies.add('scheduledParts', loan, {
    where: `${loan.asset} ${month.periodEnd}`,
    ours: roundToCents(multiply(scheduledParts, fraction(100n)), 'half-up'),
    reported: scheduledPayment,
    reason: 'the parts are not the payment',
  })
}
