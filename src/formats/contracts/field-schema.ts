// The kinds of fields that Keyturn's own files have. Every message says what to write instead; none
// repeats the value, for it may be somebody's identity number.
import { z } from 'zod'
import { type CivilDate, parseDate } from '#src/domain/calendar.ts'
import { isEmailAddress } from '#src/domain/email-address.ts'
import { type Cents, parseDollars, parsePercent, type RatePpb } from '#src/domain/money.ts'
import { plainWords } from '#src/domain/plain-words.ts'
import { checkPhone, checkZip } from '#src/domain/regions/us.ts'

/** Text that `read` turns into a value; null is refused with `reason`. */
function textAs<T>(read: (text: string) => T | null, reason: string) {
  return z.string({ error: missingOr(reason) }).transform((text, ctx): T => {
    const value = read(text)
    if (value !== null) return value
    ctx.issues.push({ code: 'custom', message: reason, input: text })
    return z.NEVER
  })
}

export function missingOr(reason: string) {
  return (issue: { input?: unknown }) =>
    issue.input === undefined ? 'This field is missing.' : reason
}

/** Dollars as text, zero or more: "512.34". */
export const dollars = textAs(
  (text) => (/^\d{1,10}(\.\d{1,2})?$/.test(text) ? parseDollars(text) : null),
  'Write dollars as text with at most two decimals, such as "512.34".',
)

/** Dollars above zero. */
export const positiveDollars = dollars.refine((amount: Cents) => amount > 0, {
  error: 'The amount must be more than zero.',
})

/** Percent as text with at most seven decimals: "5.49". */
export const percent = textAs<RatePpb>(
  parsePercent,
  'Write percent as text with at most seven decimals, such as "5.49".',
)

/** A money factor as text, in parts per billion: "0.00125" is 1_250_000. */
export const moneyFactor = textAs((text) => {
  const match = /^(?:0|0?\.(\d{1,9}))$/.exec(text.trim())
  const parts = Number((match?.[1] ?? '').padEnd(9, '0'))
  return match !== null && parts < 100_000_000 ? parts : null
}, 'Write the money factor as text below 0.1, at most nine decimals, such as "0.00125".')

export const isoDate = textAs<CivilDate>(
  parseDate,
  'Write a real date as year-month-day, such as "2026-02-15".',
)

/** A whole number; its digits as text serve as well, for tables know only text. */
export function wholeNumber(range: { from: number; to: number }) {
  const reason = `Write a whole number from ${range.from} to ${range.to}.`
  return z
    .union([z.int(), z.string().regex(/^\d{1,9}$/)], { error: missingOr(reason) })
    .transform(Number)
    .refine((value) => value >= range.from && value <= range.to, { error: reason })
}

export const flag = z
  .union([z.boolean(), z.literal('true'), z.literal('false')], {
    error: 'Write true or false.',
  })
  .transform((value) => value === true || value === 'true')

/**
 * One line of plain words: no control or direction characters, nothing that a spreadsheet would
 * run as a formula.
 */
export function words(longest: number) {
  return textAs(
    (text) => plainWords(text, longest),
    `Write 1 to ${longest} characters of plain text that do not begin with = + - or @.`,
  )
}

export function oneOf<const T extends readonly string[]>(values: T) {
  return z.enum(values, { error: missingOr(`Write one of: ${values.join(', ')}.`) })
}

/** Letters and digits in capitals, with blanks and hyphens between them. */
export const accountNumber = textAs((text) => {
  const trimmed = text.trim().toUpperCase()
  return /^[A-Z0-9](?:[A-Z0-9 -]{2,22})[A-Z0-9]$/.test(trimmed) ? trimmed : null
}, 'Write the account number: 4 to 24 letters, digits, blanks and hyphens.')

export const email = textAs(
  (text) => (isEmailAddress(text) ? text : null),
  'Write one e-mail address.',
)

export const phone = textAs(
  (text) => (checkPhone(text) === null ? text : null),
  'Write the phone number with its country code, such as "+12075550134".',
)

export const zip = textAs(
  (text) => (checkZip(text) === null ? text : null),
  'Write a ZIP code as text, such as "04101" or "04101-2345".',
)
