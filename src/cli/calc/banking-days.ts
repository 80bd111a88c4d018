// `keyturn calc banking-days`: whether the Federal Reserve Banks are open, and counting such days.
// Example: from 2022-06-17 one banking day on is 2022-06-21, for Juneteenth 2022 was a Sunday.
import type * as z from 'zod'
import { type CivilDate, dayOfWeek, partsOf } from '#src/domain/calendar.ts'
import { addBankingDays, closedDayName, isBankingDay } from '#src/domain/regions/us-banking-days.ts'
import { type Computed, calculation, refuse } from './calculation.ts'
import { day, fieldsOf, wholeNumber } from './fields.ts'
import type { Reason } from './reason.ts'

const onDay = fieldsOf({ date: day() })
const counting = fieldsOf({ from: day(), add: wholeNumber({ least: -2_000, most: 2_000 }) })

type Asked = z.infer<typeof onDay> | z.infer<typeof counting>

/** Two forms: {"date"} asks about a day, {"from", "add"} counts. */
export const bankingDays = calculation<Asked>(
  (input) => (isCounting(input) ? counting : onDay),
  (asked) => ('date' in asked ? isOpen(asked.date) : count(asked.from, asked.add)),
)

function isCounting(input: unknown): boolean {
  return typeof input === 'object' && input !== null && ('from' in input || 'add' in input)
}

function isOpen(date: CivilDate): Computed {
  if (!isKnown(date)) return refuse({ field: 'date', message: OUTSIDE })
  return {
    ok: true,
    result: { bankingDay: isBankingDay(date) },
    explain: () => reasonFor(date),
  }
}

function count(from: CivilDate, add: number): Computed {
  if (!isKnown(from)) return refuse({ field: 'from', message: OUTSIDE })
  const days = Math.ceil(Math.abs(add) / 200)
  const { year } = partsOf(from)
  if (year - days < FIRST_YEAR || year + days > LAST_YEAR) {
    return refuse({ field: 'add', message: `Count less far. ${OUTSIDE}` })
  }
  const date = addBankingDays(from, add)
  return {
    ok: true,
    result: { date },
    explain: () => ({
      label: 'bankingDay',
      inputs: { from, add, date },
      rule: 'countBankingDays',
      citation: CITATION,
    }),
  }
}

/** The holidays as they are known to us. */
const FIRST_YEAR = 1970
const LAST_YEAR = 2199
const OUTSIDE = `Banking days are known for the years ${FIRST_YEAR} to ${LAST_YEAR}.`

function isKnown(date: CivilDate): boolean {
  return partsOf(date).year >= FIRST_YEAR
}

const CITATION = '5 USC 6103(a); Federal Reserve holiday schedule'

function reasonFor(date: CivilDate): Reason {
  const holiday = closedDayName(date)
  const inputs = { date, weekday: dayOfWeek(date), ...(holiday !== null && { holiday }) }
  const closed = holiday === null ? 'weekend' : 'bankHoliday'
  const rule = isBankingDay(date) ? 'reserveBanksOpen' : closed
  return { label: 'bankingDay', inputs, rule, citation: CITATION }
}
