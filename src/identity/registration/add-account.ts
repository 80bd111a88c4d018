// Another account under a login that there is, by the same proof as registering it: the numbers of
// its contract and a code to a contact in its own file. One login for each obligor, decided by the
// database: fired at once, one wins.
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { Tx } from '#src/store/database.ts'
import { insertLoginAccount } from '#src/store/logins/logins.ts'
import { recordAccess } from '../access-log.ts'
import { tellContacts } from '../factors/tell-contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { replaceSession } from '../login-session.ts'
import { judgeContactCode, type ShownProof } from '../proof/confirm-contact.ts'
import {
  type OpenedSession,
  resolveSession,
  type SignedInSession,
  type Visit,
} from '../sessions.ts'

type Asking = {
  readonly session: SignedInSession
  readonly visit: Visit
  /** Of the cookie that this request came with. */
  readonly token: string
}

/** `sentBefore`: the same form has added the account, in a session that replaced this one. */
export type AccountAdded = OpenedSession | 'sentBefore'

/** Thrown to undo all of it: the session was ended while the code was looked at. */
class SessionOver extends Error {}

/**
 * Refused: `registrationNotMatched` (nothing proved, or no longer free), `codeWrong`, `codeSpent`,
 * `waitBeforeTrying`.
 */
export async function addAccount(
  deps: IdentityDeps,
  asking: Asking,
  code: string,
): Promise<Outcome<AccountAdded>> {
  const { session, visit, token } = asking
  const contact = { session, visit, purpose: 'newAccount' } as const
  const onRight = (tx: Tx, proof: ShownProof) => link(tx, deps, asking, proof)
  try {
    const answer = await judgeContactCode(deps, contact, { code, onRight })
    if (answer.ok || answer.refusal.code !== 'codeSpent') return answer
    const { state } = await resolveSession(deps, token)
    return state === 'open' ? answer : accepted('sentBefore')
  } catch (error) {
    if (error instanceof SessionOver) return accepted('sentBefore')
    throw error
  }
}

async function link(
  tx: Tx,
  deps: IdentityDeps,
  { session, visit }: Asking,
  proof: ShownProof,
): Promise<Outcome<OpenedSession>> {
  const now = deps.clock.now()
  const { loginId, authenticated, accounts } = session
  const { accountId, obligorId } = proof
  const row = { loginId, accountId, obligorId, addedAt: now }
  if ((await insertLoginAccount(tx, row)) === 'taken')
    return refused({ code: 'registrationNotMatched' })
  const opened = await replaceSession(tx, deps, {
    loginId,
    authenticated,
    visit,
    replaces: session,
  })
  if (!opened) throw new SessionOver()
  // Those of the file that was added and of the others: whoever of them did not do it hears of it.
  const obligors = [...accounts, { accountId, obligorId }]
  await tellContacts(tx, deps, { loginId, obligors, template: 'accountAdded' })
  const details = { account: accountId, session: opened.id, factor: proof.shown.method }
  const at = { vault: deps.vault, now }
  await recordAccess(tx, at, { loginId, action: 'accountAdded', visit, details })
  return accepted(opened)
}
