// GET and POST /sign-in.
import type { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import * as z from 'zod'
import { readForm, schemaOnce, type Typed } from '#src/http/form.ts'
import { safePath } from '#src/http/safe-path.ts'
import { type SignInAnswer, signIn } from '#src/identity/entry/sign-in.ts'
import { secondsUntil } from '#src/identity/moments.ts'
import type { Session } from '#src/identity/sessions.ts'
import { isTrusted } from '../confirm/trust.tsx'
import { confirmPath } from '../confirm-path.ts'
import { ensureSession } from '../form-session.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { writeSessionCookie } from '../session-cookie.ts'
import { noticeNamed, signInPage } from './sign-in-page.tsx'
import type { SignInView } from './sign-in-view.ts'

const nameCookie = '__Host-kt-name'
const yearSeconds = 31_536_000

export function registerSignIn(app: Hono<WebEnv>): void {
  app.get('/sign-in', async (c) => {
    const session = await ensureSession(c)
    if (session.kind === 'signedIn') return c.redirect('/accounts', 303)
    if (session.kind === 'half') return c.redirect(confirmPath(c.req.query('next')), 303)
    return signInPage(c, session, {
      typed: remembered(c),
      view: noticeNamed(c.req.query('notice')),
    })
  })
  app.post('/sign-in', async (c) => {
    const session = await ensureSession(c)
    const { typed, state } = c.get('form')
    if (state === 'stale') return again(c, session, { kind: 'stale' })
    const form = readForm(formOf(c.get('words')), typed, c.get('words'))
    if (!form.ok) return again(c, session, { kind: 'problems', problems: form.problems })
    const { username, password } = form.value
    const shared = form.value.shared === 'yes'
    const attempt = { username, password, session, visit: c.get('visit'), shared }
    const answer = await signIn(identityDeps(c), attempt)
    if (!answer.ok) return again(c, session, viewOf(c, answer))
    if (!shared) remember(c, form.value)
    const { token, login } = answer.value
    const next = safePath(typed.next) ?? '/accounts'
    if (await isTrusted(c, { token, loginId: login.id })) return c.redirect(next, 303)
    writeSessionCookie(c, token)
    return c.redirect(confirmPath(next), 303)
  })
}

const formOf = schemaOnce(({ identity: { signIn: w } }) =>
  z.object({
    username: z.string().trim().min(1, w.usernameMissing),
    password: z.string().min(1, w.passwordMissing),
    remember: z.literal('yes').optional(),
    shared: z.literal('yes').optional(),
  }),
)

/** The password is never put back on the page. */
function again(c: WebContext, session: Session, view: SignInView): Response {
  const { password: _, ...typed } = c.get('form').typed
  return signInPage(c, session, { typed, view })
}

function viewOf(c: WebContext, answer: Extract<SignInAnswer, { ok: false }>): SignInView {
  const { refusal, waitUntil } = answer
  const now = c.get('web').clock.now()
  const waitSeconds = waitUntil === null ? null : secondsUntil(waitUntil, now)
  if (refusal.code === 'busy') return { kind: 'busy', retryAfterSeconds: refusal.retryAfterSeconds }
  if (refusal.code === 'tooManyFailures') return { kind: 'closed' }
  if (refusal.code !== 'waitBeforeTrying') return { kind: 'wrong', waitSeconds }
  return { kind: 'paused', waitSeconds, counted: refusal.counted }
}

function remembered(c: WebContext): Typed {
  const next = safePath(c.req.query('next'))
  const username = getCookie(c, nameCookie)
  return {
    ...(next === null ? {} : { next }),
    ...(username === undefined ? {} : { username, remember: 'yes' }),
  }
}

function remember(c: WebContext, form: { username: string; remember?: 'yes' | undefined }): void {
  const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const
  if (form.remember) setCookie(c, nameCookie, form.username, { ...attributes, maxAge: yearSeconds })
  else if (getCookie(c, nameCookie)) setCookie(c, nameCookie, '', { ...attributes, maxAge: 0 })
}
