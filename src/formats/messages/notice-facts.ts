// What a message about an account was sent with, in the language of whoever reads it now.
import { type CivilDate, parseDate } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { isBrandName } from '#src/domain/paying/card-brand.ts'
import { debitReasons, type ReasonedDebit } from '#src/words/debit-reasons.ts'
import { type DateStyle, formatDate, formatMoney } from '#src/words/format.ts'
import type { Locale } from '#src/words/locale.ts'
import { words } from '#src/words/words.ts'

type Parameters = Readonly<Record<string, unknown>>

/** The words of a message by its template, whoever's it is; null where there are none. */
export function noticeWords(
  message: { readonly template: string; readonly parameters: Parameters },
  locale: Locale,
): { readonly title: string; readonly text: string } | null {
  const { messages, autopay } = words(locale)
  const known = { ...autopay.messages, ...messages.templates }
  const wording = Object.entries(known).find(([name]) => name === message.template)?.[1]
  if (!wording || typeof wording !== 'object') return null
  const facts = noticeFacts(message.parameters, locale)
  return { title: wording.title(facts), text: wording.text(facts) }
}

function noticeFacts(parameters: Parameters, locale: Locale) {
  const text = (name: string) => textOf(parameters, name)
  const day = (name: string) => dayOf(text(name), locale, 'long')
  return {
    amount: amountOf(text('amount'), locale),
    was: amountOf(text('was'), locale),
    day: day('effective'),
    withdrawn: day('withdrawn'),
    cleared: day('cleared'),
    settles: day('settles'),
    firstUse: day('firstUse'),
    phone: text('phone'),
    paper: paperName(text('paper'), locale),
    interest: amountOf(text('interest'), locale),
    principal: amountOf(text('principal'), locale),
    charges: amountOf(text('charges'), locale),
    retry: day('retry'),
    account: sourceName(parameters, locale),
    expires: day('expiresOn'),
    byCard: text('by') === 'card',
    declined: words(locale).cards.reasons[text('declined')] ?? '',
    bank: text('bankName'),
    confirmation: text('confirmation'),
    reason: reasonOf(text('reason'), locale),
    payer: text('payer'),
    missing: amountOf(text('missing'), locale),
    code: text('code'),
    authorization: text('authorization'),
    why: whyOf(text('reasons'), locale),
    stopped: debitList(text('stopped'), locale),
    going: debitList(text('going'), locale),
  }
}

function textOf(parameters: Parameters, name: string): string {
  const value = parameters[name]
  return typeof value === 'string' ? value : ''
}

function amountOf(text: string, locale: Locale): string {
  return /^\d{1,15}$/.test(text) ? formatMoney(cents(Number(text)), locale) : ''
}

function dayOf(text: string, locale: Locale, style: DateStyle): string {
  const day: CivilDate | null = parseDate(text)
  return day ? formatDate(day, locale, style) : ''
}

/** "Checking ••6042", "Visa ••5556"; empty where the message is about neither. */
function sourceName(parameters: Parameters, locale: Locale): string {
  const { kindsWithin } = words(locale).payments
  const kind = textOf(parameters, 'kind')
  if (kind !== 'checking' && kind !== 'savings' && kind !== 'card') return ''
  const brand = textOf(parameters, 'bankName')
  const name = kind === 'card' && isBrandName(brand) ? brand : kindsWithin[kind]
  return `${name} ••${textOf(parameters, 'lastFour')}`
}

function paperName(kind: string, locale: Locale): string {
  const { kinds } = words(locale).documents
  return Object.entries(kinds).find(([name]) => name === kind)?.[1] ?? ''
}

/** A word that a message was sent with, as a sentence; empty where there is none. */
function reasonOf(reason: string, locale: Locale): string {
  const { reasons } = words(locale).messages
  return Object.entries(reasons).find(([name]) => name === reason)?.[1] ?? ''
}

function whyOf(text: string, locale: Locale): string {
  if (text === '') return ''
  return debitReasons(JSON.parse(text) as ReasonedDebit, locale).join(' ')
}

/** "2026-12-05 51255,…" as "$512.55 on December 5 and …". */
function debitList(text: string, locale: Locale): string {
  const { and, on } = words(locale).autopay.messages
  const parts = text.split(',').flatMap((part) => {
    const [day = '', amount = ''] = part.split(' ')
    return day === '' ? [] : [on(amountOf(amount, locale), dayOf(day, locale, 'day'))]
  })
  const last = parts.pop() ?? ''
  return parts.length === 0 ? last : `${parts.join(', ')}${and}${last}`
}
