// What asks once more who somebody is: for each action the level that the session must have at that
// moment (SECURITY.md, decision 7; ASVS 5.0 V7.5.1), and whether it waits while the login is held.
import { readHold } from '#src/store/logins/holds.ts'
import type { Authentication } from '#src/store/logins/sessions.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { type Level, levelOf } from '../levels.ts'
import type { SignedInSession } from '../sessions.ts'
import { asFresh, asProved, type FreshSession } from './fresh-session.ts'
import { hasWay, waysToConfirm } from './ways.ts'

type Policy = {
  readonly level: Level
  /** What could take money, or the way back in, from an owner whose login was taken over. */
  readonly whileHeld: 'waits' | 'goes on'
  /** The numbers of the account do as well, and hold the login: for who has only e-mail. */
  readonly byAccount?: true
}

export const STEP_UP = {
  addBankAccount: { level: 3, whileHeld: 'waits' },
  setAutopay: { level: 3, whileHeld: 'waits' },
  verifyBankAccount: { level: 3, whileHeld: 'waits' },
  removeBankAccount: { level: 3, whileHeld: 'goes on' },
  addAuthenticator: { level: 3, whileHeld: 'goes on', byAccount: true },
  removeAuthenticator: { level: 3, whileHeld: 'goes on' },
  makeBackupCodes: { level: 3, whileHeld: 'goes on' },
  addPasskey: { level: 3, whileHeld: 'goes on', byAccount: true },
  removePasskey: { level: 3, whileHeld: 'goes on' },
  addAccount: { level: 3, whileHeld: 'goes on' },
  changePassword: { level: 3, whileHeld: 'goes on' },
  // One more way to be reached takes none away.
  addContact: { level: 3, whileHeld: 'goes on' },
  changeContact: { level: 3, whileHeld: 'waits' },
  changeAddress: { level: 3, whileHeld: 'goes on' },
  sharePayoff: { level: 3, whileHeld: 'waits' },
  downloadEverything: { level: 3, whileHeld: 'waits' },
  closeSignIn: { level: 3, whileHeld: 'waits' },
} as const satisfies Record<string, Policy>

const longAgo = '1970-01-01T00:00:00.000Z'

export type StepUpAction = keyof typeof STEP_UP

export type StepUpAnswer =
  | { readonly kind: 'may'; readonly session: FreshSession }
  /** Ask again first; `except` cannot be what answers. */
  | { readonly kind: 'confirm'; readonly except: string | null }
  /** This login has nothing that reaches the level. */
  | { readonly kind: 'cannot' }
  /** Not before `until`, however sure we are who is asking. */
  | { readonly kind: 'held'; readonly until: string }

/**
 * Whether the session may do it now. `removing`: a factor that the action takes away cannot vouch
 * for that, unless it is the only one.
 */
export async function askStepUp(
  deps: IdentityDeps,
  session: SignedInSession,
  what: { readonly action: StepUpAction; readonly removing?: string },
): Promise<StepUpAnswer> {
  const { action, removing } = what
  const now = deps.clock.now()
  const until = await heldFor(deps, session, action)
  if (until !== null && now < until) return { kind: 'held', until }
  const hasOther = hasWay(await waysToConfirm(deps, session, removing))
  const except = hasOther ? (removing ?? null) : null
  const fresh = reaches(session, { action, except, now }) ? asFresh(session, now) : null
  if (fresh) return { kind: 'may', session: fresh }
  const mayDo = mayProve(action) && (await hasNothingOwn(deps, session))
  const proved = mayDo ? asProved(deps, session) : null
  if (proved) return { kind: 'may', session: proved }
  const hasAny = hasOther || hasWay(await waysToConfirm(deps, session))
  return hasAny ? { kind: 'confirm', except } : { kind: 'cannot' }
}

/**
 * Whether the numbers of the account may vouch at all: not where an app, a passkey or a backup code
 * is there to be shown. What of these is lost is taken off first, which asks for a password and a
 * code as well: else papers in a drawer and a session left open would do instead of the factor.
 */
export async function hasNothingOwn(
  deps: IdentityDeps,
  session: SignedInSession,
): Promise<boolean> {
  const { passkeys, authenticators, backupNumber } = await waysToConfirm(deps, session)
  return passkeys.length + authenticators.length === 0 && backupNumber === null
}

/** Whether the numbers of the account, typed in this session, do instead. */
export function mayProve(action: StepUpAction): boolean {
  return 'byAccount' in STEP_UP[action]
}

function heldFor(
  deps: IdentityDeps,
  { loginId }: SignedInSession,
  action: StepUpAction,
): Promise<string | null> {
  return STEP_UP[action].whileHeld === 'waits' ? readHold(deps.db, loginId) : Promise.resolve(null)
}

function reaches(
  session: SignedInSession,
  at: { action: StepUpAction; except: string | null; now: string },
): boolean {
  // What is taken away may have opened the session; it vouches for nothing now.
  const asShown = (shown: Authentication) =>
    at.except !== null && shown.factorId === at.except ? { ...shown, at: longAgo } : shown
  return levelOf(session.authenticated.map(asShown), at.now) >= STEP_UP[at.action].level
}
