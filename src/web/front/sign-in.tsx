// GET and POST /sign-in, POST /sign-out.
import type { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import * as z from 'zod'
import { readForm, type Typed } from '#src/http/form.ts'
import { safePath } from '#src/http/safe-path.ts'
import { type SignInAnswer, signIn } from '#src/identity/entry/sign-in.ts'
import { signOut } from '#src/identity/entry/sign-out.ts'
import { secondsUntil } from '#src/identity/moments.ts'
import type { Session } from '#src/identity/sessions.ts'
import type { Words } from '#src/words/words.ts'
import { confirmPath } from '../confirm-path.ts'
import { ensureSession } from '../form-session.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { clearSessionCookie, writeSessionCookie } from '../session-cookie.ts'
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
    const attempt = { username, password, session, visit: c.get('visit') }
    const answer = await signIn(identityDeps(c), attempt)
    if (!answer.ok) return again(c, session, viewOf(c, answer))
    writeSessionCookie(c, answer.value.token)
    remember(c, form.value)
    return c.redirect(confirmPath(typed.next), 303)
  })
  app.post('/sign-out', async (c) => {
    const lookup = c.get('lookup')
    if (lookup.state === 'open') {
      await signOut(c.get('web'), { session: lookup.session, visit: c.get('visit') })
    }
    clearSessionCookie(c)
    // Nothing of ours is kept by a browser on purpose; this clears what it kept anyway.
    c.header('Clear-Site-Data', '"cache", "storage"')
    return c.redirect('/sign-in?notice=signedOut', 303)
  })
}

function formOf(words: Words) {
  const w = words.identity.signIn
  return z.object({
    username: z.string().trim().min(1, w.usernameMissing),
    password: z.string().min(1, w.passwordMissing),
    remember: z.literal('yes').optional(),
  })
}

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
