// GET /language (a link that only sets this browser's cookie), GET and POST /preferences (language
// and colors).
import type { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import * as z from 'zod'
import { type FieldProblem, readForm, summaryOf, type Typed } from '#src/http/form.ts'
import { safePath } from '#src/http/safe-path.ts'
import { changePreferences } from '#src/identity/profile/change-preferences.ts'
import type { Session } from '#src/identity/sessions.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { RadioGroup } from '#src/ui/forms/check-field.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { isLocale, LOCALES, type Locale } from '#src/words/locale.ts'
import type { Words } from '#src/words/words.ts'
import { ensureSession, FormFields } from '../form-session.tsx'
import { page } from '../page.tsx'
import {
  identityDeps,
  languageCookie,
  type Theme,
  themeCookie,
  type WebContext,
  type WebEnv,
} from '../request-context.ts'

const themes = ['system', 'light', 'dark'] as const satisfies readonly Theme[]
const yearSeconds = 31_536_000

export function registerPreferences(app: Hono<WebEnv>): void {
  app.get('/language', (c) => {
    const to = c.req.query('to') ?? ''
    if (isLocale(to)) keepLanguage(c, to)
    return c.redirect(safePath(c.req.query('back')) ?? '/', 303)
  })
  app.get('/preferences', async (c) => preferencesPage(c, await ensureSession(c)))
  app.post('/preferences', async (c) => {
    const chosen = readForm(choiceOf(c.get('words')), c.get('form').typed, c.get('words'))
    if (!chosen.ok) return preferencesPage(c, await ensureSession(c), chosen.problems)
    const { language: locale, theme } = chosen.value
    keepLanguage(c, locale)
    keepTheme(c, theme)
    const lookup = c.get('lookup')
    if (lookup.state === 'open' && lookup.session.kind === 'signedIn') {
      const { session } = lookup
      const asking = { session, visit: c.get('visit') }
      await changePreferences(identityDeps(c), asking, { locale, theme })
    }
    return c.redirect('/preferences?saved=yes', 303)
  })
}

function choiceOf(words: Words) {
  const w = words.shell.preferences
  return z.object({
    language: z.enum(LOCALES, w.languageMissing),
    theme: z.enum(themes, w.themeMissing),
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

function preferencesPage(
  c: WebContext,
  session: Session,
  problems: readonly FieldProblem[] = [],
): Response {
  const { preferences: w, errorSummary, errorPrefix } = c.get('words').shell
  return page(c, {
    title: problems.length > 0 ? `${errorPrefix} ${w.title}` : w.title,
    ...(problems.length > 0 && { status: 422 }),
    children: (
      <>
        <PageHeading title={w.title} lead={w.lead} />
        {problems.length > 0 && (
          <ErrorSummary title={errorSummary(problems.length)} problems={summaryOf(problems)} />
        )}
        <Panel>
          {c.req.query('saved') === 'yes' && (
            <Note tone="ok" role="status">
              {w.saved}
            </Note>
          )}
          <PreferencesForm c={c} session={session} problems={problems} />
        </Panel>
      </>
    ),
  })
}

function PreferencesForm(props: {
  c: WebContext
  session: Session
  problems: readonly FieldProblem[]
}) {
  const { c } = props
  const { preferences: w, languages } = c.get('words').shell
  const typed: Typed = c.req.method === 'POST' ? c.get('form').typed : {}
  const errorOf = (field: string) => props.problems.find((found) => found.field === field)?.message
  return (
    <form class="k-fields" method="post" action="/preferences">
      <FormFields c={c} session={props.session} />
      <RadioGroup
        id="language"
        name="language"
        legend={w.language}
        error={errorOf('language')}
        value={typed.language ?? c.get('locale')}
        options={LOCALES.map((value) => ({
          value,
          label: <span lang={value}>{languages[value]}</span>,
        }))}
      />
      <RadioGroup
        id="theme"
        name="theme"
        legend={w.theme}
        error={errorOf('theme')}
        value={typed.theme ?? c.get('theme')}
        options={themes.map((value) => ({ value, label: w.themes[value] }))}
      />
      <Buttons>
        <Button look="primary">{w.apply}</Button>
      </Buttons>
    </form>
  )
}
