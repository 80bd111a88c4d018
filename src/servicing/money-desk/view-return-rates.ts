import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { type ReturnRate, returnRates } from '#src/domain/rules/ach-return-rates.ts'
import { countDebits } from '#src/store/ach/returned-entries.ts'
import type { Db } from '#src/store/database.ts'

export type ReturnRates = {
  /** Debits of money that settled in the window. */
  readonly debits: number
  readonly rates: readonly ReturnRate[]
}

/** How many debits came back within the last 60 days, against the network's limits. */
export async function viewReturnRates(db: Db, today: CivilDate): Promise<ReturnRates> {
  const within = { from: addDays(today, -60), through: today }
  const { debits, returned } = await countDebits(db, within)
  const codes = returned.flatMap(({ code, count }) => Array.from({ length: count }, () => code))
  return { debits, rates: returnRates(debits, codes) }
}
