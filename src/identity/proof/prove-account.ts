// First step of registering, of every recovery and of what needs as much as these: three things
// that stand in the contract. Whichever is wrong, the work and the answer are the same; what was
// proved is kept sealed in a new session for 15 minutes (ASVS 5.0 V6.3.8, V6.4.4).
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { asTyped, findAccountByNumber } from '#src/store/accounts/directory.ts'
import { matchObligor, type RegistrationAnswers } from '#src/store/accounts/obligor-proofs.ts'
import type { Db, Tx } from '#src/store/database.ts'
import { findLoginOfObligor, type LoginAccount } from '#src/store/logins/logins.ts'
import type { Authentication } from '#src/store/logins/sessions.ts'
import type { JobQueue } from '#src/store/queue/queue.ts'
import type { Vault } from '#src/vault/vault.ts'
import { type AccessAction, recordAccess } from '../access-log.ts'
import { momentAfter } from '../moments.ts'
import { networkOf } from '../network-address.ts'
import type { OpenedSession, Session, SessionDeps, Visit } from '../sessions.ts'
import { type AttemptPermit, permitAttempt, recordSuccess } from '../throttle.ts'
import { openHolding } from './holding-session.ts'
import { askerOf, isFor, type ProofPurpose } from './purposes.ts'

export type ProofDeps = SessionDeps & {
  readonly db: Db
  readonly vault: Vault
  readonly queue: JobQueue
}

/** The vehicle's number or the birth date, as the lender's file says. */
type LenderAnswer = { readonly vin: string } | { readonly birthDate: string }

export type ProofAttempt = {
  readonly purpose: ProofPurpose
  readonly accountNumber: string
  readonly lastFour: string
  readonly session: Session
  readonly visit: Visit
} & LenderAnswer

/** What was proved, until when it counts, and the contact that was shown to be theirs. */
export type AccountProof = LoginAccount & {
  readonly purpose: ProofPurpose
  /** Of who asks, or else of the obligor; null when there is none. */
  readonly loginId: string | null
  readonly until: string
  readonly shown: Authentication | null
}

/** How long what was proved counts. */
export const proofMinutes = 15

/**
 * Refused: `registrationNotMatched` for every wrong answer, and for an obligor who is not one whom
 * the purpose is for; `waitBeforeTrying`; `formAlreadyUsed`, when the session is gone by another
 * press of the same button.
 */
export async function proveAccount(
  deps: ProofDeps,
  attempt: ProofAttempt,
): Promise<Outcome<OpenedSession>> {
  const lanes = [
    { scope: 'registration-account', key: asTyped(attempt.accountNumber) },
    { scope: 'registration-address', key: networkOf(attempt.visit.address) },
  ] as const
  const answer = await permitAttempt(deps, lanes, deps.clock.now())
  const { purpose, session } = attempt
  if (!answer.allowed) {
    await note(deps, attempt, { loginId: askerOf(session), action: `${purpose}Paused` })
    return refused(answer.refusal)
  }
  const { looked, isMatched, loginId } = await match(deps, answer.permit, attempt)
  if (!isMatched || !isFor(purpose, session, { ...looked, loginId })) {
    await refuse(deps, attempt, looked)
    return refused({ code: 'registrationNotMatched' })
  }
  const proved = { ...looked, purpose, loginId: askerOf(session) ?? loginId }
  const kept = await keep(deps, attempt, { proved, permit: answer.permit })
  return kept ? accepted(kept) : refused({ code: 'formAlreadyUsed' })
}

/** Null when nothing was proved in this session for that purpose, or too long ago. */
export function readProof(
  deps: { readonly vault: Vault; readonly clock: SessionDeps['clock'] },
  session: Session,
  purpose: ProofPurpose,
): AccountProof | null {
  if (session.held === null) return null
  const proof: AccountProof = JSON.parse(deps.vault.open(session.held, proofContext(session.id)))
  return proof.purpose === purpose && deps.clock.now() < proof.until ? proof : null
}

/**
 * The same statements whatever is found: a number that leads nowhere is looked up under an id that
 * nobody has.
 */
async function match(
  deps: ProofDeps,
  _permit: AttemptPermit,
  attempt: ProofAttempt,
): Promise<{ looked: LoginAccount; isMatched: boolean; loginId: string | null }> {
  const { db, vault, newId } = deps
  const outside = { kind: 'account', number: attempt.accountNumber } as const
  const accountId = (await findAccountByNumber(db, vault, outside)) ?? newId()
  const identityLastFour = attempt.lastFour
  const answers: RegistrationAnswers =
    'vin' in attempt
      ? { identityLastFour, vin: attempt.vin }
      : { identityLastFour, birthDate: attempt.birthDate }
  const matched = await matchObligor(db, vault, { accountId, answers })
  const looked = { accountId, obligorId: matched?.obligorId ?? newId() }
  const loginId = await findLoginOfObligor(db, looked)
  return { looked, isMatched: matched !== null, loginId }
}

/** The same statements whoever was found, also the one that tells an owner. */
async function refuse(
  deps: ProofDeps,
  { purpose, session, visit }: ProofAttempt,
  looked: LoginAccount,
): Promise<void> {
  const loginId = askerOf(session)
  const { requestId, address, device } = visit
  await deps.db.transaction().execute(async (tx) => {
    if (purpose === 'registration' || purpose === 'newAccount') {
      const proof = { ...looked, byLogin: loginId, requestId, address, device }
      await deps.queue.enqueue(tx, 'tell-of-proof', proof)
    }
    await append(tx, deps, { loginId, action: `${purpose}Refused`, visit })
  })
}

/** Null when the session was left by another press of the same button. */
async function keep(
  deps: ProofDeps,
  attempt: ProofAttempt,
  of: { proved: Omit<AccountProof, 'until' | 'shown'>; permit: AttemptPermit },
): Promise<OpenedSession | null> {
  const { visit } = attempt
  const until = momentAfter(deps.clock.now(), { minutes: proofMinutes })
  const proof: AccountProof = { ...of.proved, until, shown: null }
  const hold = (id: string) => holdProof(deps.vault, proof, id)
  return deps.db.transaction().execute(async (tx) => {
    await recordSuccess(tx, of.permit)
    const opened = await openHolding(tx, deps, { session: attempt.session, visit, hold })
    if (!opened) return null
    const { accountId, loginId } = of.proved
    const details = { account: accountId, session: opened.id }
    await append(tx, deps, { loginId, action: 'accountProved', visit, details })
    return opened
  })
}

/** Sealed for the one session that holds it. */
export function holdProof(vault: Vault, proof: AccountProof, sessionId: string): Buffer {
  return vault.seal(JSON.stringify(proof), proofContext(sessionId))
}

/** What a sealed proof is bound to. */
export function proofContext(sessionId: string): string {
  return `registration proof ${sessionId}`
}

async function note(
  deps: ProofDeps,
  attempt: ProofAttempt,
  what: { loginId: string | null; action: AccessAction },
): Promise<void> {
  const entry = { ...what, visit: attempt.visit }
  await deps.db.transaction().execute((tx) => append(tx, deps, entry))
}

function append(tx: Tx, deps: ProofDeps, entry: Parameters<typeof recordAccess>[2]): Promise<void> {
  return recordAccess(tx, { vault: deps.vault, now: deps.clock.now() }, entry)
}
