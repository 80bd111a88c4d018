// GET /privacy: what this site stores, and the lender's privacy notice as the federal model form has
// it. GET /privacy/notice/:language: the same as a signed PDF. For anybody.
import type { Hono } from 'hono'
import { date } from '#src/domain/calendar.ts'
import type { PrivacyNotice } from '#src/domain/privacy-notice.ts'
import { noticeBody } from '#src/formats/documents/privacy-notice.ts'
import { printPrivacyNotice } from '#src/servicing/privacy/print-privacy-notice.ts'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { LOCALES } from '#src/words/locale.ts'
import { servicingOf } from '../account-visit.tsx'
import { notFoundPage } from '../errors.tsx'
import { page } from '../page.tsx'
import type { WebContext, WebEnv } from '../request-context.ts'
import { NoticePanels } from './notice-panels.tsx'

export function registerPrivacy(app: Hono<WebEnv>): void {
  app.get('/privacy', show)
  app.get('/privacy/notice/:language', send)
}

function show(c: WebContext): Response {
  const { lender } = c.get('web').config
  const hours = lender.hours[c.get('locale')]
  const w = c.get('words').shell.privacy({ ...lender, hours })
  const { privacyNotice } = lender
  return page(c, {
    title: w.title,
    children: (
      <>
        <PageHeading title={w.title} />
        <div class="k-column">
          {w.sections.map(({ heading, paragraphs }) => (
            <Panel title={heading}>
              <div class="k-flow">
                {paragraphs.map((paragraph) => (
                  <p>{paragraph}</p>
                ))}
              </div>
            </Panel>
          ))}
          {privacyNotice ? (
            <Notice c={c} notice={privacyNotice} />
          ) : (
            <Panel title={w.noNotice.heading}>
              <p>{w.noNotice.text}</p>
            </Panel>
          )}
        </div>
      </>
    ),
  })
}

function Notice({ c, notice }: { c: WebContext; notice: PrivacyNotice }) {
  const locale = c.get('locale')
  const { lender } = c.get('web').config
  const { documents } = c.get('words')
  const on = date(notice.revised)
  return (
    <>
      <Panel title={documents.kinds.privacyNotice} lead={documents.privacyNotice.lead}>
        <ul class="k-flow">
          {LOCALES.map((language) => (
            <li>
              <a href={`/privacy/notice/${language}`} hreflang={language}>
                {documents.privacyNotice.open[language]}
              </a>
            </li>
          ))}
        </ul>
        <p class="k-small mt-4">
          {documents.privacyNotice.codes} <a href="/check">{documents.checkLink}</a>
        </p>
      </Panel>
      <NoticePanels body={noticeBody({ notice, lender, locale, on })} />
    </>
  )
}

async function send(c: WebContext): Promise<Response> {
  const language = LOCALES.find((one) => one === c.req.param('language'))
  const papers = c.get('web').papers
  const printed = language && (await printPrivacyNotice({ ...servicingOf(c), ...papers }, language))
  if (!printed) return notFoundPage(c)
  const bytes = await papers.files.get(printed.paper.digest)
  const name = `privacy-notice-${printed.facts.on}-${language}.pdf`
  c.header('Content-Type', 'application/pdf')
  c.header('Content-Disposition', `inline; filename="${name}"`)
  return c.body(new Uint8Array(bytes))
}
