// Tries of guessable secrets. A try is taken before the secret is checked, in one statement that
// locks its row: fired at once, no more tries pass than one after another.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'

export type AttemptKey = { readonly scope: string; readonly keyHash: Uint8Array }

export type AttemptRule = {
  /** So many tries in a row carry no wait; the last of them starts the first one. */
  readonly freeTries: number
  readonly firstWaitSeconds: number
  readonly longestWaitSeconds: number
  /** A row untouched since before this moment counts as none. */
  readonly forgetBefore: string
  /** With so many failures no try is taken any more, however long ago they were; null: never. */
  readonly closesAfter: number | null
}

export type AttemptTaken =
  /** `isLast`: should it fail, it has closed the row. */
  | { readonly taken: true; readonly waitUntil: string | null; readonly isLast: boolean }
  /** Null: closed. */
  | { readonly taken: false; readonly waitUntil: string | null }

/**
 * Counts one try, or says until when none is taken. Each wait is twice the one before, up to the
 * longest.
 */
export async function takeAttempt(
  tx: Tx,
  key: AttemptKey,
  at: { readonly now: string; readonly rule: AttemptRule },
): Promise<AttemptTaken> {
  const { now, rule } = at
  const forgotten = sql<boolean>`old.last_failure_at < ${rule.forgetBefore}::timestamptz`
  const tries = sql<number>`case when ${forgotten} then 1 else old.failures + 1 end`
  const { closesAfter, longestWaitSeconds } = rule
  // Longer than any wait: it was written before the clock was set back.
  const tooFar = sql<boolean>`old.wait_until
    > ${now}::timestamptz + make_interval(secs => ${longestWaitSeconds})`
  const result = await sql<{ wait_until: string | null; failures: number }>`
    insert into attempt_budget as old (scope, key_hash, failures, last_failure_at, wait_until)
    values (${key.scope}, ${key.keyHash}, 1, ${now}, ${waitAfter(sql`1`, at)})
    on conflict (scope, key_hash) do update
      set failures = ${tries}, last_failure_at = ${now}, wait_until = ${waitAfter(tries, at)}
      where (old.wait_until is null or old.wait_until <= ${now}::timestamptz or ${forgotten}
          or ${tooFar})
        and (${closesAfter}::integer is null or old.failures < ${closesAfter}::integer)
    returning wait_until, failures`.execute(tx)
  const [row] = result.rows
  if (!row) return { taken: false, waitUntil: await waitOf(tx, key, { now, closesAfter }) }
  const isLast = closesAfter !== null && row.failures >= closesAfter
  return { taken: true, waitUntil: row.wait_until, isLast }
}

export async function readAttempts(
  db: Db,
  key: AttemptKey,
): Promise<{ failures: number; lastFailureAt: string; waitUntil: string | null } | null> {
  const row = await db
    .selectFrom('attempt_budget')
    .select(['failures', 'last_failure_at', 'wait_until'])
    .where('scope', '=', key.scope)
    .where('key_hash', '=', Buffer.from(key.keyHash))
    .executeTakeFirst()
  if (!row) return null
  const { failures, last_failure_at: lastFailureAt, wait_until: waitUntil } = row
  return { failures, lastFailureAt, waitUntil }
}

/** The try did not count after all: it was right, or was never checked. */
export async function giveBackAttempt(tx: Tx, key: AttemptKey): Promise<void> {
  await tx
    .updateTable('attempt_budget')
    .set({ failures: sql<number>`greatest(failures - 1, 0)`, wait_until: null })
    .where('scope', '=', key.scope)
    .where('key_hash', '=', Buffer.from(key.keyHash))
    .execute()
}

export async function forgetAttempts(tx: Tx, key: AttemptKey): Promise<void> {
  await tx
    .deleteFrom('attempt_budget')
    .where('scope', '=', key.scope)
    .where('key_hash', '=', Buffer.from(key.keyHash))
    .execute()
}

/** Removes what nobody touched since `before` and is not closed. Returns how many rows. */
export async function forgetOldAttempts(
  db: Db,
  what: {
    readonly before: string
    readonly closed: { readonly scopes: readonly string[]; readonly failures: number }
  },
): Promise<number> {
  const { before, closed } = what
  const result = await db
    .deleteFrom('attempt_budget')
    .where('last_failure_at', '<', before)
    .where(({ eb, or }) =>
      or([eb('failures', '<', closed.failures), eb('scope', 'not in', [...closed.scopes])]),
    )
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

function waitAfter(tries: ReturnType<typeof sql>, at: { now: string; rule: AttemptRule }) {
  const { freeTries, firstWaitSeconds, longestWaitSeconds } = at.rule
  // Sixteen doublings pass any wait that is meant; more would overflow.
  const doublings = sql`least(${tries} - ${freeTries}::integer, 16)`
  const grown = sql`${firstWaitSeconds}::integer * power(2, ${doublings})`
  const seconds = sql`least(${longestWaitSeconds}::integer, ${grown})`
  return sql<string | null>`case when ${tries} >= ${freeTries}::integer
    then ${at.now}::timestamptz + make_interval(secs => ${seconds}) end`
}

async function waitOf(
  tx: Tx,
  key: AttemptKey,
  at: { now: string; closesAfter: number | null },
): Promise<string | null> {
  const row = await tx
    .selectFrom('attempt_budget')
    .select(['wait_until', 'failures'])
    .where('scope', '=', key.scope)
    .where('key_hash', '=', Buffer.from(key.keyHash))
    .executeTakeFirst()
  if (row && at.closesAfter !== null && row.failures >= at.closesAfter) return null
  // The row was locked by the refused statement; only a clean-up of very old rows could have taken
  // it.
  return row?.wait_until ?? at.now
}
