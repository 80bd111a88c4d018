// Every unsafe request passes here before any handler: its size, its kind, the page it came from
// and the hidden token of its session. Nothing gets past because somebody forgot to ask.
import type { MiddlewareHandler } from 'hono'
import { isFormToken } from '#src/identity/forms/form-token.ts'
import { isFromOwnPage } from '#src/identity/forms/request-origin.ts'
import { refusalPage } from './errors.tsx'
import type { PostedForm, Typed } from './form.ts'
import type { WebContext, WebEnv } from './request-context.ts'

/** Far above any form of ours, far below what would hurt. */
const mostBytes = 32_768
const mostFields = 100

const cutOff = Symbol('cut off')

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
  '/security/not-me',
  '/security/password',
  '/security/passkeys',
  '/security/passkeys/challenge',
  '/security/passkeys/removal',
])

export function guardForms(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    if (c.req.method !== 'POST') {
      c.header('Allow', 'GET, HEAD, POST')
      return refusalPage(c, { kind: 'wrongMethod', status: 405 })
    }
    if (!isFromOwnPage(originOf(c), c.get('web').config.portalOrigin)) return refuse(c, 'origin')
    if (!isPlainForm(c)) return refusalPage(c, { kind: 'wrongKind', status: 415 })
    const body = await readBody(c)
    if (body === cutOff) return c.body(null, 400)
    const typed = body === null ? null : fieldsOf(body)
    if (typed === null) return refusalPage(c, { kind: 'tooLarge', status: 413 })
    const state = verify(c, typed)
    if (state === 'refused') return refuse(c, 'token')
    c.set('form', { typed, state })
    return next()
  }
}

function originOf(c: WebContext) {
  return {
    origin: c.req.header('origin') ?? null,
    fetchSite: c.req.header('sec-fetch-site') ?? null,
  }
}

function isPlainForm(c: WebContext): boolean {
  const kind = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  return kind === 'application/x-www-form-urlencoded'
}

/**
 * Null when it is too large, whatever its headers say; `cutOff` when whoever sent it has gone.
 */
async function readBody(c: WebContext): Promise<string | null | typeof cutOff> {
  if (Number(c.req.header('content-length') ?? 0) > mostBytes) return null
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of c.req.raw.body ?? []) {
      size += chunk.byteLength
      if (size > mostBytes) return null
      chunks.push(chunk)
    }
  } catch {
    return cutOff
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

function fieldsOf(body: string): Typed | null {
  const typed: Record<string, string> = Object.create(null)
  let count = 0
  for (const [name, value] of new URLSearchParams(body)) {
    count += 1
    if (count > mostFields) return null
    typed[name] ??= value
  }
  return typed
}

function verify(c: WebContext, typed: Typed): PostedForm['state'] | 'refused' {
  const lookup = c.get('lookup')
  if (lookup.state !== 'open') return sessionless.has(c.req.path) ? 'stale' : 'refused'
  const good = isFormToken(c.get('web').vault, lookup.session, typed.token ?? '')
  return good ? 'verified' : 'refused'
}

function refuse(c: WebContext, reason: 'origin' | 'token'): Promise<Response> | Response {
  const { requestId } = c.get('visit')
  c.get('web').log.warn({ requestId, reason, path: c.req.path }, 'form refused')
  return refusalPage(c, { kind: 'formRefused', status: 403 })
}
