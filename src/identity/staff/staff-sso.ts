// Signing in at the desk with one's work account. Who may is decided here, by an administrator's
// list; the provider only says who it is. Nobody is added by signing in (ASVS 5.0 V6.8).
import type { SingleSignOn, SsoBinding, SsoPerson } from '#src/gateways/single-sign-on.ts'
import type { Tx } from '#src/store/database.ts'
import { bindStaffToSso, findStaffBySso } from '#src/store/staff/staff.ts'
import { takeStaffChallenge } from '#src/store/staff/staff-challenges.ts'
import { momentAfter, momentBefore } from '../moments.ts'
import type { OpenedSession, Visit } from '../sessions.ts'
import { newStaffChallenge } from './staff-challenge.ts'
import { noteStaff, recordStaff } from './staff-log.ts'
import {
  type StaffOutcome,
  type StaffRefusal,
  staffAccepted,
  staffRefused,
} from './staff-refusal.ts'
import { type DeskSession, openStaffSession, type StaffDeps } from './staff-sessions.ts'

type SsoDeps = StaffDeps & { readonly sso: SingleSignOn }

const confirmSeconds = 300
/** The provider's clock may be ahead of ours by so much. */
const aheadSeconds = 60

/** Where to send the browser. Refused: `ssoSilent`. */
export async function startSso(
  deps: SsoDeps,
  session: DeskSession,
  next: string,
): Promise<StaffOutcome<string>> {
  const challenge = await newStaffChallenge(deps, session, 'sso')
  const address = await deps.sso.start(askOf(deps, session, bindingOf(deps, challenge, next)))
  return address === null ? staffRefused({ code: 'ssoSilent' }) : staffAccepted(address)
}

export type Returned = {
  readonly session: DeskSession
  readonly visit: Visit
  /** Path and query that the browser came back with. */
  readonly path: string
}

/**
 * Works once, in the session that began it. Refused: `ssoRefused`, `ssoTooWeak`, `ssoSilent`,
 * `ssoUnknownPerson`.
 */
export async function finishSso(
  deps: SsoDeps,
  back: Returned,
): Promise<StaffOutcome<OpenedSession & { readonly next: string }>> {
  const { session, visit } = back
  const returned = new URL(back.path, deps.deskOrigin)
  const next = nextIn(returned.searchParams.get('state') ?? '')
  const taking = { sessionId: session.id, purpose: 'sso', now: deps.clock.now() } as const
  const challenge = await deps.db.transaction().execute((tx) => takeStaffChallenge(tx, taking))
  if (!challenge) return refuse(deps, back, 'ssoRefused')
  const ask = askOf(deps, session, bindingOf(deps, challenge, next))
  const answer = await deps.sso.finish({ ...ask, returned: returned.href })
  if (answer.is !== 'person') return refuse(deps, back, REFUSALS[answer.is])
  const { person } = answer
  if (!isInTime(deps, person, ask.maxAgeSeconds)) return refuse(deps, back, 'ssoTooWeak')
  const opened = await deps.db.transaction().execute(async (tx) => {
    const staffId = await whoIs(tx, person)
    const isOther = session.kind === 'signedIn' && session.staffId !== staffId
    if (staffId === null || isOther) return null
    const shown = { method: 'sso', at: person.signedInAt } as const
    const made = await openStaffSession(tx, deps, { staffId, shown, visit, replaces: session })
    const action = session.kind === 'visitor' ? 'staffSignedIn' : 'staffConfirmedAgain'
    const details = { session: made.id, factor: 'sso' }
    await recordStaff(tx, deps, { staffId, action, visit, details })
    return made
  })
  if (!opened) return refuse(deps, back, 'ssoUnknownPerson')
  return staffAccepted({ ...opened, next })
}

/** Whom the provider is asked for, and how long ago they may have signed in there. */
function askOf(deps: SsoDeps, session: DeskSession, binding: SsoBinding) {
  const hours = deps.limits.absoluteHours
  const maxAgeSeconds = session.kind === 'visitor' ? hours * 3600 : confirmSeconds
  return { ...binding, callback: `${deps.deskOrigin}/sign-in/sso/return`, maxAgeSeconds }
}

/** All of it follows from the session's challenge, by a key that the database does not hold. */
function bindingOf(deps: SsoDeps, challenge: Uint8Array, next: string): SsoBinding {
  const part = (name: string) =>
    deps.vault.mac('staff sso', name, challenge, next).toString('base64url')
  const state = `${part('state')}.${Buffer.from(next).toString('base64url')}`
  return { state, nonce: part('nonce'), verifier: part('verifier') }
}

/** As it was when the state was made; another one does not fit the state any more. */
function nextIn(state: string): string {
  return Buffer.from(state.split('.')[1] ?? '', 'base64url').toString()
}

function isInTime(deps: SsoDeps, { signedInAt }: SsoPerson, maxAgeSeconds: number): boolean {
  const now = deps.clock.now()
  const oldest = momentBefore(now, { seconds: maxAgeSeconds })
  return signedInAt >= oldest && signedInAt <= momentAfter(now, { seconds: aheadSeconds })
}

/** Known by the provider's own name for them; at the first use by the verified address. */
async function whoIs(tx: Tx, person: SsoPerson): Promise<string | null> {
  const { issuer, subject, email } = person
  const known = await findStaffBySso(tx, { issuer, subject })
  if (known) return known.disabledAt === null && known.approvedAt !== null ? known.id : null
  if (email === null) return null
  return bindStaffToSso(tx, { email: email.toLowerCase(), issuer, subject })
}

type SsoRefusal = Extract<StaffRefusal['code'], `sso${string}`>

const REFUSALS = {
  refused: 'ssoRefused',
  weak: 'ssoTooWeak',
  silent: 'ssoSilent',
} as const satisfies Record<string, SsoRefusal>

async function refuse(
  deps: SsoDeps,
  { session, visit }: Returned,
  code: SsoRefusal,
): Promise<StaffOutcome<never>> {
  const staffId = session.kind === 'visitor' ? null : session.staffId
  await noteStaff(deps, { staffId, action: 'staffSsoRefused', visit, details: { why: code } })
  return staffRefused({ code })
}
