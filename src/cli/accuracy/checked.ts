// Every check, over every filing.
import type { AccuracyRun } from '../accuracy.ts'
import { checkBalances } from './check-balances.ts'
import { checkChain, checkSamples, checkSinglePayments } from './check-interest.ts'
import { checkLeases } from './check-leases.ts'
import { checkLives } from './check-lives.ts'
import { checkPastDue } from './check-past-due.ts'
import { checkRuns } from './check-runs.ts'
import { checkScheduledInterest, checkScheduledSamples } from './check-schedule.ts'
import type { Filings, LoanHistory } from './filings.ts'
import { type Outcome, Tallies } from './tally.ts'

/** What each check found, by servicer or by trust. */
export function checked(filings: Filings, by: AccuracyRun['by']): Outcome[] {
  const tallies = new Tallies(by)
  checkChain(filings, tallies)
  checkSamples(filings, tallies)
  checkScheduledSamples(filings, tallies)
  checkLeases(filings, tallies)
  for (const loan of filings.loans()) for (const check of OF_A_LOAN) check(loan, tallies)
  return tallies.outcomes()
}

const OF_A_LOAN: readonly ((loan: LoanHistory, tallies: Tallies) => void)[] = [
  checkBalances,
  checkPastDue,
  checkScheduledInterest,
  checkSinglePayments,
  checkRuns,
  checkLives,
]
