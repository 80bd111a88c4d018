// A browser that its owner trusts for a while is what they have besides the password: it takes away
// the extra question at sign-in and nothing else (decision 0023). Its token is used once, and the
// next one comes with the answer.

import type { Db, Tx } from '#src/store/database.ts'
import { isStillOpen } from '#src/store/logins/retired-sessions.ts'
import {
  deleteTrustedDevice,
  insertTrustedDevice,
  listTrustedDevices,
  revokeCopiedDevice,
  rotateTrustedDevice,
  type TrustedDevice,
} from '#src/store/logins/trusted-devices.ts'
import { hashOfToken, newToken } from '#src/vault/tokens.ts'
import { equal } from '#src/vault/vault.ts'
import { note } from '../entry/confirm.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { shownBy } from '../levels.ts'
import { openLoginSession } from '../login-session.ts'
import { momentAfter, momentBefore } from '../moments.ts'
import type { HalfSession, OpenedSession, SignedInSession, Visit } from '../sessions.ts'
import { noticeBrowser, noticeTrust } from './unusual-sign-in.ts'

type Asking<S> = { readonly session: S; readonly visit: Visit }

/** For the cookie; the browser keeps it until then. */
export type Trust = { readonly token: string; readonly expiresAt: string }

/** From the day it is trusted, however often it is used. */
export const trustHours = 30 * 24
const mostTrusted = 5
/** A form that is sent twice brings the same token again within a moment. */
const twiceSeconds = 60

/** Shown at the time of trusting; a backup code is for a day when something was lost. */
const MAY_TRUST: ReadonlySet<string> = new Set(['email', 'sms', 'totp'])

/** Whether a browser may be trusted here. */
export function mayTrust(
  { limits }: Pick<IdentityDeps, 'limits'>,
  { shared }: { readonly shared: boolean },
): boolean {
  return limits.profile === 'standard' && !shared
}

/** Null where no browser is trusted: under `strict`, on a shared computer, after a backup code. */
export async function trustBrowser(
  deps: IdentityDeps,
  asking: Asking<SignedInSession>,
): Promise<Trust | null> {
  const { session, visit } = asking
  const { loginId } = session
  const last = session.authenticated.at(-1)
  if (!mayTrust(deps, session) || !last || !MAY_TRUST.has(last.method)) return null
  const token = newToken()
  const trustedAt = deps.clock.now()
  const expiresAt = momentAfter(trustedAt, { hours: trustHours })
  const { device, address } = visit
  const id = deps.newId()
  const row = { id, loginId, tokenHash: hashOfToken(token), device, address, trustedAt, expiresAt }
  const isTrusted = await deps.db.transaction().execute(async (tx) => {
    if (!(await isStillOpen(tx, session))) return false
    await insertTrustedDevice(tx, row, mostTrusted)
    await noticeTrust(tx, deps, session)
    await note(tx, deps, asking, 'deviceTrusted', { device: id })
    return true
  })
  return isTrusted ? { token, expiresAt } : null
}

/** After the right password. Null: the browser is asked for a second factor, as any other. */
export async function signInByTrustedDevice(
  deps: IdentityDeps,
  asking: Asking<HalfSession>,
  token: string,
): Promise<{ readonly opened: OpenedSession; readonly trust: Trust } | null> {
  if (!mayTrust(deps, asking.session)) return null
  return deps.db.transaction().execute((tx) => use(tx, deps, asking, token))
}

async function use(tx: Tx, deps: IdentityDeps, asking: Asking<HalfSession>, token: string) {
  const { session, visit } = asking
  if (!(await isStillOpen(tx, session))) return null
  const { loginId } = session
  const { device, address } = visit
  const at = deps.clock.now()
  const next = newToken()
  const [from, to] = [hashOfToken(token), hashOfToken(next)]
  const rotated = await rotateTrustedDevice(tx, { loginId, from, to, at, device, address })
  if (!rotated) {
    const usedBefore = momentBefore(at, { seconds: twiceSeconds })
    const copied = await revokeCopiedDevice(tx, { loginId, spent: from, usedBefore })
    if (copied) await note(tx, deps, asking, 'deviceCopied')
    return null
  }
  const { id, expiresAt } = rotated
  const { shared } = session
  const { why } = await noticeBrowser(tx, deps, { loginId, visit, shared })
  const authenticated = [...session.authenticated, shownBy('device', at, id)]
  const opened = await openLoginSession(tx, deps, {
    loginId,
    authenticated,
    visit,
    replaces: session,
  })
  const details = { session: opened.id, factor: 'device', device: id, ...why }
  await note(tx, deps, asking, 'signedIn', details)
  return { opened, trust: { token: next, expiresAt } }
}

export type OwnTrustedDevice = Omit<TrustedDevice, 'tokenHash' | 'loginId'> & {
  /** Where the page is read. */
  readonly isHere: boolean
}

/** `token`: of this browser's cookie, if it has one. */
export async function trustedDevicesOf(
  deps: { readonly db: Db; readonly clock: IdentityDeps['clock'] },
  session: SignedInSession,
  token: string | null,
): Promise<OwnTrustedDevice[]> {
  const here = hashOfToken(token ?? '')
  const of = { loginId: session.loginId, now: deps.clock.now() }
  const devices = await listTrustedDevices(deps.db, of)
  return devices.map(({ tokenHash, loginId: _, ...device }) => {
    return { ...device, isHere: equal(tokenHash, here) }
  })
}

/** Somebody else's, and one that is gone, are left alone. */
export async function forgetTrusted(
  deps: IdentityDeps,
  asking: Asking<SignedInSession>,
  id: string,
): Promise<void> {
  const { loginId } = asking.session
  await deps.db.transaction().execute(async (tx) => {
    if (!(await deleteTrustedDevice(tx, { id, loginId }))) return
    await note(tx, deps, asking, 'deviceForgotten', { device: id })
  })
}
