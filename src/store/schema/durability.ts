// What a server has to promise before money moves by what is written in it.
import { sql } from 'kysely'
import type { Db } from '../database.ts'

export class DurabilityError extends Error {
  override readonly name = 'DurabilityError'
}

/** What each setting has to be, for the reason of `assertDurable`. */
const ADVICE = {
  fsync: 'Set fsync = on in its configuration and restart it.',
  synchronous_commit:
    'Set synchronous_commit = on, for this role and database too (ALTER ROLE, ALTER DATABASE).',
}

/**
 * Refuses to go on where a commit can be answered and then lost, as our own sessions have it: a
 * payment is in one file exactly because the commit that puts it there outlives every crash, and a
 * server that forgets it would send the payment to the bank again. Called once at start.
 */
export async function assertDurable(db: Db): Promise<void> {
  const { rows } = await sql<{ name: keyof typeof ADVICE }>`
    select name from (values ('fsync'), ('synchronous_commit')) as asked (name)
    where current_setting(name) = 'off' order by name`.execute(db)
  if (rows.length === 0) return
  const told = rows.map(({ name }) => `${name} is off. ${ADVICE[name]}`)
  throw new DurabilityError(
    `This PostgreSQL server can forget what it has committed, and a payment could go to the bank ` +
      `twice: ${told.join(' ')}`,
  )
}
