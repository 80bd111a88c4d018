// Where a request leads whose session is over: to sign-in, and from there back.
import { backTo, safePath } from '#src/http/safe-path.ts'
import type { WebContext } from './request-context.ts'

/** `needed`: there was no session; `ended`: there was one. */
export function signInPath(notice: 'needed' | 'ended', next: string): string {
  return `/sign-in?${new URLSearchParams({ notice, next })}`
}

/** The page asked for, or the one of ours that the form stood on; the accounts if none is known. */
export function pageToReturnTo(c: WebContext): string {
  if (c.req.method === 'GET') return backTo(c.req.url)
  const page = c.req.header('referer') ?? ''
  const isOwn = URL.parse(page)?.origin === c.get('web').config.portalOrigin
  return (isOwn && safePath(backTo(page))) || '/accounts'
}
