// What was typed about autopay, kept as it was typed, and the terms it stands for.

import type { AutopayAmount, AutopayTerms } from '#src/domain/autopay/autopay-terms.ts'
import type { AutopayDay } from '#src/domain/autopay/debit-days.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { parseDollars } from '#src/domain/money.ts'
import type { Refusal } from '#src/domain/refusal.ts'
import { type FieldProblem, type Typed, typedDay } from '#src/http/form.ts'
import type { AutopayChoice } from '#src/servicing/autopay/check-terms.ts'
import type { Reader } from '../reader.ts'
import { type AutopayDraft, draftFields } from './draft-fields.ts'

/** Fields that are missing get what is usual, or what is set already. */
export function draftOf(typed: Typed, usual: AutopayDraft): AutopayDraft {
  const given = draftFields.map((name) => [name, cut(typed[name] ?? usual[name])])
  const draft = Object.fromEntries(given) as AutopayDraft
  // An empty box is not sent: whoever sends the form has left it so.
  return Object.keys(typed).length > 0 ? { ...draft, charges: typed.charges ?? '' } : draft
}

/** The draft of terms that are set. */
export function draftOfTerms(
  terms: AutopayTerms,
  fundingAccountId: string,
  today: CivilDate,
): AutopayDraft {
  const { amount, day, charges, ends } = terms
  const dollars = (value: number) => (value / 100).toFixed(2)
  return {
    amount: amount.kind,
    extra: amount.kind === 'plusExtra' ? dollars(amount.extra) : '',
    fixed: amount.kind === 'fixed' ? dollars(amount.amount) : '',
    day: day.kind,
    days: day.kind === 'daysBefore' ? String(day.days) : '',
    dayOfMonth: day.kind === 'dayOfMonth' ? String(day.day) : '',
    first: day.kind === 'twiceAMonth' ? String(day.days[0]) : '',
    second: day.kind === 'twiceAMonth' ? String(day.days[1]) : '',
    payday: day.kind === 'everyTwoWeeks' ? day.anchor : '',
    charges: charges === 'taken' ? 'yes' : '',
    begins: terms.begins > today ? terms.begins : today,
    ends: ends ?? '',
    from: fundingAccountId,
  }
}

/** The choice it stands for, or what has to be fixed first. */
export function choiceOf(
  draft: AutopayDraft,
  reader: Reader,
): { ok: true; choice: AutopayChoice } | { ok: false; problems: FieldProblem[] } {
  const w = reader.words.autopay.form.errors
  const problems: FieldProblem[] = []
  const amount = amountOf(draft, (field) => problems.push({ field, message: w[field] }))
  const day = dayOf(draft, (field, message) => problems.push({ field, message: w[message] }))
  const begins = typedDay(draft.begins)
  const ends = draft.ends.trim() === '' ? null : typedDay(draft.ends)
  if (begins === null) problems.push({ field: 'begins', message: w.begins })
  if (ends === null && draft.ends.trim() !== '') problems.push({ field: 'ends', message: w.begins })
  if (draft.from === '') problems.push({ field: 'from', message: w.from })
  if (problems.length > 0 || !amount || !day || begins === null) return { ok: false, problems }
  const charges = draft.charges === 'yes' ? 'taken' : 'notTaken'
  return {
    ok: true,
    choice: { terms: { amount, day, charges, begins, ends }, fundingAccountId: draft.from },
  }
}

/** Which field a refusal speaks of. */
export function fieldOf({ code }: Refusal, draft: AutopayDraft): string {
  switch (code) {
    case 'autopayOnlyInstallment':
      return 'amount'
    case 'autopayBelowInstallment':
    case 'autopayFixedNotSplit':
      return 'fixed'
    case 'autopayExtraMissing':
      return 'extra'
    case 'autopayEndsBeforeItBegins':
      return 'ends'
    case 'autopayDayNotPossible':
      return draft.day === 'daysBefore' ? 'days' : 'day'
    case 'fundingAccountNotFound':
      return 'from'
    default:
      return 'day'
  }
}

function amountOf(
  draft: AutopayDraft,
  wrong: (field: 'amount' | 'extra' | 'fixed') => void,
): AutopayAmount | null {
  if (draft.amount === 'installment') return { kind: 'installment' }
  if (draft.amount === 'plusExtra') {
    const extra = parseDollars(draft.extra)
    if (extra !== null && extra > 0) return { kind: 'plusExtra', extra }
    wrong('extra')
  } else if (draft.amount === 'fixed') {
    const amount = parseDollars(draft.fixed)
    if (amount !== null && amount > 0) return { kind: 'fixed', amount }
    wrong('fixed')
  } else wrong('amount')
  return null
}

type DayError = 'day' | 'days' | 'dayOfMonth' | 'twice' | 'payday'

function dayOf(
  draft: AutopayDraft,
  wrong: (field: string, message: DayError) => void,
): AutopayDay | null {
  const [days, day, first, second] = [draft.days, draft.dayOfMonth, draft.first, draft.second].map(
    wholeOf,
  )
  const anchor = typedDay(draft.payday)
  switch (draft.day) {
    case 'dueDate':
      return { kind: 'dueDate' }
    case 'daysBefore':
      return days ? { kind: 'daysBefore', days } : no(() => wrong('days', 'days'))
    case 'dayOfMonth':
      return day && day <= 31
        ? { kind: 'dayOfMonth', day }
        : no(() => wrong('dayOfMonth', 'dayOfMonth'))
    case 'twiceAMonth':
      return first && second && first < second && second <= 31
        ? { kind: 'twiceAMonth', days: [first, second] }
        : no(() => wrong('first', 'twice'))
    case 'everyTwoWeeks':
      return anchor ? { kind: 'everyTwoWeeks', anchor } : no(() => wrong('payday', 'payday'))
    default:
      return no(() => wrong('day', 'day'))
  }
}

function no(tell: () => void): null {
  tell()
  return null
}

function wholeOf(text: string): number | null {
  return /^[1-9]\d?$/.test(text.trim()) ? Number(text) : null
}

/** No field of this form needs more; a longer answer is wrong anyhow. */
function cut(text: string): string {
  return text.slice(0, 40)
}
