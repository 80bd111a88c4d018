// A code that is sent to a contact, as what confirms who one is.
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { checkCode, sendCode, type WaitingCode, waitingCode } from '../factors/sent-code.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import {
  type Asking,
  type Confirmed,
  type ConfirmingSession,
  enter,
  note,
  permitFactor,
  refuseFactor,
  spent,
} from './confirm.ts'
import { contactsForCode } from './contacts-for-code.ts'
import { lanesToConfirm } from './known-device.ts'

/** Refused: `contactNotFound`, `waitBeforeTrying`. */
export async function sendSignInCode(
  deps: IdentityDeps,
  { session, visit }: Asking,
  contactId: string,
): Promise<Outcome<{ id: string }>> {
  const contacts = await contactsForCode(deps, session)
  const contact = contacts.find(({ id }) => id === contactId)
  if (!contact) return refused({ code: 'contactNotFound' })
  const { id: sessionId, loginId } = session
  const { codes: lane, device } = await lanesToConfirm(deps, { session, visit })
  const ask = { sessionId, loginId, purpose: 'signIn', contact, lane, device } as const
  const sent = await sendCode(deps, ask)
  if (sent.ok) {
    const details = { session: sessionId, factor: contact.method, to: contact.masked }
    await deps.db
      .transaction()
      .execute((tx) => note(tx, deps, { session, visit }, 'codeSent', details))
  }
  return sent
}

export function waitingSignInCode(
  deps: IdentityDeps,
  session: ConfirmingSession,
): Promise<WaitingCode | null> {
  return waitingCode(deps, { sessionId: session.id, purpose: 'signIn' })
}

/** Refused: `codeWrong`, `codeSpent`, `waitBeforeTrying`. */
export async function confirmByCode(
  deps: IdentityDeps,
  asking: Asking & { readonly token: string },
  code: string,
): Promise<Outcome<Confirmed>> {
  const { session } = asking
  const waiting = await waitingSignInCode(deps, session)
  if (!waiting) return spent(deps, asking.token)
  const now = deps.clock.now()
  const permitted = await permitFactor(deps, asking)
  if (!permitted.ok) return permitted
  const permit = permitted.value
  const { method, contactId } = waiting
  const judged = await deps.db.transaction().execute(async (tx) => {
    const given = { id: waiting.id, sessionId: session.id, code }
    const answer = await checkCode(tx, { vault: deps.vault, now }, permit, given)
    if (answer !== 'right') return answer
    return enter(tx, deps, asking, { permit, method, factorId: contactId ?? undefined })
  })
  if (judged === 'sentBefore' || typeof judged === 'object') return accepted(judged)
  const refusal = { code: judged === 'wrong' ? 'codeWrong' : 'codeSpent' } as const
  return refuseFactor(deps, asking, { permit, method, refusal })
}
