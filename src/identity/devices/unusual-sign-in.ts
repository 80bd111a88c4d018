// A sign-in that its owner should hear of: in a browser that the login was never signed in with,
// after wrong tries, or after a long absence (ASVS 5.0 V6.3.5).
import type { Tx } from '#src/store/database.ts'
import { readSignInHistory } from '#src/store/logins/sign-in-history.ts'
import { knownDeviceIn } from '../entry/known-device.ts'
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

/** Tells every contact, before the sign-in is written; what it answers belongs to that line. */
export async function noticeUnusual(
  tx: Tx,
  deps: IdentityDeps,
  { session, visit }: { readonly session: HalfSession; readonly visit: Visit },
): Promise<{ readonly unusual?: Unusual }> {
  const { loginId } = session
  const at = deps.clock.now()
  const since = momentBefore(at, { hours: quietHours })
  const history = await readSignInHistory(tx, { loginId, ...visit, since })
  const isKnown = await knownDeviceIn(tx, { loginId, token: visit.deviceToken ?? null })
  const unusual = reasonOf(history, {
    isKnown,
    absentSince: momentBefore(at, { hours: absentHours }),
  })
  if (unusual === null || history.wasTold) return {}
  const contacts = await contactsOf(tx, deps.vault, session.obligors)
  const parameters = { device: visit.device, network: networkOf(visit.address), at }
  await sendNotices(tx, deps, { loginId, template: 'unusualSignIn', contacts, parameters })
  return { unusual }
}

function reasonOf(
  history: Awaited<ReturnType<typeof readSignInHistory>>,
  now: { isKnown: boolean; absentSince: string },
): Unusual | null {
  const { lastAt, wrongSince } = history
  if (!now.isKnown) return 'newBrowser'
  if (wrongSince >= wrongTries) return 'afterWrongTries'
  return lastAt !== null && lastAt < now.absentSince ? 'afterAbsence' : null
}
