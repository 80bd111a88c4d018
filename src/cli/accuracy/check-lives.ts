// Whole lives through the ledger. A month that is out is set right before the next one, so that each
// is judged by itself; a life holds when all of its months do.
import type { LoanMonth } from '#src/formats/filings/loan-month.ts'
import type { Underivable } from '#src/formats/filings/month-to-events.ts'
import { CHECKS, type CheckName } from './checks.ts'
import type { LoanHistory } from './filings.ts'
import { isNextMonth } from './months.ts'
import {
  asReported,
  beginLife,
  corrected,
  daysBeside,
  type Life,
  type Lived,
  live,
} from './replay-life.ts'
import { apart, type Finding, type Tallies } from './tally.ts'

export function checkLives(loan: LoanHistory, tallies: Tallies): void {
  const judged = judgedMonths(loan)
  for (const { check, finding } of judged) tallies.add(check, loan, finding)
  const [first, ...rest] = judged.map(({ finding }) => finding)
  if (first === undefined) return
  const worst = rest.reduce((a, b) => (isOut(a) || apart(b) <= apart(a) ? a : b), first)
  tallies.add(isClosed(loan) ? 'closedLives' : 'openLives', loan, worst)
}

function isOut(finding: Finding): boolean {
  return apart(finding) > TOLERANCE
}

const TOLERANCE = CHECKS.paidMonths.tolerance

function isClosed({ months }: LoanHistory): boolean {
  return months.some((month) => month.begin > 0 && month.end === 0)
}

type Judged = { readonly check: CheckName; readonly finding: Finding }

function judgedMonths({ asset, contract, months }: LoanHistory): Judged[] {
  const judged: Judged[] = []
  let life: Life | null = null
  let before: LoanMonth | null = null
  for (const month of months) {
    if (contract && before && life === null) life = beginLife(contract, before)
    if (life && before) {
      const next = judge(life, { before, month, where: `${asset} ${month.periodEnd}` })
      life = next.life
      if (month.begin > 0) judged.push(next)
    }
    before = month
  }
  return judged
}

type Place = { readonly before: LoanMonth; readonly month: LoanMonth; readonly where: string }

function judge(life: Life, place: Place): Judged & { life: Life } {
  const { before, month, where } = place
  if (month.begin > 0 && !isNextMonth(before, month))
    return takenAsReported(life, place, 'a month before it is missing')
  const lived = live(life, month)
  if (typeof lived === 'string') return takenAsReported(life, place, UNDERIVABLE[lived])
  const check = CHECK_OF[lived.dating]
  const figures = comparison(lived, month)
  const finding = { where, ...figures, reason: reasonOut(life, month) }
  if (!isOut(finding)) return { check, finding, life: lived.life }
  const beside = lived.dating === 'filed' ? onADayBeside(life, place) : null
  if (beside) return { check, finding: { ...finding, reason: DAY_BESIDE }, life: beside.life }
  return { check, finding, life: corrected(lived, month) }
}

const CHECK_OF = {
  filed: 'paidMonths',
  noPayment: 'unpaidMonths',
  inferred: 'closingMonths',
} as const satisfies Record<string, CheckName>

function takenAsReported(life: Life, { month, where }: Place, reason: string) {
  const finding = { where, ours: null, reported: month.end, reason }
  const check: CheckName = month.paid === 0 ? 'unpaidMonths' : 'paidMonths'
  return { check, finding, life: asReported(life, month) }
}

const UNDERIVABLE: Readonly<Record<Underivable, string>> = {
  moneyTakenBack: 'money was taken back',
  partsDoNotAddUp: 'the record contradicts itself',
  dayUnknown: 'money came and its day is not filed',
}

/** A closing month leaves nothing whatever its day was: its interest is compared as well. */
function comparison(lived: Lived, month: LoanMonth): { ours: number; reported: number } {
  const principal = { ours: lived.principal, reported: month.end }
  const interest = { ours: lived.interest, reported: month.interest }
  if (lived.dating !== 'inferred') return principal
  const isFarther =
    Math.abs(interest.ours - interest.reported) > Math.abs(principal.ours - principal.reported)
  return isFarther ? interest : principal
}

function onADayBeside(life: Life, { month }: Place): Lived | null {
  for (const day of daysBeside(month)) {
    if (day <= life.ledger.position.accruedThrough) continue
    const lived = live(life, month, day)
    if (typeof lived === 'string') continue
    if (Math.abs(lived.principal - month.end) <= TOLERANCE) return lived
  }
  return null
}

const DAY_BESIDE = 'right with the payment a day earlier or later'

function reasonOut({ ledger }: Life, month: LoanMonth): string {
  if (month.rate !== null && month.rate !== ledger.position.rate) return 'the rate changed'
  if (month.extendedMonths !== 0 || month.isModified) return 'the loan was extended or modified'
  if (month.adjustment !== 0) return 'principal was adjusted'
  if (month.interestPaidThrough === null) return 'no day gives the interest of the closing payment'
  const installment = month.scheduledPayment
  if (installment === null || month.paid === installment) return 'one installment, on other days'
  return month.paid > installment
    ? 'more than the installment: possibly several payments'
    : 'less than the installment: a part payment'
}
