// One month of a life: does it hold, and if not, why, and from where does the next one go on.
import type { LoanMonth } from '#src/formats/filings/loan-month.ts'
import type { Underivable } from '#src/formats/filings/month-to-events.ts'
import { CHECKS, type CheckName } from './checks.ts'
import { isNextMonth } from './months.ts'
import { asReported, corrected, daysBeside, type Life, type Lived, live } from './replay-life.ts'
import { apart, type Finding } from './tally.ts'

export type Judged = {
  readonly check: CheckName
  readonly finding: Finding
  /** With the payment on the day whose interest was reported, where that is another one. */
  readonly settled: Finding
  /** What the next month may follow: two where it is open which of its figures was another. */
  readonly lives: readonly [Life, ...Life[]]
}

export function isOut(finding: Finding): boolean {
  return apart(finding) > TOLERANCE
}

const TOLERANCE = CHECKS.paidMonths.tolerance

export type Place = {
  readonly before: LoanMonth
  readonly month: LoanMonth
  readonly where: string
}

/**
 * The month by the lives that it may follow: those under which it holds go on. Where none is left,
 * the first is set right.
 */
export function judgeMonth(lives: readonly [Life, ...Life[]], place: Place): Judged {
  const [first, ...others] = lives
  const judged = [judge(first, place), ...others.map((life) => judge(life, place))] as const
  const [holding, ...more] = judged.filter(({ finding }) => !isOut(finding))
  if (holding === undefined) return judged[0]
  const [life] = holding.lives
  return { ...holding, lives: [life, ...more.flatMap((each) => each.lives)] }
}

function judge(life: Life, place: Place): Judged {
  const { before, month, where } = place
  if (month.begin > 0 && !isNextMonth(before, month))
    return takenAsReported(life, place, 'a month before it is missing')
  const lived = live(life, month)
  if (typeof lived === 'string') return takenAsReported(life, place, UNDERIVABLE[lived])
  const check = CHECK_OF[lived.dating]
  const figures = comparison(lived, month)
  const isNear = Math.abs(figures.ours - figures.reported) <= FEW_CENTS
  const finding = { where, ...figures, reason: isNear ? NEAR : reasonOut(life, month) }
  if (!isOut(finding)) return { check, finding, settled: finding, lives: [lived.life] }
  const onFiledDay = corrected(lived, month)
  const beside = lived.dating === 'filed' ? onADayBeside(life, place) : null
  if (beside === null) return { check, finding, settled: finding, lives: [onFiledDay] }
  return {
    check,
    finding: { ...finding, reason: beside.reason },
    settled: { ...finding, ours: beside.lived.principal },
    // Either the day was another or the interest: the months after it tell.
    lives: [beside.lived.life, onFiledDay],
  }
}

const FEW_CENTS = 10
const NEAR = 'three to ten cents apart'

const CHECK_OF = {
  filed: 'paidMonths',
  noPayment: 'unpaidMonths',
  inferred: 'closingMonths',
} as const satisfies Record<string, CheckName>

function takenAsReported(life: Life, { month, where }: Place, reason: string): Judged {
  const finding = { where, ours: null, reported: month.end, reason }
  const check: CheckName = month.paid === 0 ? 'unpaidMonths' : 'paidMonths'
  return { check, finding, settled: finding, lives: [asReported(life, month)] }
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

/** The day off by one is common; another day must fit closer, for there are thirty to try. */
function onADayBeside(life: Life, { month }: Place): { lived: Lived; reason: string } | null {
  if (month.interest === 0) return null
  for (const { day, away } of daysBeside(month)) {
    if (day <= life.paidThrough) continue
    const lived = live(life, month, day)
    if (typeof lived === 'string') return null
    if (Math.abs(lived.principal - month.end) <= (away === 1 ? TOLERANCE : 1))
      return { lived, reason: away === 1 ? ONE_DAY : ANOTHER_DAY }
  }
  return null
}

const ONE_DAY = 'right with the payment a day earlier or later'
const ANOTHER_DAY = 'right with the payment on another day of the month'

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
