// What was typed about a payment, in an address or a form, and what it means. What was typed is
// kept as it was typed.
import { type CivilDate, parseDate } from '#src/domain/calendar.ts'
import { type Cents, parseDollars, smaller, toDollars } from '#src/domain/money.ts'
import type { Refusal } from '#src/domain/refusal.ts'
import { typedDay } from '#src/http/form.ts'
import type { PaymentChoice } from '#src/servicing/payments/check-choice.ts'
import type { PaymentOptions } from '#src/servicing/payments/payment-options.ts'
import type { PaymentView } from '#src/servicing/payments/view-payment.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import type { Reader } from '../reader.ts'

/** The fields of the amount page, by their names in the form. */
export type PaymentDraft = {
  readonly choice: PaymentChoice['choice'] | ''
  readonly extraAmount: string
  readonly extra: PaymentChoice['extra']
  readonly amount: string
  readonly principalAmount: string
  readonly from: string
  readonly on: string
}

export type DraftField = 'choice' | 'extraAmount' | 'amount' | 'principalAmount' | 'from' | 'on'
export type DraftProblem = { readonly field: DraftField; readonly message: string }

const CHOICES = ['pastDue', 'due', 'duePlusExtra', 'principal', 'payoff', 'other'] as const

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
    principalAmount: cut(typed.principalAmount ?? ''),
    from: typed.from || usualAccount(options),
    on: typed.on === undefined ? options.effective : (typedDay(typed.on) ?? cut(typed.on)),
  }
}

/** The choice it stands for, or what has to be fixed first. */
export function choiceOf(
  draft: PaymentDraft,
  at: { readonly reader: Reader; readonly options: PaymentOptions },
): { ok: true; choice: PaymentChoice } | { ok: false; problems: DraftProblem[] } {
  const { reader } = at
  const w = reader.words.payments.errors
  const effective = parseDate(draft.on)
  const money = moneyOf(draft)
  const { choice } = draft
  const problems: DraftProblem[] = [
    ...(choice === '' ? [{ field: 'choice' as const, message: w.choice }] : []),
    ...amountProblems(draft, money, at),
    ...(draft.from === '' ? [{ field: 'from' as const, message: w.from }] : []),
    ...(effective === null ? [{ field: 'on' as const, message: w.date }] : []),
  ]
  if (problems.length > 0 || choice === '' || effective === null) return { ok: false, problems }
  const { extra, from } = draft
  return { ok: true, choice: { choice, ...money, extra, effective, fundingAccountId: from } }
}

type DraftMoney = Pick<PaymentChoice, 'amount' | 'extraAmount'>

function moneyOf(draft: PaymentDraft): DraftMoney {
  const { choice } = draft
  return {
    extraAmount: choice === 'duePlusExtra' ? positive(draft.extraAmount) : null,
    amount:
      choice === 'other'
        ? parseDollars(draft.amount)
        : choice === 'principal'
          ? positive(draft.principalAmount)
          : null,
  }
}

/** What is wrong with the amount that the choice wants typed. */
function amountProblems(
  { choice }: PaymentDraft,
  { amount, extraAmount }: DraftMoney,
  { reader, options }: { readonly reader: Reader; readonly options: PaymentOptions },
): DraftProblem[] {
  const w = reader.words.payments.errors
  if (choice === 'duePlusExtra' && extraAmount === null)
    return [{ field: 'extraAmount', message: w.extra }]
  if (choice === 'principal' && amount === null)
    return [{ field: 'principalAmount', message: w.amount }]
  if (choice !== 'other') return []
  if (amount === null) return [{ field: 'amount', message: w.amount }]
  return amount > 0 ? [] : [{ field: 'amount', message: leastWords(options, reader) }]
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
    case 'principalWhilePastDue':
    case 'choiceNotOfLease':
      return 'choice'
    case 'amountTooSmall':
    case 'amountAbovePayoff':
    case 'amountAboveLease':
      if (draft.choice === 'other') return 'amount'
      if (draft.choice === 'principal') return 'principalAmount'
      return draft.choice === 'duePlusExtra' ? 'extraAmount' : 'choice'
    default:
      return null
  }
}

/** The draft as an address query, for links that keep what was chosen. */
export function draftQuery(draft: PaymentDraft, change: Partial<PaymentDraft> = {}): string {
  const drafted = { ...draft, ...change }
  const { choice, extraAmount, extra, amount, principalAmount, from, on } = drafted
  const query = new URLSearchParams({ choice, from, on })
  if (choice === 'duePlusExtra') {
    query.set('extraAmount', extraAmount)
    query.set('extra', extra)
  }
  if (choice === 'other') query.set('amount', amount)
  if (choice === 'principal') query.set('principalAmount', principalAmount)
  return query.toString()
}

/** The day asked for. Who is late pays at once: the next due date may cost a late charge. */
export function dayOf(
  typed: Readonly<Record<string, string>>,
  view: AccountView,
): CivilDate | null {
  if (typed.on !== undefined) return typedDay(typed.on)
  return view.daysPastDue > 0 ? view.today : null
}

/** The default if it can be used now, else one that can. */
function usualAccount({ fundingAccounts }: PaymentOptions): string {
  const usable = fundingAccounts.find(({ state }) => state === 'verified')
  return (usable ?? fundingAccounts[0])?.id ?? ''
}

function usualChoice(options: PaymentOptions): PaymentDraft['choice'] {
  if (options.payoffOnDate && options.payoffOnDate.chargedOff > 0) return 'payoff'
  if (options.due.pastDue > 0) return 'pastDue'
  return options.due.total > 0 ? 'due' : 'other'
}

/** Nothing, and less than nothing, is an amount too: it is told the smallest one. */
function leastWords({ smallest, most }: PaymentOptions, { words, locale }: Reader): string {
  const minimum = smaller(smallest, most)
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

/** A payment that is set as what would have been typed to set it. */
export function draftFields(payment: PaymentView['payment']): Readonly<Record<string, string>> {
  const { choice, amount, terms, extra, effective, fundingAccountId } = payment
  return {
    choice,
    extra,
    on: effective,
    from: fundingAccountId ?? '',
    ...(choice === 'other' && { amount: toDollars(amount) }),
    ...(choice === 'principal' && { principalAmount: toDollars(amount) }),
    ...(terms.extraAmount !== null && { extraAmount: toDollars(terms.extraAmount) }),
  }
}
