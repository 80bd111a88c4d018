// What a request says of where it comes from, whichever host it asks.
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { clientAddress } from './client-address.ts'

/** As the audit and the lists of sessions show it. `proxyHops`: proxies of ours before this process. */
export function visitOf<E extends { Bindings: Partial<HttpBindings> }>(
  c: Context<E>,
  proxyHops: number,
): { readonly address: string; readonly device: string } {
  const peer = c.env?.incoming?.socket.remoteAddress ?? ''
  const forwardedFor = c.req.header('x-forwarded-for') ?? ''
  return {
    address: clientAddress({ peer, forwardedFor }, proxyHops),
    device: deviceOf(c.req.header('user-agent')),
  }
}

/** The browser's own description, cut and without control characters, for the audit. */
function deviceOf(userAgent: string | undefined): string {
  return (userAgent ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, 300)
}
