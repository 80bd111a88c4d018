import type { Env, Hono } from 'hono'
import type { DemoHost } from './demo-host.ts'
import type { DemoTime } from './demo-time.ts'
import type { KeptMessage } from './kept-message.ts'
import { registerMailbox } from './mailbox-page.tsx'
import { registerTime } from './time-page.tsx'

/** The pages of a demo; null where it has none of a kind: mail that goes out is kept nowhere. */
export function demoPages(pages: {
  readonly mailbox: { readonly read: () => Promise<KeptMessage[]> } | null
  readonly time: DemoTime | null
}): <E extends Env>(app: Hono<E>, host: DemoHost<E>) => void {
  const { mailbox, time } = pages
  return (app, host) => {
    if (mailbox) registerMailbox(app, { assets: host.assets, read: mailbox.read })
    if (time) registerTime(app, host, time)
  }
}
