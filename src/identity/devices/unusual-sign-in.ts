// A sign-in that its owner should hear of: in a browser that the login was never signed in with,
// after wrong tries, or after a long absence (ASVS 5.0 V6.3.5).
import type { ChainHead } from '#src/store/chain.ts'
import type { Tx } from '#src/store/database.ts'
import { readSignInHistory, type SignInHistory } from '#src/store/logins/sign-in-history.ts'
import { hashOfToken } from '#src/vault/tokens.ts'
import { contactsOf } from '../factors/contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { sendNotices } from '../messages.ts'
import { momentBefore } from '../moments.ts'
import { networkOf } from '../network-address.ts'
import type { HalfSession, Visit } from '../sessions.ts'

const wrongTries = 3
const absentHours = 90 * 24
/** The same browser and network are told of once in so long: some browsers forget cookies. */
const quietHours = 24

type Unusual = 'newBrowser' | 'afterWrongTries' | 'afterAbsence'

/**
 * Tells every contact, before the sign-in is written; why belongs to that line. `head`: of the
 * login's audit, as it was when its past was read.
 */
export async function noticeUnusual(
  tx: Tx,
  deps: IdentityDeps,
  { session, visit }: { readonly session: HalfSession; readonly visit: Visit },
): Promise<{ readonly unusual: Unusual | null; readonly head: ChainHead | null }> {
  const { loginId } = session
  const at = deps.clock.now()
  const since = momentBefore(at, { hours: quietHours })
  const { device, address } = visit
  const deviceToken = hashOfToken(visit.deviceToken ?? '')
  const history = await readSignInHistory(tx, { loginId, device, address, deviceToken, since })
  const { head } = history
  const unusual = reasonOf(history, momentBefore(at, { hours: absentHours }))
  if (unusual === null || history.wasTold) return { unusual: null, head }
  const contacts = await contactsOf(tx, deps.vault, session.obligors)
  const parameters = { device, network: networkOf(address), at }
  await sendNotices(tx, deps, { loginId, template: 'unusualSignIn', contacts, parameters })
  return { unusual, head }
}

function reasonOf(
  { isKnown, lastAt, wrongSince }: SignInHistory,
  absentSince: string,
): Unusual | null {
  if (!isKnown) return 'newBrowser'
  if (wrongSince >= wrongTries) return 'afterWrongTries'
  return lastAt !== null && lastAt < absentSince ? 'afterAbsence' : null
}
