// What every request carries: its reference number, a nonce, who is asking, the language and the
// colors.
import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Config } from '#src/config.ts'
import type { Clock, NewId } from '#src/domain/clock.ts'
import type { Printer } from '#src/formats/documents/printer.ts'
import type { IsBreached } from '#src/gateways/breached-passwords.ts'
import type { CardProcessor } from '#src/gateways/cards/card.ts'
import type { Files } from '#src/gateways/files.ts'
import { acceptedLanguage } from '#src/http/accepted-language.ts'
import type { PostedForm } from '#src/http/form.ts'
import { isSafeMethod } from '#src/http/form-guard.ts'
import type { Assets } from '#src/http/static-files.ts'
import { visitOf } from '#src/http/visit-of.ts'
import { keepKnownDevice, newDeviceToken } from '#src/identity/entry/known-device.ts'
import type { Passwords } from '#src/identity/passwords.ts'
import { resolveSession, type SessionLookup, type Visit } from '#src/identity/sessions.ts'
import type { Db } from '#src/store/database.ts'
import type { JobQueue } from '#src/store/queue/queue.ts'
import { randomBytes, type Vault } from '#src/vault/vault.ts'
import { isLocale, type Locale } from '#src/words/locale.ts'
import { type Words, words } from '#src/words/words.ts'
import { readDeviceCookie, readSessionCookie, writeDeviceCookie } from './session-cookie.ts'

export type WebLog = {
  readonly info: (details: object, message: string) => void
  readonly warn: (details: object, message: string) => void
  readonly error: (details: object, message: string) => void
}

/** What the portal is made of; `createWeb` completes it. */
export type Web = {
  readonly db: Db
  readonly config: Config
  /** Wall time: sessions, codes, waiting times. */
  readonly clock: Clock
  /** By which money is dated; a demo moves it (decision 0020). */
  readonly moneyClock: Clock
  readonly newId: NewId
  readonly vault: Vault
  readonly queue: JobQueue
  readonly assets: Assets
  readonly log: WebLog
  readonly passwords: Passwords
  /** The lender's service of breached passwords, where it names one. */
  readonly isBreached?: IsBreached | undefined
  /** Where customers pay by card; null: nobody can. */
  readonly card: CardProcessor | null
  /** What prints papers, and where their bytes are kept. */
  readonly papers: { readonly printer: Printer; readonly files: Files }
  /** How many proxies of ours stand before this process and add to X-Forwarded-For. */
  readonly proxyHops: number
}

export type Theme = 'system' | 'light' | 'dark'

export type WebEnv = {
  Bindings: Partial<HttpBindings> & {
    /** Of the request that a held form is sent from: both are one to the audit and to the page. */
    same?: { readonly requestId: string; readonly nonce: string }
  }
  Variables: {
    web: Web
    requestId: string
    nonce: string
    visit: Visit
    lookup: SessionLookup
    locale: Locale
    words: Words
    theme: Theme
    /** Another site to which the form of this page leads; nothing else may. */
    formTarget?: string
    /** Of bytes that did not come from us. */
    isSandboxed?: boolean
    form: PostedForm
  }
}

export type WebContext = Context<WebEnv>

/** GET says how long the session of this browser lasts; POST goes on. */
export const SESSION_PATH = '/session'

export const languageCookie = '__Host-kt-language'
export const themeCookie = '__Host-kt-theme'

/** Comes before everything: whatever goes wrong later can be named by its reference number. */
export function identifyRequest(web: Web): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const same = c.env?.same
    const requestId = same?.requestId ?? web.newId()
    c.set('web', web)
    c.set('requestId', requestId)
    c.set('nonce', same?.nonce ?? randomBytes(16).toString('base64'))
    c.set('lookup', { state: 'none' })
    speak(c, languageOf(c, null))
    c.set('theme', themeOf(c, null))
    c.header('Request-Id', requestId)
    await next()
  }
}

export function resolveVisitor(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const visit = {
      requestId: c.get('requestId'),
      ...visitOf(c, c.get('web').proxyHops),
      deviceToken: readDeviceCookie(c),
    }
    c.set('visit', visit)
    // Asking how long a session lasts makes none last longer.
    const as = isSafeMethod(c) && c.req.path === SESSION_PATH ? 'look' : 'visit'
    const lookup = await resolveSession(identityDeps(c), readSessionCookie(c), as)
    c.set('lookup', lookup)
    if (lookup.state === 'open' && lookup.session.kind !== 'visitor') {
      speak(c, languageOf(c, lookup.session.locale))
      c.set('theme', themeOf(c, lookup.session.theme))
    }
    const session = lookup.state === 'open' ? lookup.session : null
    if (session?.kind === 'signedIn' && !session.shared && !visit.deviceToken)
      await makeKnown(c, session.loginId, visit)
    await next()
  }
}

/** Once for each browser: from now on it brings the cookie. */
async function makeKnown(c: WebContext, loginId: string, visit: Visit): Promise<void> {
  const { db, newId, clock } = c.get('web')
  const token = newDeviceToken()
  const seen = { loginId, token, visit, at: clock.now() }
  await keepKnownDevice({ db, newId }, seen)
  writeDeviceCookie(c, token)
}

/** The visit of a browser that brings the cookie from now on, where it has none yet. */
export function visitToKnow(c: WebContext): Visit {
  const visit = c.get('visit')
  if (visit.deviceToken) return visit
  const deviceToken = newDeviceToken()
  writeDeviceCookie(c, deviceToken)
  return { ...visit, deviceToken }
}

/** What identity needs of the request's surroundings. */
export function identityDeps(c: WebContext) {
  const { db, vault, queue, clock, newId, passwords, config, isBreached } = c.get('web')
  const { session: limits, lender, portalOrigin, failuresPerMinute } = config
  const lenderName = lender.name
  const shared = { db, vault, queue, clock, newId, passwords }
  return { ...shared, limits, failuresPerMinute, lenderName, portalOrigin, isBreached }
}

function speak(c: WebContext, locale: Locale): void {
  c.set('locale', locale)
  c.set('words', words(locale))
}

/**
 * Asked for in the address, chosen in this browser, kept with the login, or what the browser asks
 * for.
 */
function languageOf(c: WebContext, kept: string | null): Locale {
  const wanted = [c.req.query('lang'), getCookie(c, languageCookie), kept]
  const chosen = wanted.find((text) => text !== undefined && text !== null && isLocale(text))
  return (chosen as Locale | undefined) ?? acceptedLanguage(c.req.header('accept-language') ?? '')
}

function themeOf(c: WebContext, kept: Theme | null): Theme {
  const chosen = getCookie(c, themeCookie) ?? kept
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}
