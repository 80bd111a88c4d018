// A sign-in that its owner should hear of: in a browser that the login was never signed in with,
// after wrong tries, or after a long absence (ASVS 5.0 V6.3.5).
import type { ChainHead } from '#src/store/chain.ts'
import type { Tx } from '#src/store/database.ts'
import { type LoginAccount, readLoginAccounts } from '#src/store/logins/logins.ts'
import {
  readSignInHistory,
  type SignInHistory,
  wasToldOf,
} from '#src/store/logins/sign-in-history.ts'
import { hashOfToken } from '#src/vault/tokens.ts'
import { rememberDevice } from '../entry/known-device.ts'
import { contactsOf } from '../factors/contacts.ts'
import { tellContacts } from '../factors/tell-contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { sendNotices } from '../messages/send-messages.ts'
import { momentBefore } from '../moments.ts'
import { networkOf } from '../network-address.ts'
import type { SignedInSession, Visit } from '../sessions.ts'

const wrongTries = 3
const absentHours = 90 * 24
/** The same browser and network are told of once in so long: some browsers forget cookies. */
const quietHours = 24

type Unusual = 'newBrowser' | 'afterWrongTries' | 'afterAbsence'

/** What the line of the sign-in says of it. */
type Noticed = {
  readonly why: { readonly unusual?: Unusual }
  readonly head: ChainHead | null
}

/**
 * Tells every contact, before the sign-in is written and its browser remembered; `unusual` belongs
 * to that line. `trusts`: the box was ticked that this browser be trusted; then the same message
 * says so. `obligors`: whose contacts, where they are known. `head`: of the login's audit, as it was
 * when its past was read.
 */
export async function noticeUnusual(
  tx: Tx,
  deps: IdentityDeps,
  seen: {
    readonly loginId: string
    readonly visit: Visit
    readonly trusts?: boolean
    readonly obligors?: readonly LoginAccount[]
  },
): Promise<Noticed> {
  const { loginId, visit, trusts = false } = seen
  const at = deps.clock.now()
  const since = momentBefore(at, { hours: quietHours })
  const { device, address } = visit
  const deviceToken = hashOfToken(visit.deviceToken ?? '')
  const history = await readSignInHistory(tx, { loginId, device, address, deviceToken, since })
  const { head } = history
  const unusual = reasonOf(history, momentBefore(at, { hours: absentHours }))
  if (unusual === null || history.wasTold) return { why: {}, head }
  const obligors = seen.obligors ?? (await readLoginAccounts(tx, loginId))
  const contacts = await contactsOf(tx, deps.vault, obligors)
  const from = { device, network: networkOf(address), at }
  const parameters = trusts ? { ...from, trusted: 'yes' } : from
  await sendNotices(tx, deps, { loginId, template: 'unusualSignIn', contacts, parameters })
  return { why: { unusual }, head }
}

/** The same for a sign-in in one step, whose browser is known from then on unless it is shared. */
export async function noticeBrowser(
  tx: Tx,
  deps: IdentityDeps,
  seen: { readonly loginId: string; readonly visit: Visit; readonly shared: boolean },
): Promise<Noticed> {
  const { loginId, visit, shared } = seen
  const noticed = await noticeUnusual(tx, deps, { loginId, visit })
  const token = shared ? null : visit.deviceToken
  if (token) await rememberDevice(tx, deps, { loginId, token, visit, at: deps.clock.now() })
  return noticed
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
  { isKnown, lastAt, wrongSince }: SignInHistory,
  absentSince: string,
): Unusual | null {
  if (!isKnown) return 'newBrowser'
  if (wrongSince >= wrongTries) return 'afterWrongTries'
  return lastAt !== null && lastAt < absentSince ? 'afterAbsence' : null
}
