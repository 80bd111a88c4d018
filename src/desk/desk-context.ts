// What every request at the desk carries: its reference number, a nonce, who is asking, the
// language.
import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import type { Config } from '#src/config.ts'
import { dateInZone } from '#src/domain/calendar.ts'
import type { Clock, NewId } from '#src/domain/clock.ts'
import type { CheckPdf } from '#src/formats/attached/check-pdf.ts'
import type { Printer } from '#src/formats/documents/printer.ts'
import type { Files } from '#src/gateways/files.ts'
import type { SingleSignOn } from '#src/gateways/single-sign-on.ts'
import { acceptedLanguage } from '#src/http/accepted-language.ts'
import type { PostedForm } from '#src/http/form.ts'
import { isSafeMethod } from '#src/http/form-guard.ts'
import { hostCookie } from '#src/http/host-cookie.ts'
import type { Assets } from '#src/http/static-files.ts'
import { visitOf } from '#src/http/visit-of.ts'
import type { AssistDeps } from '#src/identity/assistance/customer.ts'
import type { Visit } from '#src/identity/sessions.ts'
import {
  type DeskLookup,
  resolveStaffSession,
  type StaffDeps,
} from '#src/identity/staff/staff-sessions.ts'
import type { Db } from '#src/store/database.ts'
import type { JobQueue } from '#src/store/queue/queue.ts'
import { randomBytes, type Vault } from '#src/vault/vault.ts'
import { formatDate, formatMoment, formatTime } from '#src/words/format.ts'
import type { Locale } from '#src/words/locale.ts'
import { type Words, words } from '#src/words/words.ts'

type Write = (details: object, message: string) => void

/** What the desk is made of. */
export type Desk = {
  readonly db: Db
  readonly config: Config
  /** Wall time: sessions, links, waiting times. */
  readonly clock: Clock
  /** By which money is dated; a demo moves it (decision 0020). */
  readonly moneyClock: Clock
  readonly newId: NewId
  readonly vault: Vault
  readonly queue: JobQueue
  readonly assets: Assets
  /** What prints papers, where their bytes are kept, what looks through one to be attached. */
  readonly papers: {
    readonly printer: Printer
    readonly files: Files
    readonly checkPdf: CheckPdf
  }
  readonly log: { readonly info: Write; readonly warn: Write; readonly error: Write }
  /** Null: this lender has none. */
  readonly singleSignOn: SingleSignOn | null
  readonly proxyHops: number
}

export type DeskEnv = {
  Bindings: Partial<HttpBindings>
  Variables: {
    desk: Desk
    requestId: string
    nonce: string
    visit: Visit
    lookup: DeskLookup
    locale: Locale
    words: Words
    /** Of bytes that did not come from us. */
    isSandboxed?: boolean
    form: PostedForm
  }
}

export type DeskContext = Context<DeskEnv>

/** GET says how long the session of this browser lasts; POST goes on. */
export const DESK_SESSION_PATH = '/session'

/** Its own name, so that neither host takes the other's for its own. */
export const deskCookie = hostCookie('__Host-kt-desk')

/** Comes before everything: whatever goes wrong later can be named by its reference number. */
export function identifyDeskRequest(desk: Desk): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const requestId = desk.newId()
    const locale = acceptedLanguage(c.req.header('accept-language') ?? '')
    c.set('desk', desk)
    c.set('requestId', requestId)
    c.set('nonce', randomBytes(16).toString('base64'))
    c.set('visit', { requestId, ...visitOf(c, desk.proxyHops) })
    c.set('lookup', { state: 'none' })
    c.set('locale', locale)
    c.set('words', words(locale))
    c.header('Request-Id', requestId)
    await next()
  }
}

export function resolveStaff(): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    // Asking how long a session lasts makes none last longer.
    const as = isSafeMethod(c) && c.req.path === DESK_SESSION_PATH ? 'look' : 'visit'
    c.set('lookup', await resolveStaffSession(staffDeps(c), deskCookie.read(c), as))
    await next()
  }
}

/** What identity needs of the request's surroundings. */
export function staffDeps(c: DeskContext): StaffDeps {
  const { db, vault, clock, newId, config } = c.get('desk')
  const { deskSession: limits, deskOrigin, lender } = config
  return { db, vault, clock, newId, limits, deskOrigin, lenderName: lender.name }
}

/** The same for what staff do about a customer. */
export function assistDeps(c: DeskContext): AssistDeps {
  return { ...staffDeps(c), queue: c.get('desk').queue }
}

/** Moments as the person who asks reads them, in the lender's time zone. */
export function momentsFor(c: DeskContext) {
  const { config, clock } = c.get('desk')
  const at = { zone: config.lender.timeZone, locale: c.get('locale'), now: clock.now() }
  return {
    moment: (instant: string) => formatMoment(instant, at),
    time: (instant: string) => formatTime(instant, at),
    day: (instant: string) => formatDate(dateInZone(instant, at.zone), at.locale, 'shortDated'),
  }
}
