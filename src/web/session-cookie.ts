// The only place where a session's token, and those by which a browser is known again or trusted,
// leave or enter the portal.
import type { Context } from 'hono'
import { hostCookie } from '#src/http/host-cookie.ts'

const session = hostCookie('__Host-kt')
const device = hostCookie('__Host-kt-device')
const yearSeconds = 31_536_000

export function readSessionCookie(c: Context): string | null {
  return session.read(c)
}

/** No Max-Age: it goes with the browser. The server's own limits end it sooner. */
export function writeSessionCookie(c: Context, token: string): void {
  session.write(c, token)
}

export function clearSessionCookie(c: Context): void {
  session.clear(c)
}

/** Of a browser that was signed in before. It opens nothing. */
export function readDeviceCookie(c: Context): string | null {
  const token = device.read(c)
  return token !== null && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null
}

export function writeDeviceCookie(c: Context, token: string): void {
  device.write(c, token, yearSeconds)
}

/** Each login has a cookie of its own: two people may trust the same browser. */
export function readTrustCookie(c: Context, of: string): string | null {
  const token = trustOf(of).read(c)
  return token !== null && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null
}

export function writeTrustCookie(
  c: Context,
  of: string,
  trust: { readonly token: string; readonly seconds: number },
): void {
  trustOf(of).write(c, trust.token, trust.seconds)
}

function trustOf(login: string) {
  return hostCookie(`__Host-kt-trust-${login}`)
}
