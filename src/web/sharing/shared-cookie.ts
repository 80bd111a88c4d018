// What the browser of a dealer or an insurer holds: the secret of its link, and after the code the
// token of its visit. It goes with the browser, and no address of ours holds either.
import type { Context } from 'hono'
import { hostCookie } from '#src/http/host-cookie.ts'

export const SHARED_PATH = '/shared'

export type HeldLink = { readonly secret: string; readonly token: string | null }

const cookie = hostCookie('__Host-kt-shared')

export function isLinkSecret(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

export function readHeldLink(c: Context): HeldLink | null {
  const [secret = '', token = ''] = (cookie.read(c) ?? '').split('.')
  if (!isLinkSecret(secret)) return null
  return { secret, token: /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null }
}

export function writeHeldLink(c: Context, { secret, token }: HeldLink): void {
  cookie.write(c, token === null ? secret : `${secret}.${token}`)
}

export function clearHeldLink(c: Context): void {
  cookie.clear(c)
}
