// What `keyturn calc lease` is given: the terms of a lease and the price of its rent.
import type * as z from 'zod'
import { compare, type Fraction, fraction } from '#src/domain/fraction.ts'
import type { Refused } from './calculation.ts'
import {
  choice,
  fieldsOf,
  money,
  percent,
  positiveMoney,
  text,
  wholeNumber,
  yesOrNo,
} from './fields.ts'

export const leaseForm = fieldsOf({
  adjustedCapitalizedCost: positiveMoney(),
  residual: money(),
  payments: wholeNumber({ least: 1, most: 600 }),
  method: choice(['money-factor', 'constant-yield']),
  moneyFactor: decimal(1n, 'Write the money factor as text, below 1: "0.00125".')
    .nullable()
    .default(null),
  rate: decimal(1_000n, 'Write percent a year as text, below 1000: "5.49".')
    .nullable()
    .default(null),
  payment: money().nullable().default(null),
  inAdvance: yesOrNo().default(true),
  rounding: choice(['half-up', 'half-even', 'cut']).default('half-up'),
  taxPercent: percent().nullable().default(null),
})

export type LeaseAsked = z.infer<typeof leaseForm>

/** What single fields cannot show: fields of the other method, too much or too little given. */
export function misfit(asked: LeaseAsked): Refused | null {
  if (asked.residual > asked.adjustedCapitalizedCost)
    return { field: 'residual', message: 'Give no more than the adjusted capitalized cost.' }
  if (asked.method === 'money-factor') {
    if (asked.moneyFactor === null)
      return { field: 'moneyFactor', message: 'Missing. The method "money-factor" needs it.' }
    if (asked.rate !== null) return { field: 'rate', message: ONLY_YIELD }
    return asked.payment === null ? null : { field: 'payment', message: ONLY_YIELD }
  }
  if (asked.moneyFactor !== null)
    return { field: 'moneyFactor', message: 'Only the method "money-factor" takes it.' }
  if (asked.rate === null && asked.payment === null)
    return { field: 'rate', message: 'Missing. Give it, or give "payment" and it is solved.' }
  if (asked.rate !== null && asked.payment !== null)
    return { field: 'payment', message: 'Give "rate" or "payment", not both.' }
  return null
}

const ONLY_YIELD = 'Only the method "constant-yield" takes it.'

/** Text with up to 18 decimals, exactly; null unless it is below `limit`. */
function decimal(limit: bigint, message: string) {
  return text<Fraction>((value) => {
    const match = /^(\d{1,3})(?:\.(\d{1,18}))?$/.exec(value)
    if (!match) return null
    const decimals = match[2] ?? ''
    const exact = fraction(BigInt(`${match[1]}${decimals}`), 10n ** BigInt(decimals.length))
    return compare(exact, fraction(limit)) < 0 ? exact : null
  }, message)
}
