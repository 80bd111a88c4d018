// A code to a contact: six digits, ten minutes, five tries, once, and only in the session that
// asked for it (NIST 800-63B-4 section 3.1.3; ASVS 5.0 V6.5.1, V6.5.5, V6.6.2). Sending another
// never gives tries back.
import { randomInt } from 'node:crypto'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { Db, Tx } from '#src/store/database.ts'
import {
  type CodeMethod,
  type CodePurpose,
  insertSentCode,
  readSentCode,
  tryCode,
} from '#src/store/logins/sent-codes.ts'
import type { Vault } from '#src/vault/vault.ts'
import { type CodeTemplate, type MessageDeps, sendCodeTo } from '../messages.ts'
import { momentAfter } from '../moments.ts'
import { type AttemptLane, type AttemptPermit, permitAttempt } from '../throttle.ts'
import type { Contact } from './contacts.ts'

const minutes = 10

const TEMPLATES = {
  signIn: 'signInCode',
  registration: 'registrationCode',
  recovery: 'recoveryCode',
  lostFactor: 'lostFactorCode',
  newAccount: 'newAccountCode',
} as const satisfies Record<CodePurpose, CodeTemplate>

export type CodeDeps = MessageDeps & { readonly db: Db }

export type CodeAsk = {
  readonly sessionId: string
  readonly loginId: string | null
  readonly purpose: CodePurpose
  readonly contact: Contact
  /** What else counts the sending: the account or the login that it is for. */
  readonly lane: AttemptLane
  /** Known to the login: then codes that strangers had sent to the contact do not count. */
  readonly device?: string | null
}

/** Refused: `waitBeforeTrying`, when too many codes went to that contact or for that account. */
export async function sendCode(deps: CodeDeps, ask: CodeAsk): Promise<Outcome<{ id: string }>> {
  const { sessionId, loginId, purpose, contact } = ask
  const now = deps.clock.now()
  const key = ask.device ? `${contact.to} ${ask.device}` : contact.to
  const lanes = [ask.lane, { scope: 'code-destination', key }] as const
  const answer = await permitAttempt(deps, lanes, now)
  if (!answer.allowed) return refused(answer.refusal)
  const id = deps.newId()
  const code = randomInt(1_000_000).toString().padStart(6, '0')
  const expiresAt = momentAfter(now, { minutes })
  const { method, masked, to, locale } = contact
  await deps.db.transaction().execute(async (tx) => {
    await insertSentCode(tx, {
      id,
      sessionId,
      loginId,
      purpose,
      method,
      codeHash: hashOf(deps.vault, id, code),
      masked,
      sentAt: now,
      expiresAt,
    })
    await sendCodeTo(tx, deps, {
      loginId,
      channel: method,
      template: TEMPLATES[purpose],
      addressee: { to, locale, code },
      expiresAt,
    })
  })
  return accepted({ id })
}

export type WaitingCode = {
  readonly id: string
  readonly method: CodeMethod
  readonly masked: string
  readonly expiresAt: string
}

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
