// Unbroken runs of payments, each within a cent by itself: through the ledger as one account, which
// carries the fraction of a cent where the portfolio does. The fraction that came into the run is
// in no filing: the one is taken, in twentieths of a cent, that leaves most payments right.
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { fraction } from '#src/domain/fraction.ts'
import { interestOf, type PaymentSpan, paymentSpans } from './check-interest.ts'
import type { LoanHistory } from './filings.ts'
import { beginLife, type Life, live } from './replay-life.ts'
import { apart, type Finding, type Tallies } from './tally.ts'

export function checkRuns(loan: LoanHistory, tallies: Tallies): void {
  const { contract } = loan
  if (contract === null) return
  for (const run of unbrokenRuns(loan)) {
    const best = bestReplay(loan, { contract, run })
    if (best === null) continue
    for (const finding of best.payments) tallies.add('runPayments', loan, finding)
    tallies.add('runDrift', loan, best.drift)
  }
}

function unbrokenRuns(loan: LoanHistory): PaymentSpan[][] {
  const runs: PaymentSpan[][] = []
  let last: PaymentSpan | null = null
  for (const payment of paymentSpans(loan)) {
    if (!isPlain(payment) || !isWithinACent(loan, payment)) continue
    if (last !== null && payment.before === last.month) runs.at(-1)?.push(payment)
    else runs.push([payment])
    last = payment
  }
  return runs.filter((run) => run.length > 1)
}

/** Nothing but the payment moved the balance, and the rate stayed. */
function isPlain({ before, month }: PaymentSpan): boolean {
  return month.adjustment === 0 && month.chargedOff === 0 && month.rate === before.rate
}

function isWithinACent({ portfolio }: LoanHistory, { month, span }: PaymentSpan): boolean {
  return Math.abs(interestOf(portfolio, span) - month.interest) <= 1
}

type Run = { readonly contract: LoanContract; readonly run: readonly PaymentSpan[] }
type Replayed = { readonly payments: readonly Finding[]; readonly drift: Finding }

function bestReplay(loan: LoanHistory, { contract, run }: Run): Replayed | null {
  const [first] = run
  const begun = first ? beginLife(contract, first.before) : null
  if (begun === null) return null
  let best: Replayed | null = null
  for (const twentieths of loan.portfolio.carryFractions ? FRACTIONS : [0]) {
    const replayed = replayRun(loan, run, withFraction(begun, twentieths))
    if (replayed && (best === null || exactOf(replayed) > exactOf(best))) best = replayed
  }
  return best
}

/** From nothing to half a cent either way. */
const FRACTIONS = Array.from({ length: 21 }, (_, at) => (at % 2 === 0 ? at / 2 : -(at + 1) / 2))

function withFraction(life: Life, twentieths: number): Life {
  const interestBroughtForward = fraction(BigInt(twentieths), 20n)
  const position = { ...life.ledger.position, interestBroughtForward }
  return { ...life, ledger: { ...life.ledger, position } }
}

function replayRun(loan: LoanHistory, run: readonly PaymentSpan[], begun: Life): Replayed | null {
  const payments: Finding[] = []
  let drift: Finding = { where: loan.asset, ours: 0, reported: 0, reason: 'the balance drifts' }
  let life = begun
  for (const { month } of run) {
    const lived = live(life, month)
    if (typeof lived === 'string') return null
    const where = `${loan.asset} ${month.periodEnd}`
    const reason = 'the carried fraction is another'
    payments.push({ where, ours: lived.interest, reported: month.interest, reason })
    const end = { where, ours: lived.principal, reported: month.end, reason: drift.reason }
    if (apart(end) >= apart(drift)) drift = end
    life = lived.life
  }
  return { payments, drift }
}

function exactOf({ payments }: Replayed): number {
  return payments.filter((finding) => apart(finding) === 0).length
}
