// GET and POST /security/proof: signed in by e-mail, with nothing stronger at hand. The account's
// numbers let one factor be added, and hold the login for a day.
import type { Hono } from 'hono'
import { readProof } from '#src/identity/proof/prove-account.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { TaskList } from '#src/ui/figures/fact-list.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { page } from '../page.tsx'
import { readerOf } from '../reader.ts'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { NEW_FACTOR } from './account-flow.ts'
import { Afterwards } from './afterwards.tsx'
import { asSignedIn } from './as-asker.ts'
import { postProof, showProof } from './show-account.tsx'

export function registerFactorProof(app: Hono<WebEnv>): void {
  app.get('/security/proof', (c) => asSignedIn(c, NEW_FACTOR, (session) => show(c, session)))
  app.post('/security/proof', (c) =>
    asSignedIn(c, NEW_FACTOR, (session) => postProof(c, session, NEW_FACTOR)),
  )
}

function show(c: WebContext, session: SignedInSession): Response {
  const proof = readProof(identityDeps(c), session, 'newFactor')
  return proof ? choicePage(c, proof.until) : showProof(c, session, NEW_FACTOR)
}

function choicePage(c: WebContext, until: string): Response {
  const w = c.get('words').provenChanges.newFactor
  return page(c, {
    title: w.chooseTitle,
    children: (
      <>
        <PageHeading title={w.chooseTitle} lead={w.chooseLead(readerOf(c).time(until))} />
        <Panel>
          <TaskList
            tasks={[
              {
                icon: 'fingerprint-pattern',
                name: w.passkey,
                note: w.passkeyText,
                href: '/security/passkeys',
              },
              { icon: 'smartphone', name: w.app, note: w.appText, href: '/security/authenticator' },
            ]}
          />
          <Afterwards said={w} icons={NEW_FACTOR.icons} />
        </Panel>
      </>
    ),
  })
}
