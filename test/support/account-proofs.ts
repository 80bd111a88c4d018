// The steps by which somebody proves an account, in whichever session they are.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { shownBy } from '#src/identity/levels.ts'
import { openLoginSession } from '#src/identity/login-session.ts'
import { openAddressee } from '#src/identity/messages/addressee.ts'
import { confirmContact, sendContactCode } from '#src/identity/proof/confirm-contact.ts'
import { proveAccount } from '#src/identity/proof/prove-account.ts'
import type { ContactPurpose, ProofPurpose } from '#src/identity/proof/purposes.ts'
import { openVisitorSession, type Session } from '#src/identity/sessions.ts'
import type { Db } from '#src/store/database.ts'
import { readLoginActivity } from '#src/store/logins/access-audit.ts'
import { insertPasskey } from '#src/store/logins/passkeys.ts'
import type { AuthenticationMethod } from '#src/store/logins/sessions.ts'
import type { Vault } from '#src/vault/vault.ts'
import { waitingCode } from './codes.ts'
import { newTestId } from './database.ts'
import { type Person, sessionOf, visit } from './identity-world.ts'
import type { WorldDeps } from './second-factors.ts'

export type Answers = Pick<Person, 'accountNumber' | 'lastFour' | 'vin'>

export function prove(
  deps: WorldDeps,
  session: Session,
  asked: { readonly purpose: ProofPurpose; readonly answers: Answers; readonly address?: string },
) {
  const { accountNumber, lastFour, vin } = asked.answers
  const numbers = { accountNumber, lastFour, vin }
  return proveAccount(deps, {
    purpose: asked.purpose,
    ...numbers,
    session,
    visit: visit(asked.address),
  })
}

/** The session in which the account was proved. */
export async function proved(
  deps: WorldDeps,
  session: Session,
  asked: { readonly purpose: ProofPurpose; readonly answers: Answers },
): Promise<Session> {
  const answer = await prove(deps, session, asked)
  assert.ok(answer.ok)
  return sessionOf(deps, answer.value.token)
}

/** With the code that came to a contact on file. */
export async function shown(
  deps: WorldDeps,
  session: Session,
  asked: { readonly purpose: ContactPurpose; readonly answers: Answers },
) {
  const asking = { session: await proved(deps, session, asked), visit: visit() }
  const contact = { ...asking, purpose: asked.purpose }
  assert.ok((await sendContactCode(deps, contact, 'sms-1')).ok)
  const answer = await confirmContact(deps, contact, await waitingCode(deps))
  assert.ok(answer.ok)
  const next = await sessionOf(deps, answer.value.token)
  assert.ok(next.kind === 'visitor')
  return next
}

/** Signed in with a password and these. */
export async function signedInWith(
  deps: WorldDeps,
  loginId: string,
  methods: readonly AuthenticationMethod[],
) {
  const authenticated = ['password' as const, ...methods].map((method) =>
    shownBy(method, deps.clock.now()),
  )
  const token = await deps.db.transaction().execute(async (tx) => {
    const { session: replaces } = await openVisitorSession(tx, deps, { visit: visit() })
    const opening = { loginId, authenticated, visit: visit(), replaces }
    return (await openLoginSession(tx, deps, opening)).token
  })
  const session = await sessionOf(deps, token)
  assert.ok(session.kind === 'signedIn')
  return { session, token, visit: visit() }
}

/** A passkey that nobody has. Returns its id. */
export async function plantPasskey(
  deps: WorldDeps,
  loginId: string,
  name = 'Phone',
): Promise<string> {
  const id = newTestId()
  const key = { credentialId: randomBytes(32), publicKey: randomBytes(77), counter: 0 }
  const rest = { transports: [], backedUp: false, name, createdAt: deps.clock.now() }
  await deps.db.transaction().execute((tx) => insertPasskey(tx, { id, loginId, ...key, ...rest }))
  return id
}

/** Whom a notice about a login went to, in order. */
export async function toldOf(
  of: { db: Db; vault: Vault },
  notice: { readonly loginId: string; readonly template: string },
): Promise<string[]> {
  const rows = await of.db
    .selectFrom('outbox')
    .select(['id', 'sealed'])
    .where('template', '=', notice.template)
    .where('login_id', '=', notice.loginId)
    .execute()
  return rows.map((row) => openAddressee(of.vault, row).to).sort()
}

/** What happened with a login, the newest first. */
export async function linesOf(db: Db, loginId: string): Promise<string[]> {
  const entries = await readLoginActivity(db, { loginId, limit: 20 })
  return entries.map(({ action }) => action)
}

/** Hours from now for which the login is held; null where it never was. */
export async function hoursHeld(deps: WorldDeps, loginId: string): Promise<number | null> {
  const { held_until: until } = await deps.db
    .selectFrom('login')
    .select('held_until')
    .where('id', '=', loginId)
    .executeTakeFirstOrThrow()
  return until === null ? null : (Date.parse(until) - Date.parse(deps.clock.now())) / 3_600_000
}
