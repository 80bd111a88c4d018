// What a lender's file says about the bank that enters its debits and credits.
import * as z from 'zod'

export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time, such as "17:00"')

/** ABA: nine digits whose sum by the weights 3, 7, 1 is divisible by 10. */
export const routingNumber = z
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
export const bank = z.strictObject({
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
