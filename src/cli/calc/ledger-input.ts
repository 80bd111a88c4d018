// What `keyturn calc ledger` reads: a contract, and what happened to it.
import * as z from 'zod'
import { parseDate } from '#src/domain/calendar.ts'
import { BUCKETS } from '#src/domain/contract/loan.ts'
import { FREQUENCIES } from '#src/domain/contract/schedule.ts'
import { type Cents, cents } from '#src/domain/money.ts'
import { conventionFields } from './conventions.ts'
import {
  choice,
  day,
  fieldsOf,
  list,
  money,
  percent,
  positiveMoney,
  text,
  wholeNumber,
} from './fields.ts'

const NOTHING = cents(0)

const lateChargeRule = fieldsOf({
  graceDays: wholeNumber({ least: 0, most: 366 }),
  percentOfInstallment: percent(),
  minimum: money().default(NOTHING),
  maximum: money().nullable().default(null),
}).refine(({ minimum, maximum }) => maximum === null || minimum <= maximum, {
  error: 'Give a maximum of at least the minimum.',
  path: ['maximum'],
})

const WATERFALL = `Name each of these once, in order: ${BUCKETS.map((name) => `"${name}"`).join(', ')}.`

const contract = fieldsOf({
  kind: choice(['loan']).default('loan'),
  principal: positiveMoney(),
  rate: percent(),
  start: day(),
  firstDue: day(),
  payments: wholeNumber({ least: 1, most: 600 }),
  frequency: choice(FREQUENCIES).default('monthly'),
  payment: positiveMoney().nullable().default(null),
  ...conventionFields(),
  waterfall: list(choice(BUCKETS), { least: 4, most: 4 })
    .refine((order) => new Set(order).size === order.length, { error: WATERFALL })
    .default([...BUCKETS]),
  smallRemainder: money().default(NOTHING),
  lateCharge: lateChargeRule.nullable().default(null),
})

const id = () =>
  text((value) => (value === '' ? null : value), 'Give a name of 1 to 1000 characters.')

/** Of every event; without `posted` it counts as recorded at the beginning of its day, UTC. */
const dates = { id: id().optional(), effective: day(), posted: moment().optional() }

const event = z.discriminatedUnion(
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
  ],
  {
    error:
      'Give an object whose kind is one of "payment", "return", "reversal", "rate", "fee", ' +
      '"lateCharge", "adjustment", "extension", "chargeOff", "proceeds".',
  },
)

const days = () => list(day(), { least: 0, most: 400 }).default([])

export const ledgerForm = fieldsOf({
  contract,
  events: list(event, { least: 0, most: 1_000 }).default([]),
  asKnownAt: moment().nullable().default(null),
  balancesOn: days(),
  payoffOn: days(),
})

export type LedgerInput = z.infer<typeof ledgerForm>
export type EventInput = LedgerInput['events'][number]

/** An instant, or a day, which means its end: "known at 2026-03-01". */
function moment() {
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
    const match = /^(-?)(\d{1,10})(?:\.(\d{1,2}))?$/.exec(value)
    if (!match) return null
    const size = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
    if (size === 0) return null
    return cents(match[1] === '-' ? -size : size)
  }, 'Write dollars as text, below zero to lower what is owed, and not zero: "-25.00".')
}
