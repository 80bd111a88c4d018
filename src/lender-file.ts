// What a lender says about itself: names, numbers, rules. Each rule that costs a customer money
// needs a citation.
import * as z from 'zod'

const bothLanguages = z.strictObject({ en: z.string().min(1), es: z.string().min(1) })

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
  /** Payments count on the same day until this time of the lender's zone, "17:00". */
  cutoff: z.string().regex(/^\d{2}:\d{2}$/),
  /** Days a payoff quote holds, the day asked for included in the count from it. */
  quoteDays: z.int().min(1).max(30),
  /** How many days ahead a payment or a payoff can be set. */
  paymentDaysAhead: z.int().min(1).max(90),
  /** Banking days after settlement during which lack-of-funds returns arrive. */
  clearingBankingDays: z.int().min(2).max(10),
  smallestPayment: z.int().min(1),
})

export type LenderFile = z.infer<typeof lenderFile>
