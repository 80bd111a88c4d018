// What a lender says about itself: names, numbers, rules. Each rule that costs a customer money
// needs a citation.
import * as z from 'zod'
import { bank, clockTime, routingNumber } from './lender-bank.ts'
import { privacyNotice } from './lender-privacy.ts'

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

/** What one of the staff may move without a second person, in cents; 0: nothing. */
const deskLimits = z.strictObject({
  /** On one account within seven days, all that this person moved alone taken together. */
  aloneOnAccount: z.int().min(0),
  /** On a business day, on all accounts together. */
  aloneInDay: z.int().min(0),
  /** How many days back money that came by mail or at the counter may count. */
  backDatedDays: z.int().min(0).max(120),
  /** After so many days a request that nobody decided is over. */
  requestDays: z.int().min(1).max(30),
})

/** `amount` in cents, for one payment; `citation` names the clause or the law that allows it. */
const paymentFee = z.strictObject({
  amount: z.int().min(1).max(10_000),
  citation: z.string().trim().min(1, 'must name what allows the fee').max(200),
})

/** What an agreement to put off payments may say. */
const deferment = z.strictObject({
  /** Months at once, and days that an offer holds, the first one not counted. */
  mostMonths: z.int().min(1).max(6).default(6),
  validDays: z.int().min(1).max(60).default(10),
  fee: paymentFee.nullable().default(null),
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
      /** Days before the day of the month on which payments are due that a statement closes. */
      statementDaysAhead: z.int().min(5).max(25).optional(),
      /** Days after it on which a missed one is told of. */
      pastDueDaysAfter: z.int().min(1).max(60),
    })
    .optional(),
  /** Two more tries at the next cutoff and no fee, unless it says otherwise. */
  returns: returnedPayments.optional(),
  /** Unless it says otherwise: two persons for all that moves money, 30 days back, 5 to decide. */
  deskLimits: deskLimits.optional(),
  /** Offers to put off payments: six at most, good for 10 days and free, unless it says so. */
  deferment: deferment.optional(),
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

const electronicMoney = z.strictObject({
  bank: z.string().min(1).max(60),
  routing: routingNumber,
  account: z.string().regex(/^\d{4,17}$/, 'must be 4 to 17 digits'),
  beneficiary: z.string().min(1).max(60),
})

/** Where money for an account is sent; shown on the page that checks a letter only. */
const remittance = z.strictObject({
  mail: z.array(z.string().min(1)).min(2),
  wire: electronicMoney.optional(),
  ach: electronicMoney.optional(),
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
  /** What papers are printed on, where it is not what is usual in the region of the numbers. */
  paper: z.enum(['us-letter', 'a4']).optional(),
  /** Checks by mail to `address`, and no wire, unless it says otherwise. */
  remittance: remittance.optional(),
  cards: z.strictObject({ accept: z.enum(['debit', 'any']) }).default({ accept: 'debit' }),
  /** Without it the privacy page says how to get a copy. */
  privacyNotice: privacyNotice.optional(),
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
