// POST /accounts/:id/data/calendar and …/calendar/end: makes the secret address of a calendar,
// which this answer alone shows, or ends it.
import type { Hono } from 'hono'
import * as z from 'zod'
import {
  type AskingOwner,
  endCalendarAddress,
  makeCalendarAddress,
} from '#src/servicing/your-data/calendar-address.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { CopyButton } from '#src/ui/forms/copy-button.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { CodeBox, Panel } from '#src/ui/panel.tsx'
import {
  AccountIdentity,
  type AccountVisit,
  accountPage,
  showAccountPage,
  viewOf,
} from '../account-visit.tsx'
import { refusedPage } from '../errors.tsx'
import type { WebEnv } from '../request-context.ts'

export function registerCalendarForms(app: Hono<WebEnv>): void {
  app.post('/accounts/:id/data/calendar', accountPage(make))
  app.post('/accounts/:id/data/calendar/end', accountPage(end))
}

async function make(visit: AccountVisit): Promise<Response> {
  const { c, ctx, reader, base } = visit
  const key = z.uuid().safeParse(c.get('form').typed.key)
  const view = await viewOf(visit)
  if (view.status === 'closed') return refusedPage(c, { code: 'accountClosed' })
  if (view.knownThrough) return refusedPage(c, { code: 'historyEnds', on: view.knownThrough })
  const made = key.success
    ? await makeCalendarAddress(ctx, askingOf(visit), { formKey: key.data, locale: reader.locale })
    : null
  if (!made?.ok) return c.redirect(`${base}/data?done=sent-twice`, 303)
  const { host } = new URL(c.get('web').config.portalOrigin)
  const path = `/calendar/${made.value.secret}.ics`
  const address = `${c.get('web').config.portalOrigin}${path}`
  const w = reader.words.yourData.calendar
  return showAccountPage(visit, view, {
    title: w.madeTitle,
    current: 'documents',
    islands: ['copy.js'],
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={w.madeTitle}
          lead={w.madeLead}
        />
        <Panel>
          <CodeBox label={w.address} code={<span class="k-long-code">{address}</span>}>
            <CopyButton text={address} words={w.copy} copied={w.copied} />
          </CodeBox>
          <div class="k-flow mt-5">
            <p>{w.how}</p>
            <p>{w.secret}</p>
          </div>
          <Buttons>
            <ButtonLink look="primary" href={`webcal://${host}${path}`} icon="calendar-plus">
              {w.open}
            </ButtonLink>
            <ButtonLink href={`${base}/data`}>{w.back}</ButtonLink>
          </Buttons>
        </Panel>
      </>
    ),
  })
}

async function end(visit: AccountVisit): Promise<Response> {
  await endCalendarAddress(visit.ctx, askingOf(visit))
  return visit.c.redirect(`${visit.base}/data?done=ended`, 303)
}

/** The visit as the verb asks for it: by the clock of sessions. */
function askingOf({ c, session, owner }: AccountVisit): AskingOwner {
  return { session, visit: c.get('visit'), owner, now: c.get('web').clock.now() }
}
