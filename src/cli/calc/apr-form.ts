// The two forms in which a transaction is given: counted in unit-periods, or by its dates.
import type * as z from 'zod'
import { FREQUENCIES, type Frequency } from '#src/domain/contract/schedule.ts'
import type { UnitPeriod } from '#src/domain/contract/unit-periods.ts'
import { compare, type Fraction, fraction, ZERO } from '#src/domain/fraction.ts'
import { day, fieldsOf, list, positiveMoney, text, wholeNumber } from './fields.ts'

/** Rows of a transaction, and payments when all counts are added up: forty years of weeks. */
const MOST_ROWS = 600
export const MOST_PAYMENTS = 3_000
const MOST_PERIODS = 15_000

const count = wholeNumber({ least: 1, most: MOST_PAYMENTS }).default(1)

const counted = fieldsOf({
  amount: positiveMoney(),
  periods: wholeNumber({ least: 0, most: MOST_PERIODS }),
  fraction: text(
    (value) => within(readFraction(value), { least: ZERO, most: fraction(1n) }),
    'Write the part of a unit-period before the whole ones, from "0" to "1": "0.25" or "17/30".',
  ).default(ZERO),
  count,
})

export const countedForm = fieldsOf({
  advances: list(counted, { least: 1, most: MOST_ROWS }),
  payments: list(counted, { least: 1, most: MOST_ROWS }),
  periodsPerYear: text(
    (value) => within(readFraction(value), { least: fraction(1n), most: fraction(366n) }),
    'Write the unit-periods in a year as text, from "1" to "366": "12" or "365/90".',
  ),
})

const dated = fieldsOf({ amount: positiveMoney(), date: day(), count })

export const datedForm = fieldsOf({
  advances: list(dated, { least: 1, most: MOST_ROWS }),
  payments: list(dated, { least: 1, most: MOST_ROWS }),
  frequency: text(
    unitPeriodNamed,
    `Write one of ${FREQUENCIES.map((name) => `"${name}"`).join(', ')}, or "every 4 weeks", "every 2 months", "every 10 days"; at most a year.`,
  )
    .nullable()
    .default(null),
})

export type Counted = z.infer<typeof countedForm>
export type Dated = z.infer<typeof datedForm>

/** Whichever form the input has; what shows neither is read as counted. */
export function aprForm(input: unknown): z.ZodType<Counted | Dated> {
  const rows = fieldOf(input, 'advances')
  const first = Array.isArray(rows) ? rows[0] : undefined
  const isDated = hasField(input, 'frequency') || hasField(first, 'date')
  return isDated && !hasField(input, 'periodsPerYear') ? datedForm : countedForm
}

function hasField(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

/** "12", "0.25" or "17/30"; at most 30 digits in a number. */
function readFraction(value: string): Fraction | null {
  const match = /^(\d{1,15})(?:\.(\d{1,30})|\/(\d{1,15}))?$/.exec(value)
  if (!match) return null
  const [, whole = '', decimals = '', divisor = '1'] = match
  if (/^0+$/.test(divisor)) return null
  return fraction(BigInt(whole + decimals), BigInt(divisor) * 10n ** BigInt(decimals.length))
}

function within(
  value: Fraction | null,
  { least, most }: { least: Fraction; most: Fraction },
): Fraction | null {
  if (value === null || compare(value, least) < 0 || compare(value, most) > 0) return null
  return value
}

const NAMED: Readonly<Record<Frequency, UnitPeriod>> = {
  monthly: { kind: 'months', count: 1 },
  semimonthly: { kind: 'semimonth' },
  biweekly: { kind: 'weeks', count: 2 },
  weekly: { kind: 'weeks', count: 1 },
  yearly: { kind: 'months', count: 12 },
}

const MOST = { days: 365, weeks: 52, months: 12 }

function unitPeriodNamed(name: string): UnitPeriod | null {
  const frequency = FREQUENCIES.find((known) => known === name)
  if (frequency !== undefined) return NAMED[frequency]
  const match = /^every ([1-9]\d{0,2}) (days|weeks|months)$/.exec(name)
  const kind = (['days', 'weeks', 'months'] as const).find((known) => known === match?.[2])
  if (!match || kind === undefined) return null
  const count = Number(match[1])
  return count <= MOST[kind] ? { kind, count } : null
}
