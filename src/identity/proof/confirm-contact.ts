// Between the account and what it was proved for: a code to a contact that stood in the
// servicing file before, since numbers on paper are known to others too (SECURITY.md: registration
// needs possession).
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { Tx } from '#src/store/database.ts'
import type { Authentication } from '#src/store/logins/sessions.ts'
import { type AccessAction, recordAccess } from '../access-log.ts'
import { type Contact, contactsOf } from '../factors/contacts.ts'
import { checkCode, sendCode, type WaitingCode, waitingCode } from '../factors/sent-code.ts'
import type { MessageDeps } from '../identity-deps.ts'
import { shownBy } from '../levels.ts'
import { leaveSession } from '../login-session.ts'
import { type OpenedSession, openVisitorSession, type Session, type Visit } from '../sessions.ts'
import { permitAttempt, recordSuccess } from '../throttle.ts'
import { type AccountProof, holdProof, type ProofDeps, readProof } from './prove-account.ts'
import type { ContactPurpose } from './purposes.ts'

export type ContactDeps = ProofDeps & MessageDeps

/** With the contact that was shown to be theirs. */
export type ShownProof = AccountProof & { readonly shown: Authentication }

export type ContactAsking = {
  readonly session: Session
  readonly visit: Visit
  readonly purpose: ContactPurpose
}

/** Where the obligor who was proved can be reached; empty when the file has nothing. */
export function contactsOnFile(deps: ContactDeps, proof: AccountProof): Promise<Contact[]> {
  return contactsOf(deps.db, deps.vault, [proof])
}

export function waitingContactCode(
  deps: ContactDeps,
  of: { readonly session: Session; readonly purpose: ContactPurpose },
): Promise<WaitingCode | null> {
  return waitingCode(deps, { sessionId: of.session.id, purpose: of.purpose })
}

/** Refused: `registrationNotMatched` (nothing proved), `contactNotFound`, `waitBeforeTrying`. */
export async function sendContactCode(
  deps: ContactDeps,
  asking: ContactAsking,
  contactId: string,
): Promise<Outcome<{ id: string }>> {
  const proof = readProof(deps, asking.session, asking.purpose)
  if (!proof) return refused({ code: 'registrationNotMatched' })
  const contacts = await contactsOnFile(deps, proof)
  const contact = contacts.find(({ id }) => id === contactId)
  if (!contact) return refused({ code: 'contactNotFound' })
  const sent = await sendCode(deps, {
    sessionId: asking.session.id,
    loginId: proof.loginId,
    purpose: asking.purpose,
    contact,
    lane: { scope: 'code-login', key: proof.obligorId },
  })
  if (sent.ok) {
    const details = { account: proof.accountId, factor: contact.method, to: contact.masked }
    await deps.db
      .transaction()
      .execute((tx) => note(tx, deps, asking, { proof, action: 'codeSent', details }))
  }
  return sent
}

/** Refused: `registrationNotMatched`, `codeWrong`, `codeSpent`, `waitBeforeTrying`. */
export function confirmContact(
  deps: ContactDeps,
  asking: ContactAsking,
  code: string,
): Promise<Outcome<OpenedSession>> {
  return judgeContactCode(deps, asking, {
    code,
    onRight: async (tx, proof) => accepted(await keep(tx, deps, asking, proof)),
  })
}

/** Refused: the same, and what `onRight` refuses; for one right answer that runs once. */
export async function judgeContactCode<T>(
  deps: ContactDeps,
  asking: ContactAsking,
  given: {
    readonly code: string
    readonly onRight: (tx: Tx, proof: ShownProof) => Promise<Outcome<T>>
  },
): Promise<Outcome<T>> {
  const proof = readProof(deps, asking.session, asking.purpose)
  if (!proof) return refused({ code: 'registrationNotMatched' })
  const waiting = await waitingContactCode(deps, asking)
  if (!waiting) return refused({ code: 'codeSpent' })
  const now = deps.clock.now()
  const lanes = [{ scope: 'registration-code', key: proof.obligorId }] as const
  const answer = await permitAttempt(deps, lanes, now)
  if (!answer.allowed) {
    await deps.db
      .transaction()
      .execute((tx) => note(tx, deps, asking, { proof, action: 'factorPaused' }))
    return refused(answer.refusal)
  }
  return deps.db.transaction().execute(async (tx): Promise<Outcome<T>> => {
    const typed = { id: waiting.id, sessionId: asking.session.id, code: given.code }
    const judged = await checkCode(tx, { vault: deps.vault, now }, answer.permit, typed)
    if (judged === 'spent') return refused({ code: 'codeSpent' })
    if (judged === 'wrong') {
      const details = { factor: waiting.method }
      await note(tx, deps, asking, { proof, action: 'factorRefused', details })
      return refused({ code: 'codeWrong' })
    }
    await recordSuccess(tx, answer.permit)
    const shown = shownBy(waiting.method, now, waiting.contactId ?? undefined)
    return given.onRight(tx, { ...proof, shown })
  })
}

async function keep(
  tx: Tx,
  deps: ContactDeps,
  asking: ContactAsking,
  proof: ShownProof,
): Promise<OpenedSession> {
  const { visit, session } = asking
  const hold = (id: string) => holdProof(deps.vault, proof, id)
  const opened = await openVisitorSession(tx, deps, { visit, hold })
  await leaveSession(tx, deps, session)
  const details = { account: proof.accountId, factor: proof.shown.method }
  await note(tx, deps, asking, { proof, action: 'contactConfirmed', details })
  return opened
}

function note(
  tx: Tx,
  deps: ContactDeps,
  { visit }: ContactAsking,
  what: {
    proof: AccountProof
    action: AccessAction
    details?: Readonly<Record<string, string>>
  },
): Promise<void> {
  const at = { vault: deps.vault, now: deps.clock.now() }
  const { proof, action, details = {} } = what
  return recordAccess(tx, at, { loginId: proof.loginId, action, visit, details })
}
