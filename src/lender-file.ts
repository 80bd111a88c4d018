// What a lender says about itself: names, numbers, rules. Each rule that costs a customer money
// needs a citation.
import * as z from 'zod'

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time, such as "17:00"')

const bothLanguages = z.strictObject({ en: z.string().min(1), es: z.string().min(1) })

const version = {
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/),
  effectiveFrom: z.iso.date(),
  /** Law, clause or board decision behind the rules. */
  citation: z.string().min(1).max(200),
}

/** What is done about payments that the customer's bank sends back. */
const returnedPayments = z.strictObject({
  /** How often a debit is entered again after R01 and R09; Nacha allows two. */
  retries: z.union([z.literal(0), z.literal(1), z.literal(2)]).default(2),
  /** Banking days between the return and the cutoff at which it goes again. */
  retryAfterDays: z.int().min(0).max(20).default(0),
  /** Days of the month on which retries are to settle, such as paydays; any if there are none. */
  retryOnDays: z.array(z.int().min(1).max(31)).max(10).default([]),
  /** In cents; asked once for a payment, for lack of funds only. */
  fee: z
    .strictObject({ amount: z.int().min(1), citation: z.string().min(1).max(200) })
    .nullable()
    .default(null),
})

/** `amount` in cents, for one payment; `citation` names the clause or the law that allows it. */
const paymentFee = z.strictObject({
  amount: z.int().min(1).max(10_000),
  citation: z.string().trim().min(1, 'must name what allows the fee').max(200),
})

/** How the lender services every account: what may change over the life of a contract. */
const servicingRules = z.strictObject({
  ...version,
  /** Payments count on the same day until this time of the lender's zone, "17:00". */
  cutoff: clockTime,
  /** Days a payoff quote holds, the day asked for included in the count from it. */
  quoteDays: z.int().min(1).max(30),
  /** How many days ahead a payment or a payoff can be set. */
  paymentDaysAhead: z.int().min(1).max(90),
  /** Banking days after settlement during which lack-of-funds returns arrive. */
  clearingBankingDays: z.int().min(2).max(10),
  /** In cents. */
  smallestPayment: z.int().min(1),
  /** What is usual where it is left out. */
  autopay: z
    .strictObject({
      /** Days before a debit counts that it is set and announced; 12 CFR 1005.10(d) asks for 10. */
      daysAhead: z.int().min(10).max(40),
      /** A debit lies at most so many days before the due date. */
      earliestDaysBefore: z.int().min(0).max(25),
      /** Whether a payment of a part makes the debit smaller; one of the whole always stops it. */
      partialPayments: z.enum(['reduce', 'keep']),
    })
    .optional(),
  /** When the calendar tells customers: ten days ahead, and on the first day past due. */
  notices: z
    .strictObject({
      /** Days before a due date on which the payment is announced. */
      billDaysAhead: z.int().min(3).max(30),
      /** Days after it on which a missed one is told of. */
      pastDueDaysAfter: z.int().min(1).max(60),
    })
    .optional(),
  /** Two more tries at the next cutoff and no fee, unless it says otherwise. */
  returns: returnedPayments.optional(),
  /** What paying costs besides, by the way of paying; one that is left out is free. */
  paymentFees: z
    .strictObject({ ach: paymentFee.optional(), card: paymentFee.optional() })
    .optional(),
})

const percent = z.string().regex(/^\d{1,3}(\.\d{1,7})?$/, 'must be a percentage, such as "5"')

/** What a contract gets that names the version; amounts in cents. */
const contractRules = z.strictObject({
  ...version,
  waterfall: z
    .array(z.enum(['interest', 'principal', 'lateCharges', 'fees']))
    .refine((order) => order.length === 4 && new Set(order).size === 4, 'must name each once'),
  smallRemainder: z.int().min(0),
  lateCharge: z
    .strictObject({
      graceDays: z.int().min(0).max(60),
      percent,
      minimum: z.int().min(0),
      maximum: z.int().min(0).nullable(),
      citation: z.string().min(1).max(200),
    })
    .nullable(),
})

function eachOnce(
  versions: readonly { name: string; effectiveFrom: string }[],
  ctx: z.RefinementCtx,
): void {
  for (const field of ['name', 'effectiveFrom'] as const)
    if (new Set(versions.map((each) => each[field])).size < versions.length)
      ctx.addIssue({ code: 'custom', message: `two versions have one ${field}` })
}

/** What a person shows of themselves to register, and to recover, besides the account number. */
const registration = z.strictObject({
  /** Asked for with the end of the identity number: the vehicle's number or the birth date. */
  proof: z.enum(['vin', 'birthDate']).default('vin'),
  /** Whose identity numbers the contracts name. */
  identityNumbers: z.enum(['us', 'ca', 'gb', 'de']).default('us'),
})

/** ABA: nine digits whose sum by the weights 3, 7, 1 is divisible by 10. */
const routingNumber = z
  .string()
  .regex(/^\d{9}$/, 'must be nine digits')
  .refine(isRoutingNumber, 'has a wrong check digit')

function isRoutingNumber(text: string): boolean {
  const sum = [...text].reduce((all, digit, at) => all + Number(digit) * (WEIGHTS[at % 3] ?? 0), 0)
  return text !== '000000000' && sum % 10 === 0
}

const WEIGHTS = [3, 7, 1]

/** Plain capitals, as they stand in a file to the bank. */
function capitals(most: number) {
  const form = new RegExp(`^(?=.{1,${most}}$)[A-Z0-9.,'&/()-]+( [A-Z0-9.,'&/()-]+)*$`)
  return z.string().regex(form, `must be at most ${most} capitals, digits and single blanks`)
}

/** Words that mean something else to the network (formats/nacha has them too; a test compares). */
export const RESERVED_DESCRIPTIONS: readonly string[] = [
  ...['REVERSAL', 'RECLAIM', 'NONSETTLED', 'AUTOENROLL', 'REDEPCHECK', 'NO CHECK', 'RETURN FEE'],
  ...['HCCLAIMPMT', 'RETRY PYMT', 'ACCTVERIFY', 'PURCHASE', 'PAYROLL'],
]

const description = capitals(10)
  .regex(/[A-Z]/, 'must have a letter')
  .refine((text) => !RESERVED_DESCRIPTIONS.includes(text), 'is a word that the network reserves')

/** The bank that enters our debits and credits, and what it said that our files must hold. */
const bank = z.strictObject({
  /** The routing number of that bank: its first eight digits begin every trace number. */
  odfi: routingNumber,
  /** Whom the file is for: that bank, or the operator that it names. */
  destination: routingNumber,
  destinationName: capitals(23),
  /** As the bank assigned it: nine digits, or ten characters. */
  origin: z.string().regex(/^(\d{9}|[A-Z0-9]{10})$/, 'must be nine digits or ten characters'),
  originName: capitals(23),
  /** What a customer's own bank prints on the statement. */
  companyName: capitals(16),
  companyId: z.string().regex(/^[A-Z0-9]{1,10}$/, 'must be at most ten capitals and digits'),
  descriptions: z.strictObject({ payment: description, refund: description }),
  lineEnd: z.enum(['crlf', 'lf']),
  /** The banking days in which a credit settles. */
  creditDays: z.union([z.literal(1), z.literal(2)], 'must be 1 or 2'),
  /** Windows of the same day that the bank offers, Eastern time; none: nothing goes that day. */
  sameDayWindows: z.array(z.strictObject({ until: clockTime, settles: clockTime })),
  /** How the names of our files begin. */
  filePrefix: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
})

/**
 * The lender's file (JSON). Unknown fields are refused, so that a typing mistake never goes
 * unnoticed.
 */
export const lenderFile = z.strictObject({
  name: z.string().min(1).max(60),
  legalName: z.string().min(1),
  phone: z.string().min(7),
  fraudPhone: z.string().min(7),
  email: z.email(),
  address: z.array(z.string().min(1)).min(2),
  hours: bothLanguages,
  /** The address that customers should see in their browser. */
  portalHost: z.string().min(3),
  timeZone: z.string().min(3),
  registration: registration.prefault({}),
  /**
   * How a bank account is verified before its first debit: by announcing it to the bank, or by two
   * small deposits whose amounts the customer types.
   */
  bankAccountCheck: z.enum(['prenote', 'microDeposits']).default('prenote'),
  bank,
  cards: z.strictObject({ accept: z.enum(['debit', 'any']) }).default({ accept: 'debit' }),
  /** Dated and named; a version that was in force is never changed, a new one is added. */
  rules: z.strictObject({
    contract: z.array(contractRules).superRefine(eachOnce),
    servicing: z.array(servicingRules).min(1).superRefine(eachOnce),
  }),
})

export type LenderFile = z.infer<typeof lenderFile>
export type LenderBank = LenderFile['bank']
export type RegistrationRules = LenderFile['registration']
export type ServicingRules = LenderFile['rules']['servicing'][number]
