// Whole lives through the ledger. A month that is out is set right before the next one, so that
// each is judged by itself; a life holds when all of its months do.
import type { LoanMonth } from '#src/formats/filings/loan-month.ts'
import type { LoanHistory } from './filings.ts'
import { isOut, type Judged, judgeMonth } from './judge-month.ts'
import { beginLife, type Life } from './replay-life.ts'
import { apart, type Finding, type Tallies } from './tally.ts'

export function checkLives(loan: LoanHistory, tallies: Tallies): void {
  const judged = judgedMonths(loan)
  for (const { check, finding } of judged) tallies.add(check, loan, finding)
  const worst = worstOf(judged.map(({ finding }) => finding))
  if (worst) tallies.add(isClosed(loan) ? 'closedLives' : 'openLives', loan, worst)
  const redated = worstOf(judged.map(({ settled }) => settled))
  if (redated) tallies.add('redatedLives', loan, redated)
}

/** The first that is out, else the farthest. */
function worstOf(findings: readonly Finding[]): Finding | null {
  const out = findings.find(isOut)
  if (out) return out
  return findings.reduce<Finding | null>((a, b) => (a && apart(a) >= apart(b) ? a : b), null)
}

function isClosed({ months }: LoanHistory): boolean {
  return months.some((month) => month.begin > 0 && month.end === 0)
}

function judgedMonths({ asset, contract, months }: LoanHistory): Judged[] {
  const judged: Judged[] = []
  let lives: Judged['lives'] | null = null
  let before: LoanMonth | null = null
  for (const month of months) {
    const begun: Life | null =
      contract && before && lives === null ? beginLife(contract, before) : null
    if (begun) lives = [begun]
    if (lives && before) {
      const next = judgeMonth(lives, { before, month, where: `${asset} ${month.periodEnd}` })
      lives = next.lives
      if (month.begin > 0) judged.push(next)
    }
    before = month
  }
  return judged
}
