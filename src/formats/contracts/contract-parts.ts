// Parts that every contract of Keyturn's own files has, whatever its kind.
import { z } from 'zod'
import { ATTACHED_KINDS, hasLongNumber } from '#src/domain/attached-kinds.ts'
import { type Cents, parsePercent, type RatePpb } from '#src/domain/money.ts'
import {
  accountNumber,
  dollars,
  email,
  isoDate,
  missingOr,
  oneOf,
  percent,
  phone,
  positiveDollars,
  wholeNumber,
  words,
  zip,
} from './field-schema.ts'

export const noDollars = 0 as Cents

export const lateCharge = z.strictObject(
  {
    graceDays: wholeNumber({ from: 0, to: 60 }),
    percent: percent.default(parsePercent('0') as RatePpb),
    minimum: dollars.default(noDollars),
    maximum: dollars.nullable().default(null),
    citation: words(200),
  },
  { error: objectError },
)

export type LateCharge = z.output<typeof lateCharge>

const vehicle = z.strictObject(
  {
    vin: z
      .string({ error: missingOr('Write the VIN as text.') })
      .trim()
      .toUpperCase(),
    modelYear: wholeNumber({ from: 1900, to: 2199 }).nullable().default(null),
    make: words(60),
    model: words(60),
  },
  { error: objectError },
)

const address = z.strictObject(
  { street: words(100), city: words(60), state: words(40), postalCode: zip },
  { error: objectError },
)

const obligor = z.strictObject(
  {
    givenName: words(80),
    familyName: words(80),
    identityNumber: z.string({ error: missingOr('Write the identity number as text.') }),
    birthDate: isoDate.nullable().default(null),
    email: email.nullable().default(null),
    phone: phone.nullable().default(null),
    address: address.nullable().default(null),
    locale: oneOf(['en', 'es']).default('en'),
  },
  { error: objectError },
)

export type Obligor = z.output<typeof obligor>

const namedPaper = z.strictObject(
  {
    kind: oneOf(ATTACHED_KINDS).default('contract'),
    title: words(120).refine((title) => !hasLongNumber(title), {
      error: 'Leave out numbers of accounts and cards.',
    }),
    on: isoDate,
    locale: oneOf(['en', 'es']).default('en'),
    seenBy: oneOf(['everybody', 'primary', 'co']).default('everybody'),
    file: words(200),
  },
  { error: objectError },
)

const namedPapers = z
  .array(namedPaper, { error: 'Write a list of papers.' })
  .max(20, { error: 'At most 20 papers.' })
  .default([])

/** Who owes, for which vehicle, and what was signed. */
export const common = {
  account: accountNumber,
  vehicle,
  primary: obligor,
  co: obligor.nullable().default(null),
  papers: namedPapers,
}

export type Common = z.output<z.ZodObject<typeof common>>

/** Past events of one kind or another. */
export function historyOf<T extends z.ZodType>(event: T) {
  return z
    .array(event, { error: 'Write a list of past events.' })
    .max(2000, { error: 'At most 2,000 past events.' })
    .default([])
}

/** The fields that events of a kind have besides it and their day. */
export function pastEventOf<K extends string, S extends z.ZodRawShape>(kind: K, shape: S) {
  return z.strictObject({ kind: z.literal(kind), on: isoDate, ...shape }, { error: objectError })
}

export const pastFee = pastEventOf('fee', {
  amount: positiveDollars,
  name: words(60),
  citation: words(200),
})

export function objectError(issue: {
  code?: string
  input?: unknown
  keys?: readonly string[]
}): string {
  if (issue.code === 'unrecognized_keys')
    return `There is no such field: ${(issue.keys ?? []).join(', ').slice(0, 100)}.`
  return issue.input === undefined ? 'This part is missing.' : 'Write an object with its fields.'
}
