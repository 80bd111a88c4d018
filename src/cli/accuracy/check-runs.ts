// Unbroken runs of payments, each within a cent by itself: through the ledger as one account, which
// carries the fraction of a cent where the portfolio does. What is left is the drift of the balance.
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { interestOf, type PaymentSpan, paymentSpans } from './check-interest.ts'
import type { LoanHistory } from './filings.ts'
import { beginLife, live } from './replay-life.ts'
import type { Tallies } from './tally.ts'

export function checkRuns(loan: LoanHistory, tallies: Tallies): void {
  const { contract } = loan
  if (contract === null) return
  for (const run of unbrokenRuns(loan)) addRun(loan, { contract, run }, tallies)
}

function unbrokenRuns(loan: LoanHistory): PaymentSpan[][] {
  const runs: PaymentSpan[][] = []
  let last: PaymentSpan | null = null
  for (const payment of paymentSpans(loan)) {
    if (!isWithinACent(loan, payment)) continue
    if (last !== null && payment.before === last.month) runs.at(-1)?.push(payment)
    else runs.push([payment])
    last = payment
  }
  return runs.filter((run) => run.length > 1)
}

function isWithinACent({ portfolio }: LoanHistory, { month, span }: PaymentSpan): boolean {
  return Math.abs(interestOf(portfolio, span) - month.interest) <= 1
}

function addRun(
  loan: LoanHistory,
  { contract, run }: { contract: LoanContract; run: readonly PaymentSpan[] },
  tallies: Tallies,
): void {
  const [first] = run
  let life = first ? beginLife(contract, first.before) : null
  let farthest = { where: loan.asset, ours: 0, reported: 0, reason: 'the balance drifts' }
  for (const { month } of run) {
    const lived = life && live(life, month)
    if (lived === null || typeof lived === 'string') return
    const where = `${loan.asset} ${month.periodEnd}`
    const reason = 'the carried fraction is another'
    const interest = { where, ours: lived.interest, reported: month.interest, reason }
    tallies.add('runPayments', loan, interest)
    const drift = { ...farthest, where, ours: lived.principal, reported: month.end }
    if (distance(drift) >= distance(farthest)) farthest = drift
    life = lived.life
  }
  tallies.add('runDrift', loan, farthest)
}

function distance({ ours, reported }: { ours: number; reported: number }): number {
  return Math.abs(ours - reported)
}
