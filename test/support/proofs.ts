// People who prove an account, and a contact of theirs, to register or to recover.
import assert from 'node:assert/strict'
import { confirmContact, sendContactCode } from '#src/identity/proof/confirm-contact.ts'
import { proveAccount } from '#src/identity/proof/prove-account.ts'
import type { ContactPurpose } from '#src/identity/proof/purposes.ts'
import type { VisitorSession } from '#src/identity/sessions.ts'
import { waitingCode } from './codes.ts'
import { type Person, sessionOf, visit, visitor } from './identity-world.ts'
import type { WorldDeps } from './second-factors.ts'

/** The account proved, and a code on its way. */
export async function codeSentTo(deps: WorldDeps, who: Person, purpose: ContactPurpose) {
  const { session: first } = await visitor(deps)
  const { accountNumber, lastFour, vin } = who
  const attempt = { purpose, accountNumber, lastFour, vin, session: first, visit: visit() }
  const proved = await proveAccount(deps, attempt)
  assert.ok(proved.ok)
  const session = await sessionOf(deps, proved.value.token)
  assert.ok(session.kind === 'visitor')
  const asking = { session, visit: visit(), purpose }
  assert.ok((await sendContactCode(deps, asking, 'sms-1')).ok)
  return { asking, code: await waitingCode(deps) }
}

/** With the code that came to a contact of theirs: the session in which one goes on. */
export async function contactShown(
  deps: WorldDeps,
  who: Person,
  purpose: ContactPurpose,
): Promise<VisitorSession> {
  const { asking, code } = await codeSentTo(deps, who, purpose)
  const answer = await confirmContact(deps, asking, code)
  assert.ok(answer.ok)
  const session = await sessionOf(deps, answer.value.token)
  assert.ok(session.kind === 'visitor')
  return session
}
