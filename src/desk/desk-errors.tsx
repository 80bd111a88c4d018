// Pages for what cannot be done at the desk: what happened, what to do, and by which number we find
// the request again. Never how the program is made.
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { FormRefusal } from '#src/http/form-guard.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from './desk-context.ts'
import { deskPage } from './desk-page.tsx'

type Told = 'notFound' | 'notAllowed' | 'formRefused' | 'failed'

export function tellPage(c: DeskContext, what: Told, status: ContentfulStatusCode): Response {
  const w = c.get('words').desk.errors
  const { title, text } = w[what]
  return deskPage(c, {
    title,
    status,
    children: (
      <>
        <PageHeading title={title} />
        <Panel>
          <div class="k-flow">
            <p>{text}</p>
            <p class="k-small k-ink2">
              {w.reference} <span class="k-code">{c.get('requestId').slice(-12)}</span>
            </p>
          </div>
          <Buttons>
            <ButtonLink look="primary" href="/">
              {w.home}
            </ButtonLink>
          </Buttons>
        </Panel>
      </>
    ),
  })
}

export function deskFailed(c: DeskContext, error: unknown): Response {
  const requestId = c.get('requestId')
  c.get('desk').log.error({ requestId, path: c.req.path, err: error }, 'desk request failed')
  return tellPage(c, 'failed', 500)
}

export function refusedForm(c: DeskContext, reason: FormRefusal): Response {
  if (reason === 'cutOff') return c.body(null, 400)
  const { requestId } = c.get('visit')
  c.get('desk').log.warn({ requestId, reason, path: c.req.path }, 'desk form refused')
  if (reason === 'wrongMethod') c.header('Allow', 'GET, HEAD, POST')
  return tellPage(c, 'formRefused', STATUS[reason])
}

const STATUS = { wrongMethod: 405, wrongKind: 415, tooLarge: 413, origin: 403, token: 403 } as const
