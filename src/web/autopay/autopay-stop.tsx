// GET /accounts/:id/autopay/stop, POST …/autopay/stop, …/pause, …/resume: what is canceled, what
// can no longer be stopped, and the two ways.
import type { Hono } from 'hono'
import * as z from 'zod'
import type { Outcome } from '#src/domain/refusal.ts'
import { readForm } from '#src/http/form.ts'
import {
  pauseAutopay,
  resumeAutopay,
  revokeAutopay,
} from '#src/servicing/autopay/change-autopay.ts'
import { type AutopayView, viewAutopay } from '#src/servicing/autopay/view-autopay.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { refusedPage } from '../errors.tsx'
import { FormFields } from '../form-session.tsx'
import { viewedPage } from '../lease/page-by-product.ts'
import type { WebEnv } from '../request-context.ts'
import { StoppedRows } from './stopped-rows.tsx'

export function registerAutopayStop(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/autopay/stop', viewedPage(ask))
  app.post('/accounts/:id/autopay/stop', posted(revokeAutopay))
  app.post('/accounts/:id/autopay/pause', posted(pauseAutopay))
  app.post('/accounts/:id/autopay/resume', posted(resumeAutopay))
}

const keyForm = z.object({ key: z.uuid() })

function posted(verb: typeof revokeAutopay) {
  return viewedPage(async (visit) => {
    const { c, ctx, owner, reader, base } = visit
    const form = readForm(keyForm, c.get('form').typed, reader.words)
    // Only a form that is not ours lacks its key: it gets a fresh one.
    if (!form.ok) return c.redirect(`${base}/autopay/stop`, 303)
    const done: Outcome<null> = await verb(ctx, owner, { idempotencyKey: form.value.key })
    if (done.ok || done.refusal.code === 'autopayNotSet') return c.redirect(`${base}/autopay`, 303)
    return refusedPage(c, done.refusal)
  })
}

async function ask(visit: AccountVisit, view: AccountView): Promise<Response> {
  const { c, ctx, owner, reader, base } = visit
  const w = reader.words.autopay.pages.stop
  const { view: shown } = await viewAutopay(ctx, owner)
  if (!shown?.mine || shown.autopay.state === 'ended') return c.redirect(`${base}/autopay`, 303)
  return showAccountPage(visit, view, {
    title: w.title,
    current: 'autopay',
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={w.title}
          lead={w.lead}
        />
        <PanelGrid split="7-5">
          <Area at="main">
            <StoppedRows visit={visit} stoppable={shown.stoppable} />
            <Ways visit={visit} shown={shown} />
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

function Ways({ visit, shown }: { visit: AccountVisit; shown: AutopayView }) {
  const { reader, base } = visit
  const w = reader.words.autopay.pages.stop
  return (
    <>
      {shown.autopay.state === 'active' && (
        <Panel title={w.pauseHeading}>
          <p class="mb-4">{w.pauseText}</p>
          <Way visit={visit} path="pause">
            <Button>{w.pause}</Button>
          </Way>
        </Panel>
      )}
      <Panel title={w.stopHeading}>
        <p class="mb-4">{w.stopText}</p>
        <Way visit={visit} path="stop">
          <Button look="destructive">{w.stop}</Button>
          <ButtonLink href={`${base}/autopay`}>{w.keep}</ButtonLink>
        </Way>
      </Panel>
    </>
  )
}

function Way(props: {
  visit: AccountVisit
  path: 'pause' | 'stop'
  children: Parameters<typeof Buttons>[0]['children']
}) {
  const { c, session, base } = props.visit
  return (
    <form method="post" action={`${base}/autopay/${props.path}`}>
      <FormFields c={c} session={session} />
      <Buttons>{props.children}</Buttons>
    </form>
  )
}
