// The only place where a session's token leaves or enters: a cookie that scripts cannot read and
// other sites do not send.
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
