// A code to a contact: six digits, ten minutes, five tries, once, and only in the session that
// asked for it (NIST 800-63B-4 section 3.1.3; ASVS 5.0 V6.5.1, V6.5.5, V6.6.2). Sending another
// never gives tries back.
import { randomInt } from 'node:crypto'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { Db, Tx } from '#src/store/database.ts'
import { claimForm } from '#src/store/logins/form-submissions.ts'
import {
  type CodePurpose,
  insertSentCode,
  readSentCode,
  tryCode,
  type WaitingRow,
} from '#src/store/logins/sent-codes.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { MessageDeps } from '../identity-deps.ts'
import type { CodeTemplate } from '../messages/message-names.ts'
import { sendCodeTo } from '../messages/send-messages.ts'
import { momentAfter } from '../moments.ts'
import {
  type AttemptLane,
  type AttemptPermit,
  permitAttempt,
  withdrawAttempt,
} from '../throttle.ts'
import type { Contact } from './contacts.ts'

export const codeMinutes = 10
export const codeDigits = 6

const TEMPLATES = {
  signIn: 'signInCode',
  registration: 'registrationCode',
  recovery: 'recoveryCode',
  lostFactor: 'lostFactorCode',
  newAccount: 'newAccountCode',
  contact: 'contactCode',
} as const satisfies Record<CodePurpose, CodeTemplate>

export type CodeDeps = MessageDeps & { readonly db: Db }

export type CodeAsk = {
  readonly sessionId: string
  readonly loginId: string | null
  readonly purpose: CodePurpose
  readonly contact: Omit<Contact, 'id'>
  /** Of the form that asked for it: sent twice, it sends one code. */
  readonly formKey?: string
  /** Seals for the code's own row what the right code makes true. */
  readonly seal?: (codeId: string) => Uint8Array
  /** What else counts the sending: the account or the login that it is for. */
  readonly lane: AttemptLane
  /** Known to the login: then codes that strangers had sent to the contact do not count. */
  readonly device?: string | null
}

/** `isNew`: no earlier press of the same form has sent one. */
type SentNow = { readonly id: string; readonly isNew: boolean }

/** Refused: `waitBeforeTrying`, when too many codes went to that contact or for that account. */
export async function sendCode(deps: CodeDeps, ask: CodeAsk): Promise<Outcome<SentNow>> {
  const { sessionId, loginId, purpose, contact } = ask
  const now = deps.clock.now()
  const key = ask.device ? `${contact.to} ${ask.device}` : contact.to
  const lanes = [ask.lane, { scope: 'code-destination', key }] as const
  const answer = await permitAttempt(deps, lanes, now)
  if (!answer.allowed) return refused(answer.refusal)
  const id = deps.newId()
  const code = randomInt(10 ** codeDigits)
    .toString()
    .padStart(codeDigits, '0')
  const expiresAt = momentAfter(now, { minutes: codeMinutes })
  const { method, masked, to, locale, key: contactId } = contact
  const isNew = await deps.db.transaction().execute(async (tx) => {
    if (await wasSent(tx, deps, { ask, permit: answer.permit })) return false
    await insertSentCode(tx, {
      id,
      sessionId,
      loginId,
      purpose,
      method,
      codeHash: hashOf(deps.vault, id, code),
      contactId,
      masked,
      sealed: ask.seal?.(id) ?? null,
      sentAt: now,
      expiresAt,
    })
    const addressee = { to, locale, code }
    const template = TEMPLATES[purpose]
    await sendCodeTo(tx, deps, { loginId, channel: method, template, addressee, expiresAt })
    return true
  })
  return accepted({ id, isNew })
}

async function wasSent(
  tx: Tx,
  deps: CodeDeps,
  { ask, permit }: { ask: CodeAsk; permit: AttemptPermit },
): Promise<boolean> {
  const { sessionId, formKey: key } = ask
  if (key === undefined) return false
  const form = { sessionId, key, outcome: 'codeSent', submittedAt: deps.clock.now() }
  if ((await claimForm(tx, form)) === null) return false
  await withdrawAttempt(tx, permit)
  return true
}

export type WaitingCode = WaitingRow

/** The code that the session has been sent and can still type; null when there is none. */
export function waitingCode(
  deps: Pick<CodeDeps, 'db' | 'clock'>,
  of: { readonly sessionId: string; readonly purpose: CodePurpose },
): Promise<WaitingCode | null> {
  return readSentCode(deps.db, { ...of, now: deps.clock.now() })
}

/** The permit says that the try was counted against whoever the code is for. */
export function checkCode(
  tx: Tx,
  deps: { readonly vault: Vault; readonly now: string },
  _permit: AttemptPermit,
  given: { readonly id: string; readonly sessionId: string; readonly code: string },
): Promise<'right' | 'wrong' | 'spent'> {
  const { id, sessionId } = given
  const codeHash = hashOf(deps.vault, id, given.code.replace(/\D/g, ''))
  return tryCode(tx, { id, sessionId, codeHash, now: deps.now })
}

function hashOf(vault: Vault, id: string, code: string): Buffer {
  return vault.mac('sent code', id, code)
}
