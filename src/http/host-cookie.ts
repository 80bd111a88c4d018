// A cookie that scripts cannot read and other sites do not send with their forms. The __Host-
// prefix makes the browser insist on Secure, Path=/ and no Domain; http://localhost counts as
// secure.
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

export type HostCookie = {
  readonly read: (c: Context) => string | null
  /** Without `maxAgeSeconds` it goes with the browser. */
  readonly write: (c: Context, value: string, maxAgeSeconds?: number) => void
  readonly clear: (c: Context) => void
}

/** Lax: it comes along with a link to us, and with who comes back from signing in elsewhere. */
const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const

export function hostCookie(name: `__Host-${string}`): HostCookie {
  return {
    read: (c) => getCookie(c, name) ?? null,
    write: (c, value, maxAge) =>
      setCookie(c, name, value, { ...attributes, ...(maxAge !== undefined && { maxAge }) }),
    clear: (c) => setCookie(c, name, '', { ...attributes, maxAge: 0 }),
  }
}
