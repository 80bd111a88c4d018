// GET /language (a link that only sets this browser's cookie), GET and POST /preferences (language
// and colors).
import type { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import * as z from 'zod'
import { changePreferences } from '#src/identity/preferences.ts'
import type { Session } from '#src/identity/sessions.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { RadioGroup } from '#src/ui/forms/check-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { isLocale, LOCALES, type Locale } from '#src/words/locale.ts'
import { ensureSession, FormFields } from '../form-session.tsx'
import { page } from '../page.tsx'
import {
  languageCookie,
  type Theme,
  themeCookie,
  type WebContext,
  type WebEnv,
} from '../request-context.ts'
import { safePath } from '../safe-path.ts'

const themes = ['system', 'light', 'dark'] as const satisfies readonly Theme[]
const choice = z.object({ language: z.enum(LOCALES), theme: z.enum(themes) })
const yearSeconds = 31_536_000

export function registerPreferences(app: Hono<WebEnv>): void {
  app.get('/language', (c) => {
    const to = c.req.query('to') ?? ''
    if (isLocale(to)) keepLanguage(c, to)
    return c.redirect(safePath(c.req.query('back')) ?? '/', 303)
  })
  app.get('/preferences', async (c) => preferencesPage(c, await ensureSession(c)))
  app.post('/preferences', async (c) => {
    const chosen = choice.safeParse(c.get('form').typed)
    if (!chosen.success) return c.redirect('/preferences', 303)
    const { language: locale, theme } = chosen.data
    keepLanguage(c, locale)
    keepTheme(c, theme)
    const lookup = c.get('lookup')
    if (lookup.state === 'open' && lookup.session.kind === 'signedIn') {
      const { session } = lookup
      await changePreferences(c.get('web'), { session, visit: c.get('visit'), locale, theme })
    }
    return c.redirect('/preferences?saved=yes', 303)
  })
}

const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const

function keepLanguage(c: WebContext, locale: Locale): void {
  setCookie(c, languageCookie, locale, { ...attributes, maxAge: yearSeconds })
}

/** "As this device" is a choice too: it wins over what the login keeps. */
function keepTheme(c: WebContext, theme: Theme): void {
  setCookie(c, themeCookie, theme, { ...attributes, maxAge: yearSeconds })
}

function preferencesPage(c: WebContext, session: Session): Response {
  const { preferences: w, languages } = c.get('words').shell
  return page(c, {
    title: w.title,
    children: (
      <>
        <PageHeading title={w.title} lead={w.lead} />
        <Panel>
          {c.req.query('saved') === 'yes' && (
            <Note tone="ok" role="status">
              {w.saved}
            </Note>
          )}
          <form class="k-fields" method="post" action="/preferences">
            <FormFields c={c} session={session} />
            <RadioGroup
              id="language"
              name="language"
              legend={w.language}
              value={c.get('locale')}
              options={LOCALES.map((value) => ({
                value,
                label: <span lang={value}>{languages[value]}</span>,
              }))}
            />
            <RadioGroup
              id="theme"
              name="theme"
              legend={w.theme}
              value={c.get('theme')}
              options={themes.map((value) => ({ value, label: w.themes[value] }))}
            />
            <Buttons>
              <Button look="primary">{w.apply}</Button>
            </Buttons>
          </form>
        </Panel>
      </>
    ),
  })
}
