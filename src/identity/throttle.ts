// How often a secret may be guessed. Every check of a guessable secret asks for a permit, which
// only this file makes, so that no check without a limit compiles (ASVS 5.0 V6.3.1, V2.4.1; NIST
// 800-63B-4 section 3.2.2).
import type { Refusal } from '#src/domain/refusal.ts'
import type { Db, Tx } from '#src/store/database.ts'
import {
  type AttemptKey,
  forgetAttempts,
  giveBackAttempt,
  takeAttempt,
} from '#src/store/logins/attempt-reservations.ts'
import type { Vault } from '#src/vault/vault.ts'
import { momentBefore } from './moments.ts'

type Budget = {
  readonly freeTries: number
  readonly forgetAfterHours: number
  /** A right answer clears the row, or takes back its own try only where many people share it. */
  readonly afterSuccess: 'clear' | 'giveBack'
  /** Every wait is so long, instead of growing. */
  readonly waitSeconds?: number
}

/** After so long without a try, no budget remembers anything. */
export const longestMemoryHours = 720

/** Waits after the free tries: 30 seconds, then twice as long each time, up to an hour. */
const firstWaitSeconds = 30
const longestWaitSeconds = 3600

const budgets = {
  // Whatever the name, also one that nobody has. Kept for 30 days without a try.
  'sign-in-name': { freeTries: 5, forgetAfterHours: longestMemoryHours, afterSuccess: 'clear' },
  // The same for a browser that the login has signed in with before: strangers do not share it.
  'sign-in-device': { freeTries: 5, forgetAfterHours: longestMemoryHours, afterSuccess: 'clear' },
  // A household or an office shares an address.
  'sign-in-address': { freeTries: 20, forgetAfterHours: 24, afterSuccess: 'giveBack' },
  'registration-account': {
    freeTries: 5,
    forgetAfterHours: longestMemoryHours,
    afterSuccess: 'clear',
  },
  'registration-address': { freeTries: 10, forgetAfterHours: 24, afterSuccess: 'giveBack' },
  // Each "that username is taken" says that a name exists.
  'username-address': { freeTries: 10, forgetAfterHours: 24, afterSuccess: 'giveBack' },
  // Second factors of a login, whichever it is, and the code of somebody who registers.
  'factor-login': { freeTries: 5, forgetAfterHours: longestMemoryHours, afterSuccess: 'clear' },
  'registration-code': {
    freeTries: 5,
    forgetAfterHours: longestMemoryHours,
    afterSuccess: 'clear',
  },
  // The code that shows that a new contact is one's own.
  'contact-code': { freeTries: 5, forgetAfterHours: longestMemoryHours, afterSuccess: 'clear' },
  // Each set of backup codes costs ten argon2 runs: five, then one an hour.
  'backup-set-login': {
    freeTries: 5,
    forgetAfterHours: 1,
    afterSuccess: 'giveBack',
    waitSeconds: 3600,
  },
  // A passkey cannot be guessed, so these only bound the work that a stranger can cause. They stand
  // apart from those of passwords: whoever tries passwords never keeps a passkey's owner out.
  passkey: { freeTries: 5, forgetAfterHours: 24, afterSuccess: 'clear' },
  'passkey-address': { freeTries: 20, forgetAfterHours: 24, afterSuccess: 'giveBack' },
  // Codes that are sent, for one login or obligor and to one contact: five, then one an hour.
  'code-login': { freeTries: 5, forgetAfterHours: 1, afterSuccess: 'giveBack', waitSeconds: 3600 },
  'code-destination': {
    freeTries: 5,
    forgetAfterHours: 1,
    afterSuccess: 'giveBack',
    waitSeconds: 3600,
  },
} as const satisfies Record<string, Budget>

export type AttemptScope = keyof typeof budgets

/** One count that an attempt draws on; an attempt passes only when all of its lanes let it. */
export type AttemptLane = { readonly scope: AttemptScope; readonly key: string }

declare const permitBrand: unique symbol

/**
 * Leave to check one secret once. `waitUntil`: when the next may come if this one is wrong; null:
 * at once.
 */
export type AttemptPermit = {
  readonly keys: readonly LaneKey[]
  readonly waitUntil: string | null
  readonly [permitBrand]: true
}

type LaneKey = AttemptKey & { readonly scope: AttemptScope }

export type AttemptAnswer =
  | { readonly allowed: true; readonly permit: AttemptPermit }
  | { readonly allowed: false; readonly refusal: Wait }

/** Until when, by the lane that says the longest wait. */
type Wait = Extract<Refusal, { code: 'waitBeforeTrying' }>

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
  return deps.db.transaction().execute(async (tx) => {
    const taken: LaneKey[] = []
    const waits: string[] = []
    const refusals: Wait[] = []
    for (const key of keys) {
      const answer = await takeAttempt(tx, key, { now, rule: ruleOf(key.scope, now) })
      if (!answer.taken) refusals.push(waitOf(key.scope, answer.waitUntil))
      else {
        taken.push(key)
        if (answer.waitUntil !== null) waits.push(answer.waitUntil)
      }
    }
    const [refusal] = refusals.sort((a, b) => (a.until < b.until ? 1 : -1))
    if (!refusal) return { allowed: true, permit: permit(keys, latest(waits)) }
    for (const key of taken) await giveBackAttempt(tx, key)
    return { allowed: false, refusal }
  })
}

export async function recordSuccess(tx: Tx, given: AttemptPermit): Promise<void> {
  for (const key of given.keys) {
    if (budgets[key.scope].afterSuccess === 'clear') await forgetAttempts(tx, key)
    else await giveBackAttempt(tx, key)
  }
}

/** The owner has shown by other means who they are: earlier wrong tries no longer count. */
export async function clearAttempts(tx: Tx, vault: Vault, lane: AttemptLane): Promise<void> {
  await forgetAttempts(tx, keyOf(vault, lane))
}

/** For an attempt that was never checked, because the service was busy. */
export async function withdrawAttempt(tx: Tx, given: AttemptPermit): Promise<void> {
  for (const key of given.keys) await giveBackAttempt(tx, key)
}

/** Keyed, so that a stolen table does not tell names, account numbers or addresses. */
function keyOf(vault: Vault, lane: AttemptLane): LaneKey {
  return { scope: lane.scope, keyHash: vault.mac('attempt', lane.scope, lane.key) }
}

// One order for all: two attempts that share two rows never wait for each other in a ring.
function byScope(a: LaneKey, b: LaneKey): number {
  return a.scope < b.scope ? -1 : a.scope > b.scope ? 1 : 0
}

function ruleOf(scope: AttemptScope, now: string) {
  const { freeTries, forgetAfterHours, waitSeconds }: Budget = budgets[scope]
  const forgetBefore = momentBefore(now, { hours: forgetAfterHours })
  const first = waitSeconds ?? firstWaitSeconds
  const longest = waitSeconds ?? longestWaitSeconds
  return { freeTries, firstWaitSeconds: first, longestWaitSeconds: longest, forgetBefore }
}

function waitOf(scope: AttemptScope, until: string): Wait {
  const counted = scope.endsWith('-address') ? 'network' : 'own'
  return { code: 'waitBeforeTrying', until, counted }
}

function latest(moments: readonly string[]): string | null {
  return moments.reduce<string | null>((a, b) => (a === null || b > a ? b : a), null)
}

function permit(keys: readonly LaneKey[], waitUntil: string | null): AttemptPermit {
  return { keys, waitUntil } as AttemptPermit
}
