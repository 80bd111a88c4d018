// What is done about a debit of a payment that came back: by its code, by how often it was tried,
// and by what the lender wants.
// Example: R01 of a first try is entered again at the next cutoff; R01 of a third one is not, and
// the payment stays returned.
// Until when a bank may send one: the table of apidocs.paynearme.com, ACH return codes; a later one
// may be dishonored (R68). A debit that settled on Monday 2026-12-07 may come back as R01 until
// 2026-12-09, as R10 until 2027-02-05.
import { addDays, type CivilDate, date, partsOf } from '../calendar.ts'
import { addBankingDays } from '../regions/us-banking-days.ts'
import { mayChargeReturnFee, type ReturnRule, representment, returnRule } from './ach-returns.ts'

/** What the lender's file says about returned payments. */
export type ReturnChoices = {
  /** How often a debit is entered again after R01 and R09: none, once or twice. */
  readonly retries: 0 | 1 | 2
  /** Banking days between the return and the cutoff at which it goes again. */
  readonly retryAfterDays: number
  /** Not the first days of a wait, but the days of the month on which people are paid, if any. */
  readonly retryOnDays: readonly number[]
}

export type ReturnPlan = {
  readonly rule: ReturnRule
  /** After the last day for its code: our bank may refuse it (R68). */
  readonly isLate: boolean
  /** The next try: the banking day at whose cutoff it goes, and the one on which it settles. */
  readonly retry: {
    readonly attempt: 2 | 3
    readonly sendOn: CivilDate
    readonly on: CivilDate
  } | null
  /** Whether the lender may ask a fee for it, where its file has one. */
  readonly mayCharge: boolean
}

/**
 * `sendOn` is the first banking day whose cutoff is still ahead. The retry goes on a day that the
 * lender wants, within 180 days of the first try, with the same amount.
 */
export function returnPlan(of: {
  readonly code: string
  readonly returnedOn: CivilDate
  readonly settledOn: CivilDate
  /** Of the first try. */
  readonly originalEffective: CivilDate
  readonly attempt: 1 | 2 | 3
  readonly sendOn: CivilDate
  readonly choices: ReturnChoices
}): ReturnPlan {
  const { code, attempt, choices } = of
  const until = returnUntil(code, of.settledOn)
  return {
    rule: returnRule(code),
    isLate: until !== null && of.returnedOn > until,
    retry: attempt === 3 || attempt > choices.retries ? null : retryOf(of),
    mayCharge: mayChargeReturnFee(code),
  }
}

function retryOf(of: Parameters<typeof returnPlan>[0]): ReturnPlan['retry'] {
  const sendOn = retryDay(of.sendOn, of.choices)
  const may = representment({
    code: of.code,
    originalEffective: of.originalEffective,
    representedBefore: of.attempt - 1,
    on: sendOn,
  })
  if (!may.may) return null
  const attempt = of.attempt === 1 ? 2 : 3
  return { attempt, sendOn, on: addBankingDays(sendOn, 1) }
}

/** The banking day at whose cutoff it goes, so that it settles on a day that the lender wants. */
function retryDay(first: CivilDate, { retryAfterDays, retryOnDays }: ReturnChoices): CivilDate {
  let day = addBankingDays(first, retryAfterDays)
  if (retryOnDays.length === 0) return day
  for (let tries = 0; tries < MOST_DAYS_TO_A_DAY; tries += 1) {
    if (retryOnDays.includes(Number(addBankingDays(day, 1).slice(8)))) return day
    day = addBankingDays(day, 1)
  }
  return addBankingDays(first, retryAfterDays)
}

/** Two months of banking days: a day of the month that is a holiday in one is none in the next. */
const MOST_DAYS_TO_A_DAY = 45

/** The last day for a return of an entry that settled on a day; null where no days are set. */
export function returnUntil(code: string, settledOn: CivilDate): CivilDate | null {
  if (SIXTY_DAYS.has(code)) return addDays(settledOn, 60)
  return TWO_BANKING_DAYS.has(code) ? addBankingDays(settledOn, 2) : null
}

const SIXTY_DAYS: ReadonlySet<string> = new Set([
  ...['R05', 'R07', 'R10', 'R11', 'R33', 'R37', 'R38', 'R51', 'R52', 'R53'],
])

const TWO_BANKING_DAYS: ReadonlySet<string> = new Set([
  ...['R01', 'R02', 'R03', 'R04', 'R08', 'R09', 'R12', 'R14', 'R15', 'R16', 'R17', 'R20', 'R21'],
  ...['R22', 'R24', 'R29'],
])

/**
 * The date of a settlement day, the day of the year in three digits that operators write: the last
 * one up to some days after `receivedOn`, for a file may come before its entries settle. Null when
 * it is no day of a year.
 */
export function dateOfSettlement(settlementDay: string, receivedOn: CivilDate): CivilDate | null {
  if (!/^\d{3}$/.test(settlementDay)) return null
  const latest = addDays(receivedOn, DAYS_AHEAD)
  const year = partsOf(latest).year
  return (
    inYear(Number(settlementDay), { year, latest }) ??
    inYear(Number(settlementDay), { year: year - 1, latest })
  )
}

const DAYS_AHEAD = 7

function inYear(
  dayOfYear: number,
  { year, latest }: { year: number; latest: CivilDate },
): CivilDate | null {
  if (dayOfYear < 1) return null
  const day = addDays(date(`${year}-01-01`), dayOfYear - 1)
  return partsOf(day).year === year && day <= latest ? day : null
}
