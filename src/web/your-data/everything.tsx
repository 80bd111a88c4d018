// GET and POST /accounts/:id/data/everything: a copy of all that we know about the person, of every
// account. It asks once more who they are, and stands in their activity.
import type { Hono } from 'hono'
import { noteExport } from '#src/servicing/your-data/note-export.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { type AccountVisit, accountPage, showAccountPage, viewOf } from '../account-visit.tsx'
import { zipResponse } from '../documents/paper-zip.ts'
import { FormFields } from '../form-session.tsx'
import type { WebEnv } from '../request-context.ts'
import { steppedUp } from '../security/step-up.tsx'
import { everythingArchive } from './everything-archive.ts'

export function registerEverything(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/data/everything', accountPage(guarded(show)))
  app.post('/accounts/:id/data/everything', accountPage(guarded(send)))
}

function guarded(handle: (visit: AccountVisit) => Promise<Response>) {
  return (visit: AccountVisit) =>
    steppedUp(visit.c, visit.session, {
      action: 'downloadEverything',
      back: `${visit.base}/data/everything`,
      handle: () => handle(visit),
    })
}

async function show(visit: AccountVisit): Promise<Response> {
  const { c, session, reader, base } = visit
  const view = await viewOf(visit)
  const { everything: w, calendar } = reader.words.yourData
  return showAccountPage(visit, view, {
    title: w.title,
    current: 'documents',
    children: (
      <>
        <PageHeading title={w.title} lead={w.lead} />
        <Panel title={w.inside}>
          <ul class="list-disc ps-5">
            {Object.values(w.contents).map((text) => (
              <li>{text}</li>
            ))}
          </ul>
          <div class="k-flow mt-5">
            <p>{w.without}</p>
            <p>{w.others}</p>
            <p>{w.keep}</p>
          </div>
          <form method="post" action={`${base}/data/everything`}>
            <FormFields c={c} session={session} />
            <Buttons>
              <Button look="primary" icon="file-down">
                {w.download}
              </Button>
              <ButtonLink href={`${base}/data`}>{calendar.back}</ButtonLink>
            </Buttons>
          </form>
        </Panel>
      </>
    ),
  })
}

async function send(visit: AccountVisit): Promise<Response> {
  const { c, session, ctx } = visit
  const { obligor } = await viewOf(visit)
  const now = c.get('web').clock.now()
  await noteExport(ctx, { session, visit: c.get('visit'), now })
  const zip = await everythingArchive(visit, `${obligor.givenName} ${obligor.familyName}`)
  return zipResponse(c, zip, `everything-${now.slice(0, 10)}.zip`)
}
