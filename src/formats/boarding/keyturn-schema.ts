// One contract in Keyturn's own files, field by field as docs/operating/BOARDING.md describes it.
// The same schema serves JSON Lines and CSV, whose column names are the paths of the fields.
import { z } from 'zod'
import { STANDARD_RULES } from '#src/domain/contract/contract-rules.ts'
import { DAY_COUNTS } from '#src/domain/contract/day-count.ts'
import { BUCKETS } from '#src/domain/contract/loan.ts'
import { FREQUENCIES } from '#src/domain/contract/schedule.ts'
import { type Cents, parsePercent, type RatePpb } from '#src/domain/money.ts'
import {
  accountNumber,
  dollars,
  email,
  flag,
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

const noDollars = 0 as Cents

const lateCharge = z.strictObject(
  {
    graceDays: wholeNumber({ from: 0, to: 60 }),
    percent: percent.default(parsePercent('0') as RatePpb),
    minimum: dollars.default(noDollars),
    maximum: dollars.nullable().default(null),
    citation: words(200),
  },
  { error: objectError },
)

const waterfall = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(/[ >]+/))], {
    error: 'Write the four buckets in order: interest, principal, lateCharges, fees.',
  })
  .pipe(z.array(oneOf(BUCKETS)))

const contract = z.strictObject(
  {
    principal: positiveDollars,
    rate: percent.refine((rate) => rate <= 1_000_000_000, { error: 'The rate is above 100 %.' }),
    start: isoDate,
    firstDue: isoDate,
    payments: wholeNumber({ from: 1, to: 600 }),
    payment: positiveDollars,
    frequency: oneOf(FREQUENCIES).default('monthly'),
    dayCount: oneOf(DAY_COUNTS).default('actual/365'),
    yearEnd: oneOf(['old', 'new']).default('old'),
    rounding: oneOf(['half-up', 'half-even', 'cut']).default('half-up'),
    dailyRateDecimals: wholeNumber({ from: 4, to: 15 }).nullable().default(null),
    carryFractions: flag.default(false),
    // What is left out here comes from the rules the contract names.
    waterfall: waterfall.optional(),
    smallRemainder: dollars.optional(),
    lateCharge: lateCharge.nullable().optional(),
    ruleVersion: words(60).default(STANDARD_RULES.name),
  },
  { error: objectError },
)

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

const opening = z.strictObject(
  {
    on: isoDate,
    principal: dollars,
    interest: dollars.default(noDollars),
    lateCharges: dollars.default(noDollars),
    fees: dollars.default(noDollars),
    suspense: dollars.default(noDollars),
    interestPaidThrough: isoDate,
    installmentsPaid: wholeNumber({ from: 0, to: 600 }),
    paidTowardNext: dollars.default(noDollars),
  },
  { error: objectError },
)

const pastEvent = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('payment'),
      on: isoDate,
      amount: positiveDollars,
      extra: oneOf(['principal', 'installments']).default('principal'),
      // How much of it was extra by the obligor's word; absent: whatever exceeded what was due.
      extraAmount: positiveDollars.nullable().default(null),
    }),
    z.strictObject({
      kind: z.literal('fee'),
      on: isoDate,
      amount: positiveDollars,
      name: words(60),
      citation: words(200),
    }),
    z.strictObject({ kind: z.literal('rate'), on: isoDate, rate: percent }),
    z.strictObject({
      kind: z.literal('extension'),
      on: isoDate,
      months: wholeNumber({ from: 1, to: 24 }),
      reason: words(200),
    }),
    z.strictObject({ kind: z.literal('chargeOff'), on: isoDate, reason: words(200) }),
    z.strictObject({
      kind: z.literal('proceeds'),
      on: isoDate,
      amount: positiveDollars,
      expenses: dollars.default(noDollars),
      source: oneOf(['repossessionSale', 'insurance', 'other']),
    }),
  ],
  {
    error:
      'Write an object whose kind is one of: payment, fee, rate, extension, chargeOff, proceeds.',
  },
)

export const keyturnContract = z.strictObject(
  {
    account: accountNumber,
    contract,
    vehicle,
    primary: obligor,
    co: obligor.nullable().default(null),
    opening: opening.nullable().default(null),
    history: z
      .array(pastEvent, { error: 'Write a list of past events.' })
      .max(2000, { error: 'At most 2,000 past events.' })
      .default([]),
  },
  { error: objectError },
)

export type KeyturnContract = z.output<typeof keyturnContract>

function objectError(issue: { code?: string; input?: unknown; keys?: readonly string[] }): string {
  if (issue.code === 'unrecognized_keys')
    return `There is no such field: ${(issue.keys ?? []).join(', ').slice(0, 100)}.`
  return issue.input === undefined ? 'This part is missing.' : 'Write an object with its fields.'
}
