// The ways in which somebody can confirm who they are, the strongest first.
import { assert } from '#src/domain/assert.ts'
import { countBackupCodes } from '#src/store/logins/backup-codes.ts'
import { readLogin } from '#src/store/logins/logins.ts'
import { readOwnFactors } from '#src/store/logins/own-factors.ts'
import { type Passkey, readPasskeys } from '#src/store/logins/passkeys.ts'
import { type Authenticator, authenticatorsOf } from '../factors/authenticators.ts'
import type { Contact } from '../factors/contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { ConfirmingSession } from './confirm.ts'
import { contactsForCode, contactsToConfirm } from './contacts-for-code.ts'

/** What is typed, in the order of preference; `code` goes by text message or by e-mail. */
export const WAYS = ['authenticator', 'code', 'backup'] as const

export type Way = (typeof WAYS)[number]

export type Ways = {
  /** By id. Offered beside every other way: one needs nothing typed, and a script. */
  readonly passkeys: readonly string[]
  readonly authenticators: readonly string[]
  readonly contacts: readonly Contact[]
  /** The number that is asked for; null when no backup code is left. */
  readonly backupNumber: number | null
}

/**
 * Who is signed in already confirms for something that needs more than e-mail. `except`: an
 * authenticator, a passkey or a phone that is about to be removed cannot speak for that.
 */
export async function waysToConfirm(
  deps: IdentityDeps,
  session: ConfirmingSession,
  except?: string,
): Promise<Ways> {
  const [{ passkeys, authenticators, backupNumber }, contacts] = await Promise.all([
    readOwnFactors(deps.db, session.loginId),
    contactsForCode(deps, session),
  ])
  const isHalf = session.kind === 'half'
  return {
    passkeys: passkeys.filter((id) => id !== except),
    authenticators: authenticators.filter((id) => id !== except),
    contacts: contacts.filter(
      ({ method, key }) => isHalf || (method !== 'email' && key !== except),
    ),
    backupNumber,
  }
}

export type Methods = Pick<Ways, 'contacts'> & {
  readonly passkeys: readonly Passkey[]
  readonly authenticators: readonly Authenticator[]
  readonly backupCodesLeft: number
  readonly passwordChangedAt: string
}

/** What the login has besides its password, as its own page lists it. */
export async function methodsOf(deps: IdentityDeps, session: ConfirmingSession): Promise<Methods> {
  const [passkeys, authenticators, contacts, codes, login] = await Promise.all([
    readPasskeys(deps.db, session.loginId),
    authenticatorsOf(deps.db, session.loginId),
    deps.limits.profile === 'strict' ? [] : contactsToConfirm(deps, session),
    countBackupCodes(deps.db, session.loginId),
    readLogin(deps.db, session.loginId),
  ])
  assert(login, 'a session has its login')
  const backupCodesLeft = codes?.left ?? 0
  const { passwordChangedAt } = login
  return { passkeys, authenticators, contacts, backupCodesLeft, passwordChangedAt }
}

/** Whether there is anything to confirm with. */
export function hasWay(ways: Ways): boolean {
  return ways.passkeys.length > 0 || offeredWays(ways).length > 0
}

export function offeredWays(ways: Ways): Way[] {
  const has: Record<Way, boolean> = {
    authenticator: ways.authenticators.length > 0,
    code: ways.contacts.length > 0,
    backup: ways.backupNumber !== null,
  }
  return WAYS.filter((way) => has[way])
}
