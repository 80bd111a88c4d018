// Tries of guessable secrets. A try is taken before the secret is checked, in one statement that
// locks its rows: fired at once, no more tries pass than one after another.
import type { Db } from '../database.ts'
import {
  type AttemptRule,
  refusalStatement,
  type Settled,
  settleStatement,
  takeStatement,
} from './attempt-statements.ts'

export type AttemptKey = { readonly scope: string; readonly keyHash: Uint8Array }

/** One count that a try draws on. */
export type CountedLane = AttemptKey & { readonly rule: AttemptRule }

export type AttemptTaken =
  /** `isLast`: should it fail, it has closed a row. */
  | { readonly taken: true; readonly waitUntil: string | null; readonly isLast: boolean }
  | { readonly taken: false; readonly refused: readonly RefusedLane[] }

/** `lane`: its place among those that were asked for. Until null: closed. */
type RefusedLane = { readonly lane: number; readonly waitUntil: string | null }

/**
 * Counts one try on every lane, or on none: then it says which refuse and until when. Each wait is
 * twice the one before, up to the longest. Everybody gives lanes in the same order, in which they
 * are locked: two attempts that share two never wait for each other in a ring. More than one lane
 * is taken in a transaction: what some of them took is given back before anybody sees it.
 */
export async function takeAttempt(
  db: Db,
  lanes: readonly CountedLane[],
  now: string,
): Promise<AttemptTaken> {
  const rules = lanes.map(({ rule }) => rule)
  const given = { ...placesOf(lanes), now }
  const { rows } = await takeStatement(rules)(db, given)
  const waitUntil = rows.reduce<string | null>((until, row) => later(until, row.wait_until), null)
  if (rows.length === lanes.length)
    return { taken: true, waitUntil, isLast: rows.some((row) => row.is_last) }
  if (rows.length > 0) await giveBackAttempt(db, lanes.slice(0, rows.length))
  const { rows: refused } = await refusalStatement(rules)(db, given)
  // The rows were locked by the refused statement; only a clean-up of very old ones could have
  // taken them.
  if (refused.length === 0)
    return { taken: false, refused: [{ lane: rows.length, waitUntil: now }] }
  return {
    taken: false,
    refused: refused.map((row) => ({ lane: row.lane, waitUntil: row.wait_until })),
  }
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
export function giveBackAttempt(db: Db, keys: readonly AttemptKey[]): Promise<void> {
  return settleAttempts(
    db,
    keys.map((key) => ({ ...key, as: 'givenBack' })),
  )
}

/** What becomes of a try that is over, on each of its lanes, in the order in which it took them. */
export async function settleAttempts(
  db: Db,
  keys: readonly (AttemptKey & { readonly as: Settled })[],
): Promise<void> {
  await settleStatement(keys.map(({ as }) => as))(db, placesOf(keys))
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

function placesOf(keys: readonly AttemptKey[]): Record<string, unknown> {
  return Object.fromEntries(
    keys.flatMap(({ scope, keyHash }, at) => [
      [`scope${at}`, scope],
      [`key${at}`, keyHash],
    ]),
  )
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a
}
