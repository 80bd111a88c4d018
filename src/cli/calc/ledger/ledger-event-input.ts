// The events that `keyturn calc ledger` reads.
import * as z from 'zod'
import { parseDate } from '#src/domain/calendar.ts'
import { type Cents, cents } from '#src/domain/money.ts'
import {
  choice,
  day,
  fieldsOf,
  money,
  percent,
  positiveMoney,
  text,
  wholeNumber,
} from '../fields.ts'

const NOTHING = cents(0)

const id = () =>
  text((value) => (value === '' ? null : value), 'Give a name of 1 to 1000 characters.')

/** Of every event; without `posted` it counts as recorded at the beginning of its day, UTC. */
const dates = { id: id().optional(), effective: day(), posted: moment().optional() }

export const event = z.discriminatedUnion(
  'kind',
  [
    fieldsOf({
      kind: z.literal('payment'),
      ...dates,
      amount: positiveMoney(),
      extra: choice(['principal', 'installments']).default('principal'),
      extraAmount: money().nullable().default(null),
      toCharges: money().default(NOTHING),
    }),
    fieldsOf({ kind: z.literal('return'), ...dates, of: id() }),
    fieldsOf({ kind: z.literal('reversal'), ...dates, of: id() }),
    fieldsOf({ kind: z.literal('rate'), ...dates, rate: percent() }),
    fieldsOf({ kind: z.literal('fee'), ...dates, amount: positiveMoney() }),
    fieldsOf({ kind: z.literal('lateCharge'), ...dates, amount: positiveMoney() }),
    fieldsOf({
      kind: z.literal('adjustment'),
      ...dates,
      bucket: choice(['interest', 'principal', 'lateCharges', 'fees', 'suspense']),
      amount: signedMoney(),
    }),
    fieldsOf({
      kind: z.literal('extension'),
      ...dates,
      months: wholeNumber({ least: 1, most: 120 }),
    }),
    fieldsOf({ kind: z.literal('chargeOff'), ...dates }),
    fieldsOf({
      kind: z.literal('proceeds'),
      ...dates,
      amount: positiveMoney(),
      expenses: money().default(NOTHING),
    }),
    fieldsOf({
      kind: z.literal('release'),
      ...dates,
      amount: positiveMoney(),
      to: choice(['refund', 'applied', 'moved']).default('refund'),
    }),
    fieldsOf({
      kind: z.literal('waiver'),
      ...dates,
      installment: wholeNumber({ least: 1, most: 600 }),
      amount: positiveMoney(),
    }),
    fieldsOf({
      kind: z.literal('reportedMonth'),
      ...dates,
      periodBegin: day(),
      periodEnd: day(),
      principalBegin: anyMoney(),
      principalEnd: anyMoney(),
      paid: anyMoney(),
      toInterest: anyMoney(),
      toPrincipal: anyMoney(),
      toOther: anyMoney(),
      interestPaidThrough: day(),
      daysPastDue: wholeNumber({ least: 0, most: 10_000 }),
      rate: percent(),
    }),
  ],
  {
    error:
      'Give an object whose kind is one of "payment", "return", "reversal", "rate", "fee", ' +
      '"lateCharge", "adjustment", "extension", "chargeOff", "proceeds", ' +
      '"release", "waiver", "reportedMonth".',
  },
)

export type EventInput = z.infer<typeof event>

/** An instant, or a day, which means its end: "known at 2026-03-01". */
export function moment() {
  return text((value) => {
    if (parseDate(value)) return `${value}T23:59:59.999Z`
    const match = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.exec(
      value,
    )
    if (!match?.[1] || !parseDate(match[1])) return null
    const time = Date.parse(value)
    return Number.isNaN(time) ? null : new Date(time).toISOString()
  }, 'Write a moment as text, "2026-03-01T14:30:00Z", or a day, which means its end.')
}

function signedMoney() {
  return text((value): Cents | null => {
    const amount = readSigned(value)
    return amount === 0 ? null : amount
  }, 'Write dollars as text, below zero to lower what is owed, and not zero: "-25.00".')
}

/** Of another servicer's report, which may say anything. */
function anyMoney() {
  return text(readSigned, 'Write dollars as text; below zero with a sign: "-25.00".')
}

function readSigned(value: string): Cents | null {
  const match = /^(-?)(\d{1,10})(?:\.(\d{1,2}))?$/.exec(value)
  if (!match) return null
  const size = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return cents(match[1] === '-' && size !== 0 ? -size : size)
}
