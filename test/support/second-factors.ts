// People with a login, sessions of theirs, and an authenticator app that has been added.
import assert from 'node:assert/strict'
import { finishEnrollment, startEnrollment } from '#src/identity/factors/enroll-authenticator.ts'
import { shownBy } from '#src/identity/levels.ts'
import { openLoginSession } from '#src/identity/login-session.ts'
import { openVisitorSession } from '#src/identity/sessions.ts'
import { insertLogin, insertLoginAccount } from '#src/store/logins/logins.ts'
import { signedInToken } from './codes.ts'
import { type MigratedDatabase, newTestId } from './database.ts'
import { type identityDeps, type Person, sessionOf, visit } from './identity-world.ts'
import { appCode } from './oracle-totp.ts'

export type WorldDeps = ReturnType<typeof identityDeps>

/** A login whose password nobody types. */
export async function plantLogin(
  database: MigratedDatabase,
  deps: WorldDeps,
  who: { readonly username: string; readonly person: Pick<Person, 'accountId' | 'obligorId'> },
): Promise<string> {
  const id = newTestId()
  const { username, person } = who
  const createdAt = deps.clock.now()
  const login = { id, username, normalizedName: username, password: 'none', locale: 'en' }
  const { accountId, obligorId } = person
  await database.db.transaction().execute(async (tx) => {
    await insertLogin(tx, database.vault, { ...login, createdAt })
    await insertLoginAccount(tx, { loginId: id, accountId, obligorId, addedAt: createdAt })
  })
  return id
}

/** After the password, before anything else. */
export async function halfSession(deps: WorldDeps, loginId: string) {
  const authenticated = [shownBy('password', deps.clock.now())]
  const token = await deps.db.transaction().execute(async (tx) => {
    const { session: replaces } = await openVisitorSession(tx, deps, { visit: visit() })
    const opening = { loginId, authenticated, visit: visit(), replaces }
    return (await openLoginSession(tx, deps, opening)).token
  })
  const session = await sessionOf(deps, token)
  assert.ok(session.kind === 'half')
  return { session, token, visit: visit() }
}

/** A password and a text message, both shown now. */
export async function signedIn(deps: WorldDeps, username: string) {
  const token = await signedInToken(deps, username)
  const session = await sessionOf(deps, token)
  assert.ok(session.kind === 'signedIn')
  return { session, token, visit: visit() }
}

/** The secret of an app that was added, by a code of the step that runs. */
export async function addApp(deps: WorldDeps, username: string, name = 'Phone'): Promise<string> {
  const asking = await signedIn(deps, username)
  const { id, secret } = await startEnrollment(deps, asking.session)
  const form = { id, name, code: appCode(secret, deps.clock.now()) }
  assert.deepEqual(await finishEnrollment(deps, asking, form), { ok: true, value: 'added' })
  return secret
}
