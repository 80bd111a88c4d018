// Failures within a fixed time. Of such a row `wait_until` is when its window ends.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'
import type { AttemptKey } from './attempt-reservations.ts'

/** When the window ends that holds `most` failures already; null when there is room. */
export async function readFullWindow(
  db: Db,
  key: AttemptKey,
  at: { readonly now: string; readonly most: number },
): Promise<string | null> {
  const row = await db
    .selectFrom('attempt_budget')
    .select('wait_until')
    .where('scope', '=', key.scope)
    .where('key_hash', '=', Buffer.from(key.keyHash))
    .where('failures', '>=', at.most)
    .where('wait_until', '>', at.now)
    .executeTakeFirst()
  return row?.wait_until ?? null
}

/** In the window that runs, or the first of the next one. */
export async function countInWindow(
  tx: Tx,
  key: AttemptKey,
  at: { readonly now: string; readonly seconds: number },
): Promise<void> {
  const { now, seconds } = at
  const end = sql`${now}::timestamptz + make_interval(secs => ${seconds})`
  // A window that seems to end later than any that starts now was made before the clock was set
  // back.
  const isOver = sql`(old.wait_until <= ${now}::timestamptz or old.wait_until > ${end})`
  await sql`
    insert into attempt_budget as old (scope, key_hash, failures, last_failure_at, wait_until)
    values (${key.scope}, ${key.keyHash}, 1, ${now}, ${end})
    on conflict (scope, key_hash) do update
      set failures = case when ${isOver} then 1 else old.failures + 1 end,
        last_failure_at = ${now},
        wait_until = case when ${isOver} then ${end} else old.wait_until end`.execute(tx)
}
