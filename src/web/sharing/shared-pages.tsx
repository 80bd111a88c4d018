// Before the code, and where there is nothing to see.
import type { Refusal } from '#src/domain/refusal.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { ensureSession, FormFields } from '../form-session.tsx'
import { page } from '../page.tsx'
import type { WebContext } from '../request-context.ts'

/** What was typed is a secret: it is not shown again. */
export async function codePage(c: WebContext, error: string | null): Promise<Response> {
  const { sharing, shell } = c.get('words')
  const w = sharing.open
  const session = await ensureSession(c)
  const { lender } = c.get('web').config
  return page(c, {
    title: error === null ? w.title : `${shell.errorPrefix} ${w.title}`,
    ...(error !== null && { status: 422 }),
    children: (
      <>
        <PageHeading title={w.title} lead={w.lead(lender.name)} />
        <div class="k-column">
          {error !== null && (
            <ErrorSummary
              title={shell.errorSummary(1)}
              problems={[{ fieldId: 'code', words: error }]}
            />
          )}
          <Panel>
            <form class="k-fields" method="post" action="/shared/code">
              <FormFields c={c} session={session} />
              <TextField
                id="code"
                name="code"
                label={w.code}
                hint={w.codeHint}
                maxlength={20}
                inputmode="numeric"
                autocomplete="off"
                spelling="off"
                width="medium"
                {...(error !== null && { error })}
              />
              <Buttons>
                <Button look="primary">{w.submit}</Button>
              </Buttons>
            </form>
          </Panel>
        </div>
      </>
    ),
  })
}

/** One page for whatever ended a link, and for one that never was. */
export function overPage(c: WebContext, why: 'over' | 'missing' | 'left'): Response {
  const { sharing } = c.get('words')
  const w = sharing.open
  return page(c, {
    title: w.overTitle,
    status: why === 'left' ? 200 : 404,
    children: (
      <>
        <PageHeading title={w.overTitle} />
        <div class="k-column">
          <Panel>
            <div class="k-flow">
              <p>{why === 'over' ? w.over : why === 'left' ? sharing.view.left : w.missing}</p>
              <p>
                {w.overCheck} <a href="/check">{c.get('words').documents.check.title}</a>
              </p>
            </div>
          </Panel>
        </div>
      </>
    ),
  })
}

/** The loan is paid off, or nothing can be quoted. */
export function refusedSharedPage(c: WebContext, refusal: Refusal): Response {
  const { sharing, refusals } = c.get('words')
  const w = sharing.view
  const isPaid = refusal.code === 'accountClosed'
  const title = isPaid ? w.paid : w.notNow
  return page(c, {
    title,
    children: (
      <>
        <PageHeading title={title} />
        <div class="k-column">
          <Panel>
            <p>{isPaid ? w.paidText : refusals.sentence(refusal, c.get('locale'))}</p>
          </Panel>
        </div>
      </>
    ),
  })
}
