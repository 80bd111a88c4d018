// Which book may be opened at all.
import { type Config, ConfigError } from './config.ts'
import { dateInZone } from './domain/calendar.ts'
import type { Clock } from './domain/clock.ts'
import { readBusinessDate } from './store/business-date.ts'
import type { Db } from './store/database.ts'
import { assertAppRights } from './store/schema/app-role.ts'
import { assertDurable } from './store/schema/durability.ts'

/**
 * Refuses a role that could rewrite history; in production also months that a demo made pass, and a
 * server that can lose what it has committed.
 */
export async function assertMayOpen(db: Db, config: Config, wallClock: Clock): Promise<void> {
  await assertAppRights(db)
  if (config.mode !== 'production') return
  await assertNeverMoved(db, config, wallClock)
  await assertDurable(db)
}

/** Months that a demo made pass never were. */
async function assertNeverMoved(db: Db, { lender }: Config, wallClock: Clock): Promise<void> {
  const { onDate } = (await readBusinessDate(db)) ?? {}
  if (onDate === undefined || onDate <= dateInZone(wallClock.now(), lender.timeZone)) return
  const told = `the business date of this book is ${onDate}, ahead of the calendar: a demo moved it`
  throw new ConfigError(`KEYTURN_MODE: ${told}`)
}
