// The fields that the subcommands share. Each says in one sentence what is to be written there.
import * as z from 'zod'
import { type CivilDate, parseDate } from '#src/domain/calendar.ts'
import { type Cents, cents, parsePercent, type RatePpb } from '#src/domain/money.ts'

/** An object that has these fields and no others. */
export function fieldsOf<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? undefined
        : 'Give a JSON object: {"name": "value", ...}.',
  })
}

export function list<T extends z.ZodType>(item: T, bounds: { least: number; most: number }) {
  const message = `Give a list of ${bounds.least} to ${bounds.most}: [ ... ].`
  // Counted before its items are read, so that a list of millions costs nothing.
  return z
    .custom<unknown[]>(
      (value) =>
        Array.isArray(value) && value.length >= bounds.least && value.length <= bounds.most,
      { error: message },
    )
    .pipe(z.array(item))
}

/** Text that `read` understands; null is what it does not. */
export function text<T>(read: (text: string) => T | null, message: string) {
  return z.string({ error: message }).transform((value, context): T => {
    const known = value.length > LONGEST_TEXT ? null : read(value)
    if (known !== null) return known
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}

const LONGEST_TEXT = 1_000

/** Dollars from 0.00 to 9,999,999,999.99. */
export function money() {
  return text(readMoney, MONEY)
}

/** The same, but more than 0.00. */
export function positiveMoney() {
  return text((value) => {
    const amount = readMoney(value)
    return amount === null || amount > 0 ? amount : null
  }, `${MONEY} It must be more than "0.00".`)
}

const MONEY = 'Write dollars as text with two decimals, without signs or commas: "512.34".'

function readMoney(value: string): Cents | null {
  const match = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(value)
  if (!match) return null
  return cents(Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')))
}

/** Percent a year, 0 to 999.9999999. */
export function percent() {
  return text<RatePpb>(
    (value) => (/^[\d.]+$/.test(value) ? parsePercent(value) : null),
    'Write percent a year as text, below 1000, with at most seven decimals: "5.49".',
  )
}

export function day() {
  return text<CivilDate>(
    parseDate,
    'Write a date of the years 1900 to 2199 as text, year first: "2027-03-15".',
  )
}

export function choice<const T extends readonly string[]>(allowed: T) {
  const names = allowed.map((name) => `"${name}"`).join(', ')
  return z.enum(allowed, { error: `Write one of ${names}.` })
}

export function wholeNumber({ least, most }: { least: number; most: number }) {
  const message = `Write a whole number from ${least} to ${most}, without quotes.`
  return z.number({ error: message }).int(message).min(least, message).max(most, message)
}

export function yesOrNo() {
  return z.boolean({ error: 'Write true or false, without quotes.' })
}
