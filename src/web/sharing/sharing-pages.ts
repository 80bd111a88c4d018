import type { Hono } from 'hono'
import type { WebEnv } from '../request-context.ts'
import { registerDealerPaying } from './dealer-paying.tsx'
import { registerPayoffLinkEnd } from './payoff-link-end.tsx'
import { registerPayoffLinks } from './payoff-links.tsx'
import { registerShared } from './shared.tsx'

/** What an owner shares of a payoff, what others see of it, and that one will come. */
export function registerSharing(app: Hono<WebEnv>): void {
  registerPayoffLinks(app)
  registerPayoffLinkEnd(app)
  registerDealerPaying(app)
  registerShared(app)
}
