// Between the account and the sign-in: a code to a contact that stood in the servicing file before,
// since numbers on paper are known to others too (SECURITY.md: registration needs possession).
import { assert } from '#src/domain/assert.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { Tx } from '#src/store/database.ts'
import { type AccessAction, recordAccess } from '../access-log.ts'
import { type Contact, contactsOf } from '../factors/contacts.ts'
import { checkCode, sendCode, type WaitingCode, waitingCode } from '../factors/sent-code.ts'
import { shownBy } from '../levels.ts'
import type { MessageDeps } from '../messages.ts'
import {
  leaveSession,
  type OpenedSession,
  openVisitorSession,
  type Visit,
  type VisitorSession,
} from '../sessions.ts'
import { permitAttempt, recordSuccess } from '../throttle.ts'
import { holdProof, type ProofDeps, type RegistrationProof, readProof } from './prove-account.ts'

export type ContactDeps = ProofDeps & MessageDeps

type Asking = { readonly session: VisitorSession; readonly visit: Visit }

/** Where the obligor who was proved can be reached; empty when the file has nothing. */
export function registrationContacts(
  deps: ContactDeps,
  proof: RegistrationProof,
): Promise<Contact[]> {
  return contactsOf(deps.db, deps.vault, [proof])
}

export function waitingRegistrationCode(
  deps: ContactDeps,
  session: VisitorSession,
): Promise<WaitingCode | null> {
  return waitingCode(deps, { sessionId: session.id, purpose: 'registration' })
}

/** Refused: `registrationNotMatched` (nothing proved), `contactNotFound`, `waitBeforeTrying`. */
export async function sendRegistrationCode(
  deps: ContactDeps,
  asking: Asking,
  contactId: string,
): Promise<Outcome<{ id: string }>> {
  const proof = readProof(deps, asking.session)
  if (!proof) return refused({ code: 'registrationNotMatched' })
  const contacts = await registrationContacts(deps, proof)
  const contact = contacts.find(({ id }) => id === contactId)
  if (!contact) return refused({ code: 'contactNotFound' })
  const sent = await sendCode(deps, {
    sessionId: asking.session.id,
    loginId: null,
    purpose: 'registration',
    contact,
    lane: { scope: 'code-login', key: proof.obligorId },
  })
  if (sent.ok) {
    const details = { account: proof.accountId, factor: contact.method, to: contact.masked }
    await deps.db.transaction().execute((tx) => note(tx, deps, asking, 'codeSent', details))
  }
  return sent
}

/** Refused: `registrationNotMatched`, `codeWrong`, `codeSpent`, `waitBeforeTrying`. */
export async function confirmContact(
  deps: ContactDeps,
  asking: Asking,
  code: string,
): Promise<Outcome<OpenedSession>> {
  const proof = readProof(deps, asking.session)
  if (!proof) return refused({ code: 'registrationNotMatched' })
  const waiting = await waitingRegistrationCode(deps, asking.session)
  if (!waiting) return refused({ code: 'codeSpent' })
  const now = deps.clock.now()
  const lanes = [{ scope: 'registration-code', key: proof.obligorId }] as const
  const answer = await permitAttempt(deps, lanes, now)
  if (!answer.allowed) {
    await deps.db.transaction().execute((tx) => note(tx, deps, asking, 'factorPaused'))
    return refused(answer.refusal)
  }
  return deps.db.transaction().execute(async (tx): Promise<Outcome<OpenedSession>> => {
    const given = { id: waiting.id, sessionId: asking.session.id, code }
    const judged = await checkCode(tx, { vault: deps.vault, now }, answer.permit, given)
    if (judged === 'spent') return refused({ code: 'codeSpent' })
    if (judged === 'wrong') {
      await note(tx, deps, asking, 'factorRefused', { factor: waiting.method })
      return refused({ code: 'codeWrong' })
    }
    await recordSuccess(tx, answer.permit)
    return accepted(await keep(tx, deps, asking, { ...proof, shown: shownBy(waiting.method, now) }))
  })
}

async function keep(
  tx: Tx,
  deps: ContactDeps,
  asking: Asking,
  proof: RegistrationProof,
): Promise<OpenedSession> {
  const { visit, session } = asking
  assert(proof.shown, 'the contact was shown')
  const hold = (id: string) => holdProof(deps.vault, proof, id)
  const opened = await openVisitorSession(tx, deps, { visit, hold })
  await leaveSession(tx, deps, session)
  const details = { account: proof.accountId, factor: proof.shown.method }
  await note(tx, deps, asking, 'contactConfirmed', details)
  return opened
}

function note(
  tx: Tx,
  deps: ContactDeps,
  { visit }: Asking,
  action: AccessAction,
  details: Readonly<Record<string, string>> = {},
): Promise<void> {
  const at = { vault: deps.vault, now: deps.clock.now() }
  return recordAccess(tx, at, { loginId: null, action, visit, details })
}
