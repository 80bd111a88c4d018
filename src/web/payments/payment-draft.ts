// What was typed about a payment, in an address or a form, and what it means. What was typed is
// kept as it was typed.
import { type CivilDate, parseDate } from '#src/domain/calendar.ts'
import { type Cents, parseDollars, smaller } from '#src/domain/money.ts'
import type { Refusal } from '#src/domain/refusal.ts'
import { typedDay } from '#src/http/form.ts'
import type { PaymentChoice } from '#src/servicing/payments/check-choice.ts'
import type { PaymentOptions } from '#src/servicing/payments/preview-payment.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import type { Reader } from '../reader.ts'

/** The fields of the amount page, by their names in the form. */
export type PaymentDraft = {
  /** `pastDue` pays what is late and nothing more: an amount of its own to the verb. */
  readonly choice: PaymentChoice['choice'] | 'pastDue' | ''
  readonly extraAmount: string
  readonly extra: PaymentChoice['extra']
  readonly amount: string
  readonly from: string
  readonly on: string
}

export type DraftField = 'choice' | 'extraAmount' | 'amount' | 'from' | 'on'
export type DraftProblem = { readonly field: DraftField; readonly message: string }

const CHOICES = ['pastDue', 'due', 'duePlusExtra', 'payoff', 'other'] as const

/**
 * Fields that are missing get what is usual: the amount due, from the first account, on the due
 * date.
 */
export function draftOf(
  typed: Readonly<Record<string, string>>,
  options: PaymentOptions,
): PaymentDraft {
  const usual = usualChoice(options)
  const choice = typed.choice === undefined ? usual : CHOICES.find((one) => one === typed.choice)
  return {
    choice: choice ?? '',
    extraAmount: cut(typed.extraAmount ?? ''),
    extra: typed.extra === 'installments' ? 'installments' : 'principal',
    amount: cut(typed.amount ?? ''),
    from: typed.from || (options.fundingAccounts[0]?.id ?? ''),
    on: typed.on === undefined ? options.effective : (typedDay(typed.on) ?? cut(typed.on)),
  }
}

/** The choice it stands for, or what has to be fixed first. */
export function choiceOf(
  draft: PaymentDraft,
  at: { readonly reader: Reader; readonly options: PaymentOptions },
): { ok: true; choice: PaymentChoice } | { ok: false; problems: DraftProblem[] } {
  const { reader, options } = at
  const w = reader.words.payments.errors
  const effective = parseDate(draft.on)
  const money = {
    extraAmount: draft.choice === 'duePlusExtra' ? positive(draft.extraAmount) : null,
    amount: draft.choice === 'other' ? parseDollars(draft.amount) : null,
  }
  const { choice } = draft
  const problems: DraftProblem[] = []
  if (choice === '') problems.push({ field: 'choice', message: w.choice })
  if (choice === 'duePlusExtra' && money.extraAmount === null)
    problems.push({ field: 'extraAmount', message: w.extra })
  if (choice === 'other' && money.amount === null)
    problems.push({ field: 'amount', message: w.amount })
  if (choice === 'other' && money.amount !== null && money.amount <= 0)
    problems.push({ field: 'amount', message: leastWords(options, reader) })
  if (draft.from === '') problems.push({ field: 'from', message: w.from })
  if (effective === null) problems.push({ field: 'on', message: w.date })
  if (problems.length > 0 || choice === '' || effective === null) return { ok: false, problems }
  const { extra, from } = draft
  const rest = { extra, effective, fundingAccountId: from }
  return choice === 'pastDue'
    ? { ok: true, choice: { choice: 'other', ...money, amount: options.due.pastDue, ...rest } }
    : { ok: true, choice: { choice, ...money, ...rest } }
}

/** Which field a refusal speaks of; null when it is about the account, not about a field. */
export function fieldOf(refusal: Refusal, draft: PaymentDraft): DraftField | null {
  switch (refusal.code) {
    case 'paymentDateOutOfRange':
    case 'bankAccountNotYet':
      return 'on'
    case 'fundingAccountNotFound':
    case 'bankAccountNotVerified':
    case 'bankAccountStopped':
      return 'from'
    case 'nothingDue':
      return 'choice'
    case 'amountTooSmall':
    case 'amountAbovePayoff':
      if (draft.choice === 'other') return 'amount'
      return draft.choice === 'duePlusExtra' ? 'extraAmount' : 'choice'
    default:
      return null
  }
}

/** The draft as an address query, for links that keep what was chosen. */
export function draftQuery(draft: PaymentDraft, change: Partial<PaymentDraft> = {}): string {
  const { choice, extraAmount, extra, amount, from, on } = { ...draft, ...change }
  const query = new URLSearchParams({ choice, from, on })
  if (choice === 'duePlusExtra') {
    query.set('extraAmount', extraAmount)
    query.set('extra', extra)
  }
  if (choice === 'other') query.set('amount', amount)
  return query.toString()
}

/** The day asked for. Who is late pays at once: the next due date may cost a late charge. */
export function dayOf(typed: Readonly<Record<string, string>>, view: LoanView): CivilDate | null {
  if (typed.on !== undefined) return typedDay(typed.on)
  return view.daysPastDue > 0 ? view.today : null
}

function usualChoice(options: PaymentOptions): PaymentDraft['choice'] {
  if (options.payoffOnDate.chargedOff > 0) return 'payoff'
  if (options.due.pastDue > 0) return 'pastDue'
  return options.due.total > 0 ? 'due' : 'other'
}

/** Nothing, and less than nothing, is an amount too: it is told the smallest one. */
function leastWords({ smallest, payoffOnDate }: PaymentOptions, { words, locale }: Reader): string {
  const minimum = smaller(smallest, payoffOnDate.total)
  return words.refusals.sentence({ code: 'amountTooSmall', minimum }, locale)
}

function positive(text: string): Cents | null {
  const amount = parseDollars(text)
  return amount !== null && amount > 0 ? amount : null
}

/** No field of this form needs more; a longer answer is wrong anyhow. */
function cut(text: string): string {
  return text.slice(0, 40)
}
