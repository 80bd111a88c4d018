// People with passkeys, on the level of identity.
import { addPasskey } from '#src/identity/entry/change-passkeys.ts'
import { asFresh, type FreshSession } from '#src/identity/entry/fresh-session.ts'
import { signInByPasskey } from '#src/identity/entry/passkey-entry.ts'
import type { PasskeyResponse } from '#src/identity/factors/passkey-ceremony.ts'
import {
  askForNewPasskey,
  askForPasskey,
  type PasskeyDeps,
} from '#src/identity/factors/passkey-options.ts'
import type { IdentityDeps } from '#src/identity/identity-deps.ts'
import type { Session } from '#src/identity/sessions.ts'
import { insertLogin, insertLoginAccount } from '#src/store/logins/logins.ts'
import { signedInToken } from './codes.ts'
import { type MigratedDatabase, newTestId } from './database.ts'
import {
  identityDeps,
  type MovableClock,
  plantAccount,
  sessionOf,
  visit,
  visitor,
} from './identity-world.ts'
import { type PasskeyDevice, passkeyDevice } from './passkey-device.ts'

export type PasskeyWorld = ReturnType<typeof passkeyWorld>

export function passkeyWorld(database: MigratedDatabase, clock: MovableClock) {
  const deps: IdentityDeps & PasskeyDeps = identityDeps(database, clock)
  const fresh = (username: string) => freshSession(deps, username)
  return {
    deps,
    /** Somebody with an account, a phone and a mailbox. Returns the login's id. */
    person: (username: string, accountNumber: string) =>
      plantPerson(database, clock, { username, accountNumber }),
    fresh,
    device: (person?: 'verified' | 'unknown') => passkeyDevice(deps.portalOrigin, person),
    /** Adds a passkey on that device; returns the session that comes of it. */
    add: async (username: string, device: PasskeyDevice, name = 'phone') => {
      const session = await fresh(username)
      const response = device.make(await askForNewPasskey(deps, session))
      return addPasskey(deps, { session, visit: visit() }, { name, response })
    },
    /** A visitor's session, and what the device says for it. */
    shown: async (device: PasskeyDevice, origin?: string) => {
      const { session } = await visitor(deps)
      return { session, response: device.show(await askForPasskey(deps, session), origin) }
    },
    signIn: (given: { session: Session; response: PasskeyResponse }, address?: string) =>
      signInByPasskey(deps, { ...given, visit: visit(address) }),
  }
}

async function freshSession(deps: IdentityDeps, username: string): Promise<FreshSession> {
  const session = await sessionOf(deps, await signedInToken(deps, username))
  if (session.kind !== 'signedIn') throw new Error('not signed in')
  const found = asFresh(session, deps.clock.now())
  if (!found) throw new Error('not fresh')
  return found
}

async function plantPerson(
  database: MigratedDatabase,
  clock: MovableClock,
  who: { username: string; accountNumber: string },
): Promise<string> {
  const [{ accountId, obligorId }] = await plantAccount(database, who.accountNumber)
  const loginId = newTestId()
  const login = { id: loginId, username: who.username, normalizedName: who.username }
  const rest = { password: 'not used here', locale: 'en', createdAt: clock.now() }
  await database.db.transaction().execute(async (tx) => {
    await insertLogin(tx, database.vault, { ...login, ...rest })
    await insertLoginAccount(tx, { loginId, accountId, obligorId, addedAt: clock.now() })
  })
  return loginId
}
