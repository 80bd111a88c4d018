// How often a secret may be guessed. Every check of a guessable secret asks for a permit, which
// only this file makes, so that no check without a limit compiles (ASVS 5.0 V6.3.1, V2.4.1; NIST
// 800-63B-4 section 3.2.2).
import { assert } from '#src/domain/assert.ts'
import type { Refusal } from '#src/domain/refusal.ts'
import type { Db, Tx } from '#src/store/database.ts'
import {
  type AttemptKey,
  giveBackAttempt,
  readAttempts,
  settleAttempts,
  takeAttempt,
} from '#src/store/logins/attempt-reservations.ts'
import type { Vault } from '#src/vault/vault.ts'
import { type AttemptScope, BUDGETS, ruleOf } from './attempt-budgets.ts'
import { momentBefore } from './moments.ts'

/** One count that an attempt draws on; an attempt passes only when all of its lanes let it. */
export type AttemptLane = { readonly scope: AttemptScope; readonly key: string }

declare const permitBrand: unique symbol

/**
 * Leave to check one secret once. `waitUntil`: when the next may come if this one is wrong; null:
 * at once. `isLast`: none may.
 */
export type AttemptPermit = {
  readonly keys: readonly LaneKey[]
  readonly waitUntil: string | null
  readonly isLast: boolean
  readonly [permitBrand]: true
}

type LaneKey = AttemptKey & { readonly scope: AttemptScope }

export type AttemptAnswer =
  | { readonly allowed: true; readonly permit: AttemptPermit }
  | { readonly allowed: false; readonly refusal: Wait | Closed }

/** Until when, by the lane that says the longest wait. */
type Wait = Extract<Refusal, { code: 'waitBeforeTrying' }>
/** No wait helps. */
type Closed = Extract<Refusal, { code: 'tooManyFailures' }>

/**
 * Counts the attempt as failed before it is made: `recordSuccess` or `withdrawAttempt` takes that
 * back.
 */
export async function permitAttempt(
  deps: { readonly db: Db; readonly vault: Vault },
  lanes: readonly AttemptLane[],
  now: string,
): Promise<AttemptAnswer> {
  const keys = lanes.map((lane) => keyOf(deps.vault, lane)).sort(byScope)
  const counted = keys.map((key) => ({ ...key, rule: ruleOf(key.scope) }))
  const take = (db: Db) => takeAttempt(db, counted, now)
  // On one lane it is one statement.
  const answer = await (keys.length === 1 ? take(deps.db) : deps.db.transaction().execute(take))
  if (answer.taken) return { allowed: true, permit: permit(keys, answer) }
  const [refusal] = answer.refused
    .flatMap(({ lane, waitUntil }) => refusalOf(keys[lane], waitUntil))
    .sort((a, b) => (endOf(a) < endOf(b) ? 1 : -1))
  assert(refusal, 'what takes no try says why')
  return { allowed: false, refusal }
}

export async function recordSuccess(tx: Tx, given: AttemptPermit): Promise<void> {
  await settleAttempts(
    tx,
    given.keys.map((key) => ({ ...key, as: BUDGETS[key.scope].afterSuccess })),
  )
}

/** The owner has shown by other means who they are: earlier wrong tries no longer count. */
export async function clearAttempts(tx: Tx, vault: Vault, lane: AttemptLane): Promise<void> {
  await settleAttempts(tx, [{ ...keyOf(vault, lane), as: 'cleared' }])
}

export type LaneState = {
  readonly lane: AttemptLane
  readonly failures: number
  /** Null: none runs. */
  readonly waitUntil: string | null
  /** No wait helps any more. */
  readonly isClosed: boolean
}

/** Of those that remember any failure. Counts nothing. */
export async function readLanes(
  deps: { readonly db: Db; readonly vault: Vault },
  lanes: readonly AttemptLane[],
  now: string,
): Promise<LaneState[]> {
  const found = await Promise.all(
    lanes.map(async (lane): Promise<LaneState[]> => {
      const { closesAfter, forgetAfterHours } = ruleOf(lane.scope)
      const forgetBefore = momentBefore(now, { hours: forgetAfterHours })
      const kept = await readAttempts(deps.db, keyOf(deps.vault, lane))
      if (!kept || kept.failures === 0) return []
      const isClosed = closesAfter !== null && kept.failures >= closesAfter
      if (!isClosed && kept.lastFailureAt < forgetBefore) return []
      const waitUntil = kept.waitUntil !== null && kept.waitUntil > now ? kept.waitUntil : null
      return [{ lane, failures: kept.failures, waitUntil, isClosed }]
    }),
  )
  return found.flat()
}

/** For an attempt that was never checked, because the service was busy. */
export async function withdrawAttempt(tx: Tx, given: AttemptPermit): Promise<void> {
  await giveBackAttempt(tx, given.keys)
}

/** Keyed, so that a stolen table does not tell names, account numbers or addresses. */
function keyOf(vault: Vault, lane: AttemptLane): LaneKey {
  return { scope: lane.scope, keyHash: vault.mac('attempt', lane.scope, lane.key) }
}

// One order for all: two attempts that share two rows never wait for each other in a ring.
function byScope(a: LaneKey, b: LaneKey): number {
  return a.scope < b.scope ? -1 : a.scope > b.scope ? 1 : 0
}

function refusalOf(key: LaneKey | undefined, until: string | null): (Wait | Closed)[] {
  if (!key) return []
  if (until === null) return [{ code: 'tooManyFailures' }]
  const counted = key.scope.endsWith('-address') ? 'network' : 'own'
  return [{ code: 'waitBeforeTrying', until, counted }]
}

/** What is closed ends after every wait. */
function endOf(refusal: Wait | Closed): string {
  return refusal.code === 'waitBeforeTrying' ? refusal.until : '9999'
}

function permit(
  keys: readonly LaneKey[],
  next: Pick<AttemptPermit, 'waitUntil' | 'isLast'>,
): AttemptPermit {
  return { keys, ...next } as AttemptPermit
}
