// Every unsafe request passes here before any handler: nothing gets past because somebody forgot to
// ask.
import type { MiddlewareHandler } from 'hono'
import { type FormRefusal, isSafeMethod, judgeForm } from '#src/http/form-guard.ts'
import { refusalPage } from './errors.tsx'
import type { WebContext, WebEnv } from './request-context.ts'
import { pageToReturnTo, signInPath } from './sign-in-again.ts'

/**
 * Paths whose handlers look at `state`: a form from a session that is over is shown again there,
 * never acted on.
 */
const sessionless: ReadonlySet<string> = new Set([
  '/sign-in',
  '/sign-in/passkey',
  '/sign-out',
  '/confirm',
  '/confirm/code',
  '/confirm/authenticator',
  '/confirm/backup-code',
  '/confirm/passkey',
  '/passkey-challenge',
  '/register',
  '/register/contact',
  '/register/contact/code',
  '/register/sign-in',
  '/recover',
  '/recover/contact',
  '/recover/contact/code',
  '/recover/password',
  '/recover/factor',
  '/recover/factor/contact',
  '/recover/factor/contact/code',
  '/recover/factor/removal',
  '/security/proof',
  '/add-account',
  '/add-account/contact',
  '/add-account/contact/code',
  '/enroll',
  '/security/not-me',
  '/security/closure',
  '/security/password',
  '/security/passkeys',
  '/security/passkeys/challenge',
  '/security/passkeys/removal',
  '/session',
  '/shared/code',
  '/shared/payoff',
  '/shared/end',
])

export function guardForms(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (isSafeMethod(c)) return next()
    const { vault, config } = c.get('web')
    const lookup = c.get('lookup')
    const session = lookup.state === 'open' ? lookup.session : null
    const ownOrigin = config.portalOrigin
    const judged = await judgeForm(c, { vault, ownOrigin, session, sessionless })
    if (!judged.ok) return refuse(c, judged.reason)
    c.set('form', judged.form)
    return next()
  }
}

/**
 * A form of ours that only came after its session was over. Changing colors needs none: there a new
 * page is all that is missing.
 */
function isLate(c: WebContext, reason: FormRefusal): boolean {
  return reason === 'token' && c.get('lookup').state === 'ended' && c.req.path !== '/preferences'
}

function refuse(c: WebContext, reason: FormRefusal): Promise<Response> | Response {
  switch (reason) {
    case 'wrongMethod':
      c.header('Allow', 'GET, HEAD, POST')
      return refusalPage(c, { kind: 'wrongMethod', status: 405 })
    case 'wrongKind':
      return refusalPage(c, { kind: 'wrongKind', status: 415 })
    case 'tooLarge':
      return refusalPage(c, { kind: 'tooLarge', status: 413 })
    case 'cutOff':
      return c.body(null, 400)
    default: {
      if (isLate(c, reason)) return c.redirect(signInPath('ended', pageToReturnTo(c)), 303)
      const { requestId } = c.get('visit')
      c.get('web').log.warn({ requestId, reason, path: c.req.path }, 'form refused')
      return refusalPage(c, { kind: 'formRefused', status: 403 })
    }
  }
}
