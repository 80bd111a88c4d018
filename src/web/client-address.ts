// The address of whoever asks. What a request says about itself counts only as far as our own
// proxies wrote it.
import type { WebContext } from './request-context.ts'

/**
 * With n proxies of ours the n-th address from the right is the one that the outermost of them
 * saw.
 */
export function clientAddress(c: WebContext, proxyHops: number): string {
  const peer = c.env?.incoming?.socket.remoteAddress ?? ''
  if (proxyHops === 0) return peer
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return forwarded.at(-proxyHops) || peer
}
