// A sign-in that its owner should hear of: in a browser that the login was never signed in with,
// after wrong tries, or after a long absence (ASVS 5.0 V6.3.5).
import type { Tx } from '#src/store/database.ts'
import { readLoginAccounts } from '#src/store/logins/logins.ts'
import { readSignInHistory, wasToldOf } from '#src/store/logins/sign-in-history.ts'
import { knownDeviceIn, rememberDevice } from '../entry/known-device.ts'
import { contactsOf } from '../factors/contacts.ts'
import { tellContacts } from '../factors/tell-contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { sendNotices } from '../messages.ts'
import { momentBefore } from '../moments.ts'
import { networkOf } from '../network-address.ts'
import type { SignedInSession, Visit } from '../sessions.ts'

const wrongTries = 3
const absentHours = 90 * 24
/** The same browser and network are told of once in so long: some browsers forget cookies. */
const quietHours = 24

type Unusual = 'newBrowser' | 'afterWrongTries' | 'afterAbsence'

/**
 * Tells every contact, before the sign-in is written and its browser remembered; what it answers
 * belongs to that line. `trusts`: the box was ticked that this browser be trusted; then the same
 * message says so.
 */
export async function noticeUnusual(
  tx: Tx,
  deps: IdentityDeps,
  {
    loginId,
    visit,
    trusts = false,
  }: { readonly loginId: string; readonly visit: Visit; readonly trusts?: boolean },
): Promise<{ readonly unusual?: Unusual }> {
  const at = deps.clock.now()
  const since = momentBefore(at, { hours: quietHours })
  const history = await readSignInHistory(tx, { loginId, ...visit, since })
  const isKnown = await knownDeviceIn(tx, { loginId, token: visit.deviceToken ?? null })
  const unusual = reasonOf(history, {
    isKnown,
    absentSince: momentBefore(at, { hours: absentHours }),
  })
  if (unusual === null || history.wasTold) return {}
  const contacts = await contactsOf(tx, deps.vault, await readLoginAccounts(tx, loginId))
  const from = { device: visit.device, network: networkOf(visit.address), at }
  const parameters = trusts ? { ...from, trusted: 'yes' } : from
  await sendNotices(tx, deps, { loginId, template: 'unusualSignIn', contacts, parameters })
  return { unusual }
}

/** The same for a sign-in in one step, whose browser is known from then on unless it is shared. */
export async function noticeBrowser(
  tx: Tx,
  deps: IdentityDeps,
  seen: { readonly loginId: string; readonly visit: Visit; readonly shared: boolean },
): Promise<{ readonly unusual?: Unusual }> {
  const { loginId, visit, shared } = seen
  const unusual = await noticeUnusual(tx, deps, { loginId, visit })
  const token = shared ? null : visit.deviceToken
  if (token) await rememberDevice(tx, deps, { loginId, token, visit, at: deps.clock.now() })
  return unusual
}

/** Contacts that were just told of this session's sign-in were told of the trust with it. */
export async function noticeTrust(
  tx: Tx,
  deps: IdentityDeps,
  { id: sessionId, loginId, accounts: obligors }: SignedInSession,
): Promise<void> {
  if (await wasToldOf(tx, { loginId, sessionId })) return
  await tellContacts(tx, deps, { loginId, obligors, template: 'deviceTrusted' })
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
