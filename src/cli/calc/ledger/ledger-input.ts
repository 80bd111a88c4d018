// What `keyturn calc ledger` reads: a contract, and what happened to it.
import * as z from 'zod'
import { BUCKETS } from '#src/domain/contract/loan.ts'
import { FREQUENCIES } from '#src/domain/contract/schedule.ts'
import { cents } from '#src/domain/money.ts'
import { conventionFields } from '../conventions.ts'
import {
  choice,
  day,
  fieldsOf,
  list,
  money,
  percent,
  positiveMoney,
  wholeNumber,
} from '../fields.ts'
import { event, moment } from './ledger-event-input.ts'

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

/** Where the account stood when its history begins; left out: nothing was paid yet. */
const opening = fieldsOf({
  on: day(),
  principal: money(),
  interest: money().default(NOTHING),
  lateCharges: money().default(NOTHING),
  fees: money().default(NOTHING),
  unapplied: money().default(NOTHING),
  interestPaidThrough: day(),
  installmentsPaid: wholeNumber({ least: 0, most: 600 }).default(0),
  paidTowardNext: money().default(NOTHING),
})

const extension = fieldsOf({
  from: wholeNumber({ least: 1, most: 600 }),
  months: wholeNumber({ least: 1, most: 120 }),
})

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
  extensions: list(extension, { least: 0, most: 100 }).default([]),
  opening: opening.nullable().default(null),
})

const days = () => list(day(), { least: 0, most: 400 }).default([])

const rows = () => list(z.record(z.string(), z.string()), { least: 0, most: 2_000 }).default([])

/** An answer to hold against: every figure that is not the same is named. */
const expected = fieldsOf({ postings: rows(), balances: rows(), payoffs: rows() })

export const ledgerForm = fieldsOf({
  contract,
  events: list(event, { least: 0, most: 1_000 }).default([]),
  asKnownAt: moment().nullable().default(null),
  balancesOn: days(),
  payoffOn: days(),
  expected: expected.nullable().default(null),
})

export type LedgerInput = z.infer<typeof ledgerForm>
