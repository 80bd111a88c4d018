import type { SharingContext } from '#src/servicing/sharing/sharing-context.ts'
import { servicingOf } from '../account-visit.tsx'
import type { WebContext } from '../request-context.ts'

/** What the verbs of sharing need of the request's surroundings. */
export function sharingOf(c: WebContext): SharingContext {
  return { ...servicingOf(c), wallClock: c.get('web').clock }
}
