// Pages for what cannot be done. Each says that nothing was changed, what to do next, who to call,
// and by which number we find the request again. Never how the program is made.
import type { Refusal } from '#src/domain/refusal.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { brandOf, type PageStatus, page } from './page.tsx'
import type { WebContext } from './request-context.ts'

export type RefusalKind = 'notFound' | 'formRefused' | 'tooLarge' | 'wrongKind' | 'wrongMethod'

/** For a request that no form of ours makes. */
export function refusalPage(
  c: WebContext,
  given: { readonly kind: RefusalKind; readonly status: PageStatus },
): Response {
  const { title, text } = c.get('words').shell[given.kind]
  const more = given.kind === 'formRefused' ? [c.get('words').shell.formRefused.next] : []
  const help = given.kind === 'formRefused' ? '/help/browser' : '/help'
  return helpfulPage(c, { title, paragraphs: [text, ...more], status: given.status, help })
}

export function notFoundPage(c: WebContext): Response {
  return refusalPage(c, { kind: 'notFound', status: 404 })
}

/**
 * The last resort: whatever was thrown is logged, the person gets a page that helps and a
 * reference.
 */
export function failedPage(c: WebContext, error: unknown): Response {
  const requestId = c.get('requestId')
  c.get('web').log.error({ requestId, path: c.req.path, err: error }, 'request failed')
  const w = c.get('words').shell.failed
  return helpfulPage(c, {
    title: w.title,
    paragraphs: [w.text, w.keep(referenceOf(c))],
    status: 500,
  })
}

/** For a refusal that has no form to go back to. */
export function refusedPage(c: WebContext, refusal: Refusal): Response {
  if (refusal.code === 'accountNotFound') return notFoundPage(c)
  if (refusal.code === 'busy') return busyPage(c, refusal.retryAfterSeconds)
  const w = c.get('words')
  const paragraphs = [w.refusals.sentence(refusal, c.get('locale'))]
  const status = refusal.code === 'paymentNotFound' ? 404 : 422
  return helpfulPage(c, { title: w.shell.refused.title, paragraphs, status })
}

export function busyPage(c: WebContext, retryAfterSeconds: number): Response {
  const { shell, identity } = c.get('words')
  c.header('Retry-After', String(retryAfterSeconds))
  const text = shell.busy.text(identity.duration(retryAfterSeconds))
  return helpfulPage(c, { title: shell.busy.title, paragraphs: [text], status: 503 })
}

/** The random end of the request's id, in groups that can be read aloud; the log has the whole. */
function referenceOf(c: WebContext): string {
  return (c.get('requestId').slice(-12).match(/.{4}/g) ?? []).join('-')
}

function helpfulPage(
  c: WebContext,
  given: { title: string; paragraphs: readonly string[]; status: PageStatus; help?: string },
): Response {
  const w = c.get('words').shell
  const { lender } = c.get('web').config
  const home = brandOf(c).href
  return page(c, {
    title: given.title,
    status: given.status,
    children: (
      <>
        <PageHeading title={given.title} />
        <Panel>
          <div class="k-flow">
            {given.paragraphs.map((text) => (
              <p>{text}</p>
            ))}
            <p>{w.callUs({ ...lender, hours: lender.hours[c.get('locale')] })}</p>
            <p class="k-small k-ink2">
              {w.reference} <span class="k-code">{referenceOf(c)}</span>
            </p>
          </div>
          <Buttons>
            <ButtonLink look="primary" href={home}>
              {home === '/accounts' ? w.toAccounts : w.home}
            </ButtonLink>
            <ButtonLink href={given.help ?? '/help'}>{w.footer.help}</ButtonLink>
          </Buttons>
        </Panel>
      </>
    ),
  })
}
