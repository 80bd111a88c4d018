// A browser that is trusted for 30 days: the box beside the code, and the cookie of each login.
import {
  mayTrust,
  signInByTrustedDevice,
  type Trust,
  trustBrowser,
} from '#src/identity/devices/trusted-device.ts'
import { secondsUntil } from '#src/identity/moments.ts'
import { resolveSession, type Session } from '#src/identity/sessions.ts'
import { CheckField } from '#src/ui/forms/check-field.tsx'
import { identityDeps, type WebContext } from '../request-context.ts'
import { readTrustCookie, writeSessionCookie, writeTrustCookie } from '../session-cookie.ts'

/** Beside a code at sign-in, never ticked before; nowhere else, and not on a shared computer. */
export function TrustField({ c, session }: { c: WebContext; session: Session }) {
  if (session.kind !== 'half' || session.shownOnly || !mayTrust(identityDeps(c), session))
    return null
  const w = c.get('words').protection.trust
  const typed = c.req.method === 'POST' ? c.get('form').typed.trust : undefined
  const box = { id: 'trust', name: 'trust', checked: typed === 'yes' }
  return <CheckField {...box} label={w.label} hint={w.hint} />
}

/** The box was ticked where it stands. */
export function asksForTrust(c: WebContext, session: Session): boolean {
  const isAsked = session.kind === 'half' && mayTrust(identityDeps(c), session)
  return isAsked && c.get('form').typed.trust === 'yes'
}

/** The box was ticked, and the code was right. */
export async function trustAsAsked(c: WebContext, token: string): Promise<void> {
  if (c.get('form').typed.trust !== 'yes') return
  const deps = identityDeps(c)
  const lookup = await resolveSession(deps, token)
  if (lookup.state !== 'open' || lookup.session.kind !== 'signedIn') return
  const { session } = lookup
  const trust = await trustBrowser(deps, { session, visit: c.get('visit') })
  if (trust) keep(c, trustKey(c, session.loginId), trust)
}

/** After the right password: whether this browser is all that was missing. */
export async function isTrusted(
  c: WebContext,
  opened: { readonly token: string; readonly loginId: string },
): Promise<boolean> {
  const key = trustKey(c, opened.loginId)
  const token = readTrustCookie(c, key)
  if (token === null) return false
  const deps = identityDeps(c)
  const lookup = await resolveSession(deps, opened.token)
  if (lookup.state !== 'open' || lookup.session.kind !== 'half') return false
  const asking = { session: lookup.session, visit: c.get('visit') }
  const answer = await signInByTrustedDevice(deps, asking, token)
  if (!answer) return false
  writeSessionCookie(c, answer.opened.token)
  keep(c, key, answer.trust)
  return true
}

/** Names the cookie of a login, and tells nobody which login it is. */
export function trustKey(c: WebContext, loginId: string): string {
  return c.get('web').vault.mac('trust-cookie', loginId).toString('hex').slice(0, 12)
}

function keep(c: WebContext, key: string, { token, expiresAt }: Trust): void {
  const seconds = secondsUntil(expiresAt, c.get('web').clock.now())
  writeTrustCookie(c, key, { token, seconds })
}
