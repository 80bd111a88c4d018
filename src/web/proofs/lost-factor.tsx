// GET and POST /recover/factor: after the password, for who can use none of the second factors any
// more. Which account is theirs; a code to a contact on file comes next.
import type { Hono } from 'hono'
import { hasOwnFactor, ownFactorsOf } from '#src/identity/recovery/remove-lost-factors.ts'
import type { HalfSession } from '#src/identity/sessions.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { frontDoorPage } from '../front/front-door.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { LOST_FACTOR } from './account-flow.ts'
import { lenderContact } from './lender-contact.ts'
import { postProof, showProof } from './show-account.tsx'

export function registerLostFactor(app: Hono<WebEnv>): void {
  app.get('/recover/factor', (c) => asHalf(c, (session) => show(c, session)))
  app.post('/recover/factor', (c) => asHalf(c, (session) => postProof(c, session, LOST_FACTOR)))
}

/** Who is signed in adds a factor there; who has shown no password shows it first. */
async function asHalf(
  c: WebContext,
  answer: (session: HalfSession) => Promise<Response>,
): Promise<Response> {
  const lookup = c.get('lookup')
  const session = lookup.state === 'open' ? lookup.session : null
  if (session?.kind === 'signedIn') return c.redirect('/security/proof', 303)
  if (session?.kind !== 'half') return c.redirect('/sign-in?notice=lostFactor', 303)
  return answer(session)
}

async function show(c: WebContext, session: HalfSession): Promise<Response> {
  const own = await ownFactorsOf(identityDeps(c), session.loginId)
  return hasOwnFactor(own) ? showProof(c, session, LOST_FACTOR) : nothingToLose(c)
}

/** Only contacts: a code to a contact cannot make up for a contact that is lost. */
function nothingToLose(c: WebContext): Response {
  const w = c.get('words').provenChanges.lostFactor
  return frontDoorPage(c, {
    title: w.noneTitle,
    children: (
      <div class="k-fields">
        <p class="k-row">{w.none}</p>
        <p class="k-row">{w.noneCall(lenderContact(c))}</p>
        <ButtonLink href="/confirm">{w.noneBack}</ButtonLink>
      </div>
    ),
  })
}
