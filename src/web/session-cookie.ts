// The only place where a session's token, and those by which a browser is known again or trusted,
// leave or enter: cookies that scripts cannot read and other sites do not send.
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

/**
 * The __Host- prefix makes the browser insist on Secure, Path=/ and no Domain; http://localhost
 * counts as secure.
 */
const name = '__Host-kt'

const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const

export function readSessionCookie(c: Context): string | null {
  return getCookie(c, name) ?? null
}

/** No Max-Age: it goes with the browser. The server's own limits end it sooner. */
export function writeSessionCookie(c: Context, token: string): void {
  setCookie(c, name, token, attributes)
}

export function clearSessionCookie(c: Context): void {
  setCookie(c, name, '', { ...attributes, maxAge: 0 })
}

const deviceName = '__Host-kt-device'
const trustName = '__Host-kt-trust'
const yearSeconds = 31_536_000

/** Of a browser that was signed in before. It opens nothing. */
export function readDeviceCookie(c: Context): string | null {
  const token = getCookie(c, deviceName)
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null
}

export function writeDeviceCookie(c: Context, token: string): void {
  setCookie(c, deviceName, token, { ...attributes, maxAge: yearSeconds })
}

/** Each login has a cookie of its own: two people may trust the same browser. */
export function readTrustCookie(c: Context, of: string): string | null {
  const token = getCookie(c, `${trustName}-${of}`)
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null
}

export function writeTrustCookie(
  c: Context,
  of: string,
  trust: { readonly token: string; readonly expiresAt: string },
): void {
  const expires = new Date(trust.expiresAt)
  setCookie(c, `${trustName}-${of}`, trust.token, { ...attributes, expires })
}
