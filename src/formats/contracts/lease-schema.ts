// One lease in Keyturn's own files, in the words of Regulation M (12 CFR 1013.4). The same schema
// serves JSON Lines and CSV; a list's columns are numbered: contract.paymentTaxes.0.percent.
import { z } from 'zod'
import { STANDARD_RULES } from '#src/domain/contract/contract-rules.ts'
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
  isoDate,
  moneyFactor,
  oneOf,
  percent,
  positiveDollars,
  wholeNumber,
  words,
} from './field-schema.ts'

const MOST_LINES = 10

const upTo100 = percent.refine((rate) => rate <= 1_000_000_000, { error: 'It is above 100 %.' })

const paymentTax = z.strictObject(
  { name: words(60), percent: upTo100, citation: words(200) },
  { error: objectError },
)

const signingCharge = z.strictObject(
  { name: words(60), amount: dollars, citation: words(200) },
  { error: objectError },
)

const purchaseOption = z.strictObject(
  { price: dollars, fee: dollars.default(noDollars) },
  { error: objectError },
)

const mileage = z.strictObject(
  { milesPerYear: wholeNumber({ from: 0, to: 100_000 }), excessPerMile: dollars },
  { error: objectError },
)

const contract = z
  .strictObject(
    {
      kind: z.literal('lease'),
      grossCapitalizedCost: positiveDollars,
      capitalizedCostReduction: dollars.default(noDollars),
      adjustedCapitalizedCost: dollars.optional(),
      residualValue: dollars,
      payments: wholeNumber({ from: 1, to: 120 }),
      frequency: oneOf(['monthly']).default('monthly'),
      timing: oneOf(['in-advance', 'in-arrears']).default('in-advance'),
      method: oneOf(['money-factor', 'constant-yield']),
      moneyFactor: moneyFactor.nullable().default(null),
      rate: upTo100.nullable().default(null),
      basePayment: positiveDollars,
      paymentTaxes: listOf(paymentTax, 'Write a list of taxes.'),
      start: isoDate,
      firstDue: isoDate.nullable().default(null),
      secondDue: isoDate.nullable().default(null),
      termMonths: wholeNumber({ from: 1, to: 120 }).nullable().default(null),
      rounding: oneOf(['half-up', 'half-even', 'cut']).default('half-up'),
      signingCharges: listOf(signingCharge, 'Write a list of charges.'),
      acquisitionFee: dollars.default(noDollars),
      securityDeposit: dollars.default(noDollars),
      dispositionFee: dollars.default(noDollars),
      purchaseOption: purchaseOption.nullable().default(null),
      mileage: mileage.nullable().default(null),
      // What is left out here comes from the rules the contract names.
      lateCharge: lateCharge.nullable().optional(),
      ruleVersion: words(60).default(STANDARD_RULES.name),
    },
    { error: objectError },
  )
  .superRefine(onePrice)

const opening = z.strictObject(
  {
    on: isoDate,
    installmentsPaid: wholeNumber({ from: 0, to: 120 }),
    paidTowardNext: dollars.default(noDollars),
    lateCharges: dollars.default(noDollars),
    fees: dollars.default(noDollars),
    suspense: dollars.default(noDollars),
  },
  { error: objectError },
)

const pastEvent = z.discriminatedUnion(
  'kind',
  [pastEventOf('payment', { amount: positiveDollars }), pastFee],
  { error: 'Write an object whose kind is one of: payment, fee.' },
)

export const keyturnLease = z.strictObject(
  {
    ...common,
    contract,
    opening: opening.nullable().default(null),
    history: historyOf(pastEvent),
  },
  { error: objectError },
)

export type KeyturnLease = z.output<typeof keyturnLease>

/** A money factor or a rate, as the method has it; never both. */
function onePrice(
  terms: { method: string; moneyFactor: number | null; rate: number | null },
  ctx: z.RefinementCtx,
): void {
  const tell = (field: string, message: string) =>
    ctx.addIssue({ code: 'custom', path: [field], message })
  if (terms.method === 'money-factor') {
    if (terms.moneyFactor === null) tell('moneyFactor', 'The method "money-factor" needs it.')
    if (terms.rate !== null) tell('rate', 'Only the method "constant-yield" takes it.')
  } else if (terms.moneyFactor !== null)
    tell('moneyFactor', 'Only the method "money-factor" takes it.')
}

function listOf<T extends z.ZodType>(line: T, reason: string) {
  return z
    .array(line, { error: reason })
    .max(MOST_LINES, { error: `At most ${MOST_LINES} of them.` })
    .default([])
}
