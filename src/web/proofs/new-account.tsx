// GET and POST /add-account: another account under the login that is signed in.
import type { Hono } from 'hono'
import type { SignedInSession } from '#src/identity/sessions.ts'
import type { WebContext, WebEnv } from '../request-context.ts'
import { steppedUp } from '../security/step-up.tsx'
import { NEW_ACCOUNT } from './account-flow.ts'
import { asSignedIn } from './as-asker.ts'
import { postProof, showProof } from './show-account.tsx'

const flow = NEW_ACCOUNT

export function registerNewAccount(app: Hono<WebEnv>): void {
  app.get('/add-account', (c) => guarded(c, async (session) => showProof(c, session, flow)))
  app.post('/add-account', (c) => guarded(c, (session) => postProof(c, session, flow)))
}

/** What was proved says that it was asked for: the later steps need no more than that. */
function guarded(c: WebContext, handle: (session: SignedInSession) => Promise<Response>) {
  return asSignedIn(c, flow, (session) =>
    steppedUp(c, session, { action: 'addAccount', back: flow.proof, handle }),
  )
}
