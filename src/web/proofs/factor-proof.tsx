// GET and POST /security/proof: signed in by e-mail, with nothing stronger at hand. The account's
// numbers let one factor be added, and hold the login for a day. Who has an app, a passkey or
// backup codes shows one of them, or takes off first what is lost.
import type { Hono } from 'hono'
import { hasNothingOwn } from '#src/identity/entry/step-up.ts'
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
import { OwnFactorFirst } from './lost-note.tsx'
import { postProof, showProof } from './show-account.tsx'

export function registerFactorProof(app: Hono<WebEnv>): void {
  app.get('/security/proof', asked(show))
  app.post(
    '/security/proof',
    asked((c, session) => postProof(c, session, NEW_FACTOR)),
  )
}

function asked(handle: (c: WebContext, session: SignedInSession) => Response | Promise<Response>) {
  return (c: WebContext) =>
    asSignedIn(c, NEW_FACTOR, async (session) =>
      (await hasNothingOwn(identityDeps(c), session)) ? handle(c, session) : ownPage(c),
    )
}

function ownPage(c: WebContext): Response {
  return page(c, {
    title: c.get('words').provenChanges.lostFactor.title,
    status: 403,
    children: <OwnFactorFirst reader={readerOf(c)} />,
  })
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
