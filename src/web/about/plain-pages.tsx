// GET / and the pages behind the links at the foot: accessibility, complaints, privacy.
import type { Hono } from 'hono'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { PlainText } from '#src/words/en/shell.ts'
import { page } from '../page.tsx'
import type { WebContext, WebEnv } from '../request-context.ts'
import { registerPrivacy } from './privacy.tsx'

type Subject = 'accessibility' | 'complaints'

export function registerPlainPages(app: Hono<WebEnv>): void {
  app.get('/', (c) => {
    const lookup = c.get('lookup')
    const signedIn = lookup.state === 'open' && lookup.session.kind === 'signedIn'
    return c.redirect(signedIn ? '/accounts' : '/sign-in', 303)
  })
  app.get('/accessibility', (c) => plainPage(c, 'accessibility'))
  app.get('/complaints', (c) => plainPage(c, 'complaints'))
  registerPrivacy(app)
}

function plainPage(c: WebContext, subject: Subject): Response {
  const { lender } = c.get('web').config
  const hours = lender.hours[c.get('locale')]
  const text: PlainText = c.get('words').shell[subject]({ ...lender, hours })
  return page(c, {
    title: text.title,
    children: (
      <>
        <PageHeading title={text.title} />
        <div class="k-column">
          {text.sections.map((section) => (
            <Panel title={section.heading}>
              <div class="k-flow">
                {section.paragraphs.map((paragraph) => (
                  <p>{paragraph}</p>
                ))}
              </div>
            </Panel>
          ))}
        </div>
      </>
    ),
  })
}
