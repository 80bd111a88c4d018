// Verifying a bank account before its first debit: by a prenote, or by two deposits under a dollar
// whose amounts its owner types.
// Source: Nacha, account validation of WEB debits; prenotes at least three banking days before the
// first entry (bank originator guides).
// Example: a prenote sent Tue 2026-11-24 settles Wed 11-25; first debit Tue 12-01.
import { type CivilDate, later } from '../../calendar.ts'
import type { Refusal } from '../../refusal.ts'
import type { BankAccountCheck } from '../../regions/us-bank-account.ts'
import { addBankingDays } from '../../regions/us-banking-days.ts'
import { firstEntryAfterPrenote } from '../ach-dates.ts'
import { returnRule } from '../ach-returns.ts'

export type CheckDates = { readonly method: BankAccountCheck; readonly settlesOn: CivilDate }

/** What decides whether an account may be debited. */
export type FundingStanding = {
  readonly state: 'unverified' | 'checking' | 'verified' | 'failed' | 'stopped'
  /** The check that is under way. */
  readonly check: CheckDates | null
}

/**
 * Why a bank account cannot be debited by a file of `sendOn`; null when it can, or can be verified
 * by then.
 */
export function fundingRefusal(account: FundingStanding, sendOn: CivilDate): Refusal | null {
  if (account.state === 'verified') return null
  if (account.state === 'stopped') return { code: 'bankAccountStopped' }
  if (account.state !== 'checking' || !account.check) return { code: 'bankAccountNotVerified' }
  const firstUse = firstUseOn(account.check)
  return sendOn < firstUse ? { code: 'bankAccountNotYet', firstUse } : null
}

/**
 * The first banking day whose file may hold a debit: three banking days after a prenote settled;
 * for deposits the day they arrive, if both amounts are typed before the cutoff.
 */
export function firstUseOn({ method, settlesOn }: CheckDates): CivilDate {
  return method === 'prenote' ? firstEntryAfterPrenote(settlesOn) : addBankingDays(settlesOn, 0)
}

/**
 * When entries that go with the file of `sendOn` settle: a prenote, a debit, on the next banking
 * day; deposits, credits, in the days that the lender's bank takes.
 */
export function checkSettles(
  of: { readonly method: BankAccountCheck; readonly creditDays: 1 | 2 },
  sendOn: CivilDate,
): CivilDate {
  return addBankingDays(sendOn, of.method === 'prenote' ? 1 : of.creditDays)
}

/** The last day to type the two amounts: ten banking days after they arrived. */
export function depositsUntil(settlesOn: CivilDate): CivilDate {
  return addBankingDays(settlesOn, 10)
}

export type CheckStep =
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'passed' }
  /** The deposits should be there: their owner is told. */
  | { readonly kind: 'tell' }
  /** Nothing yet; `settlesOn` is when its entries settle by what is known today. */
  | { readonly kind: 'waits'; readonly settlesOn: CivilDate }

/** One entry of a check, as its row says. */
export type CheckEntry = {
  readonly state: 'waiting' | 'inFile' | 'withdrawn' | 'returned'
  readonly sendOn: CivilDate
  readonly effective: CivilDate | null
  readonly returnCode: string | null
}

/** What a check that is under way comes to on a business day. */
export function checkStep(
  check: CheckDates & { readonly told: 'yes' | 'no'; readonly creditDays: 1 | 2 },
  at: { readonly entries: readonly CheckEntry[]; readonly today: CivilDate },
): CheckStep {
  const reason = failureOf(at.entries)
  if (reason !== null) return { kind: 'failed', reason }
  const settlesOn = settlement(check, at)
  const isSent = at.entries.every(({ state }) => state === 'inFile')
  if (!isSent) return { kind: 'waits', settlesOn }
  if (check.method === 'prenote')
    return at.today >= firstEntryAfterPrenote(settlesOn)
      ? { kind: 'passed' }
      : { kind: 'waits', settlesOn }
  if (at.today > depositsUntil(settlesOn)) return { kind: 'failed', reason: 'expired' }
  if (at.today >= settlesOn && check.told === 'no') return { kind: 'tell' }
  return { kind: 'waits', settlesOn }
}

/**
 * What an entry of a check says against the bank account, before it passed or after: the code with
 * which the bank sent it back, or that it never went; null when it says nothing.
 */
export function failureOf(entries: readonly CheckEntry[]): string | null {
  const returned = entries.find(({ state }) => state === 'returned')
  if (returned) return returned.returnCode ?? 'returned'
  return entries.some(({ state }) => state === 'withdrawn') ? 'notSent' : null
}

/**
 * By its file once there is one, never before the banking day after it went: a window of the same
 * day brings no check forward. Until then by the file that can still take it.
 */
function settlement(
  check: CheckDates & { readonly creditDays: 1 | 2 },
  at: { readonly entries: readonly CheckEntry[]; readonly today: CivilDate },
): CivilDate {
  return at.entries
    .map(({ effective, sendOn }) => {
      const goes = addBankingDays(later(sendOn, at.today), 0)
      return effective === null
        ? checkSettles(check, goes)
        : later(effective, addBankingDays(sendOn, 1))
    })
    .reduce(later)
}

/**
 * Two amounts from 1 to 99 cents that differ, for a number from 0 to 9,701: each pair in each order
 * once.
 */
export function depositPair(draw: number): readonly [number, number] {
  const [first, other] = [Math.floor(draw / 98) + 1, (draw % 98) + 1]
  return [first, other < first ? other : other + 1]
}

export const DEPOSIT_PAIRS = 99 * 98

/** The pair in one form, whatever the order: "07 42". */
export function depositText(pair: readonly [number, number]): string {
  return pair
    .toSorted((a, b) => a - b)
    .map((amount) => String(amount).padStart(2, '0'))
    .join(' ')
}

/** An amount under a dollar as people type it: "0.07", "$.07", "0,07", "7"; null: it is none. */
export function parseDeposit(text: string): number | null {
  const match = /^\$? ?0?(?:[.,](\d{1,2})|(\d{1,2}))$/.exec(text.trim())
  const amount = match?.[1] === undefined ? Number(match?.[2]) : Number(match[1].padEnd(2, '0'))
  return amount >= 1 && amount <= 99 ? amount : null
}

export const MOST_TRIES = 3

/** How often a number is checked before somebody has to call: the second time may be a slip. */
export const MOST_CHECKS = 2

/** Whether another check could come out better: what the bank does not know stays wrong. */
export function mayCheckAgain(reason: string | null, checksSoFar: number): boolean {
  if (checksSoFar >= MOST_CHECKS) return false
  return reason === null || ['expired', 'wrongAmounts', 'notSent'].includes(reason)
}

/**
 * Whether a stop holds for everybody who adds the number: the owner told the bank that we may not,
 * or the account is frozen. Other stops concern whose account it was.
 */
export function barsEverybody(reason: string): boolean {
  return reason === 'fraud' || reason === 'R16' || returnRule(reason).countsAs === 'unauthorized'
}

/** What it was, for the words about it and what to do. */
export type FailureKind = 'numbers' | 'refused' | 'expired' | 'wrongAmounts' | 'notSent' | 'other'

/** `reason` is a return's code or a word of ours. */
export function failureKind(reason: string | null): FailureKind {
  if (reason === 'expired' || reason === 'wrongAmounts' || reason === 'notSent') return reason
  if (reason === null) return 'other'
  const { action, isKnown } = returnRule(reason)
  if (action === 'fixAccount') return 'numbers'
  const refused = ['stop', 'revoke', 'review', 'deceased'] as const
  return isKnown && refused.some((one) => one === action) ? 'refused' : 'other'
}
