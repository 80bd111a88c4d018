// One loan in Keyturn's own files, field by field as docs/operating/BOARDING.md describes it. The
// same schema serves JSON Lines and CSV, whose column names are the paths of the fields.
import { z } from 'zod'
import { STANDARD_RULES } from '#src/domain/contract/contract-rules.ts'
import { DAY_COUNTS } from '#src/domain/contract/day-count.ts'
import { BUCKETS } from '#src/domain/contract/loan.ts'
import { FREQUENCIES } from '#src/domain/contract/schedule.ts'
import {
  common,
  historyOf,
  lateCharge,
  noDollars,
  objectError,
  pastEventOf,
  pastFee,
} from './contract-parts.ts'
import {
  dollars,
  flag,
  isoDate,
  oneOf,
  percent,
  positiveDollars,
  wholeNumber,
  words,
} from './field-schema.ts'

const waterfall = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(/[ >]+/))], {
    error: 'Write the four buckets in order: interest, principal, lateCharges, fees.',
  })
  .pipe(z.array(oneOf(BUCKETS)))

const contract = z.strictObject(
  {
    kind: z.literal('loan', { error: 'Write one of: loan, lease.' }).default('loan'),
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
    pastEventOf('payment', {
      amount: positiveDollars,
      extra: oneOf(['principal', 'installments']).default('principal'),
      // How much of it was extra by the obligor's word; absent: whatever exceeded what was due.
      extraAmount: positiveDollars.nullable().default(null),
    }),
    pastFee,
    pastEventOf('rate', { rate: percent }),
    pastEventOf('extension', {
      months: wholeNumber({ from: 1, to: 24 }),
      reason: words(200),
    }),
    pastEventOf('chargeOff', { reason: words(200) }),
    pastEventOf('proceeds', {
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

export const keyturnLoan = z.strictObject(
  {
    ...common,
    contract,
    opening: opening.nullable().default(null),
    history: historyOf(pastEvent),
  },
  { error: objectError },
)

export type KeyturnLoan = z.output<typeof keyturnLoan>
