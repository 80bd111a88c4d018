// What asks once more who somebody is: for each action the level that the session must have at that
// moment (SECURITY.md, decision 7; ASVS 5.0 V7.5.1).
import type { Authentication } from '#src/store/logins/sessions.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { type Level, levelOf } from '../levels.ts'
import type { SignedInSession } from '../sessions.ts'
import { asFresh, type FreshSession } from './fresh-session.ts'
import { hasWay, waysToConfirm } from './ways.ts'

export const STEP_UP = {
  addAuthenticator: 3,
  removeAuthenticator: 3,
  makeBackupCodes: 3,
  changePasskeys: 3,
  addContact: 3,
  changeContact: 3,
  changeAddress: 3,
} as const satisfies Record<string, Level>

export type StepUpAction = keyof typeof STEP_UP

export type StepUpAnswer =
  | { readonly kind: 'may'; readonly session: FreshSession }
  /** Ask again first; `except` cannot be what answers. */
  | { readonly kind: 'confirm'; readonly except: string | null }
  /** This login has nothing that reaches the level. */
  | { readonly kind: 'cannot' }

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
  const hasOther = hasWay(await waysToConfirm(deps, session, removing))
  const except = hasOther ? (removing ?? null) : null
  const now = deps.clock.now()
  const fresh = reaches(session, { action, except, now }) ? asFresh(session, now) : null
  if (fresh) return { kind: 'may', session: fresh }
  const hasAny = hasOther || hasWay(await waysToConfirm(deps, session))
  return hasAny ? { kind: 'confirm', except } : { kind: 'cannot' }
}

function reaches(
  session: SignedInSession,
  at: { action: StepUpAction; except: string | null; now: string },
): boolean {
  const counts = ({ factorId }: Authentication) => at.except === null || factorId !== at.except
  return levelOf(session.authenticated.filter(counts), at.now) >= STEP_UP[at.action]
}
