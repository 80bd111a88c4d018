// GET /check?code=…: whether a letter is genuine, for anybody who holds it.
import type { Hono } from 'hono'
import { checkPaper } from '#src/servicing/documents/check-paper.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { page } from '../page.tsx'
import { readerOf } from '../reader.ts'
import type { WebContext, WebEnv } from '../request-context.ts'
import { CheckedPanels } from './checked-panels.tsx'
import { letterCodeOf } from './letter-code.ts'
import { registerPaperKeys } from './paper-keys.tsx'

export function registerCheck(app: Hono<WebEnv>): void {
  app.get('/check', answer)
  registerPaperKeys(app)
}

async function answer(c: WebContext): Promise<Response> {
  const typed = c.req.query('code')
  if (typed === undefined) return formPage(c, { value: '' })
  const w = c.get('words').documents.check
  const code = letterCodeOf(typed)
  if (code === null) return formPage(c, { value: typed, error: w.wrong })
  const { db, vault, clock: wallClock, config } = c.get('web')
  const { lender } = config
  const { address } = c.get('visit')
  const checked = await checkPaper({ db, vault, wallClock, lender }, { code, address })
  if (!checked.ok) {
    const error = c.get('words').refusals.sentence(checked.refusal, c.get('locale'))
    return formPage(c, { value: typed, error })
  }
  const paper = checked.value
  if (!paper) return unknownPage(c, code)
  return page(c, {
    title: w.title,
    children: (
      <>
        <PageHeading title={w.title} />
        <CheckedPanels paper={paper} reader={readerOf(c)} lender={lender} />
        <Again words={w.again} />
      </>
    ),
  })
}

function formPage(c: WebContext, form: { value: string; error?: string }): Response {
  const { documents, shell } = c.get('words')
  const w = documents.check
  const { value, error } = form
  return page(c, {
    title: error === undefined ? w.title : `${shell.errorPrefix} ${w.title}`,
    ...(error !== undefined && { status: 422 }),
    children: (
      <>
        <PageHeading title={w.title} lead={w.lead} />
        <div class="k-column">
          {error !== undefined && (
            <ErrorSummary
              title={shell.errorSummary(1)}
              problems={[{ fieldId: 'code', words: error }]}
            />
          )}
          <Panel>
            <form class="k-fields" method="get" action="/check">
              <TextField
                id="code"
                name="code"
                label={w.field}
                hint={w.hint}
                value={value}
                maxlength={40}
                autocomplete="off"
                spelling="off"
                {...(error !== undefined && { error })}
              />
              <Buttons>
                <Button look="primary">{w.submit}</Button>
              </Buttons>
            </form>
          </Panel>
          <p class="k-small mt-4">
            <a href="/check/keys">{documents.keys.checkLink}</a>
          </p>
        </div>
      </>
    ),
  })
}

function unknownPage(c: WebContext, code: string): Response {
  const w = c.get('words').documents.check
  return page(c, {
    title: w.unknown,
    status: 404,
    children: (
      <>
        <PageHeading title={w.unknown} />
        <div class="k-column">
          <Panel>
            <div class="k-flow">
              <p class="k-code">{code}</p>
              <p>{w.unknownText(c.get('web').config.lender.phone)}</p>
            </div>
          </Panel>
          <Again words={w.again} />
        </div>
      </>
    ),
  })
}

function Again({ words }: { words: string }) {
  return (
    <div class="mt-6">
      <Buttons>
        <ButtonLink href="/check">{words}</ButtonLink>
      </Buttons>
    </div>
  )
}
