// The real portal on a loopback port, over a database of its own that holds the demo's people on a
// fixed day.
import { randomUUIDv7 } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { book } from '#seeds/book.ts'
import { DEMO_PASSWORD, plantStories } from '#seeds/plant.ts'
import type { Story } from '#seeds/story.ts'
import { readConfig } from '#src/config.ts'
import { startDemoProcessor } from '#src/demo/cards/demo-processor.ts'
import { date } from '#src/domain/calendar.ts'
import { bankFolder } from '#src/gateways/bank-folder.ts'
import { stripeCard } from '#src/gateways/cards/stripe-card.ts'
import { loadAssets } from '#src/http/static-files.ts'
import { startWorker, type Worker } from '#src/jobs/worker.ts'
import type { LenderFile } from '#src/lender-file.ts'
import { openFirstBusinessDay } from '#src/servicing/business-day.ts'
import type { ServicingContext } from '#src/servicing/context.ts'
import type { Db } from '#src/store/database.ts'
import { openQueue } from '#src/store/queue/queue.ts'
import { createWeb, type WebDeps } from '#src/web/app.tsx'
import { type Kept, keptMessages } from './codes.ts'
import { testDatabase } from './database.ts'
import { type MovableClock, movableClock } from './identity-world.ts'
import { testPapers } from './papers.ts'
import type { Logged, Portal } from './portal.ts'

export const PORTAL_DAY = date('2026-11-24')
export const PASSWORD = DEMO_PASSWORD

export type ServedPortal = Portal & {
  readonly origin: string
  /** Of the demo's card processor, which runs beside it. */
  readonly cardsOrigin: string
  readonly clock: MovableClock
  readonly db: Db
  readonly ctx: ServicingContext
  readonly stories: readonly Story[]
  /**
   * Another portal over the same book, for what must be different about it; asked without a socket.
   */
  readonly webWith: (other: Partial<WebDeps>) => ReturnType<typeof createWeb>
  /** What the portal logged as warning or error since the last call. */
  readonly takeLog: () => readonly Logged[]
  /** What the worker sent out of the portal. */
  readonly messages: readonly Kept[]
  /** The real worker, on the same book; stop it before `close`. */
  readonly startWorker: () => Promise<Worker>
}

/**
 * At 11:48 am ET of that Tuesday, unless the test moves the clock. `accounts` picks stories by
 * account number; all when left out. `settings` as in the
 * environment; `lender` changes what its file says.
 */
export async function servePortal(
  accounts?: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  lender: Partial<LenderFile> = {},
): Promise<ServedPortal> {
  const database = await testDatabase()
  const { db, vault } = database
  const queue = await openQueue(db)
  const { server, port } = await listen((request, bindings) => web.fetch(request, bindings))
  const read = readConfig({ PORT: String(port), ...settings })
  const config = { ...read, lender: { ...read.lender, ...lender } }
  const clock = movableClock('2026-11-24T16:48:00.000Z')
  const shared = { db, vault, queue, clock, newId: randomUUIDv7 }
  const ctx = { ...shared, lender: config.lender, requestId: 'test' }
  const stories = await plantBook(ctx, accounts)
  const assets = loadAssets(resolve(import.meta.dirname, '../../build/assets'))
  const { lines, log } = keptLog()
  const papers = testPapers()
  const deps: WebDeps = { ...shared, config, assets, log, papers }
  const cards = await serveCards(config.portalOrigin, clock)
  const web = createWeb({ ...deps, card: cards.card })
  const { messenger, messages } = keptMessages()
  const auditFolder = join(tmpdir(), `keyturn-audit-${randomUUIDv7()}`)
  const bank = bankFolder(join(tmpdir(), `keyturn-bank-${randomUUIDv7()}`))
  const { portalHost } = config.lender
  const wallClock = ctx.clock
  const delivery = { ...ctx, messenger, bank, wallClock, portalHost, auditFolder, ...papers }
  const worker = { databaseUrl: database.appUrl, role: null, context: () => delivery, log }
  const { timeZone } = config.lender
  return {
    config,
    lines,
    papers,
    assetPath: assets.url('theme.css'),
    request: web.request.bind(web) as Portal['request'],
    origin: config.portalOrigin,
    clock,
    db,
    ctx,
    stories,
    cardsOrigin: cards.card.pageOrigin,
    webWith: (other) => createWeb({ ...deps, ...other }),
    takeLog: () => lines.splice(0),
    messages,
    startWorker: () => startWorker({ ...worker, timeZone }),
    close: async () => {
      await cards.stop()
      await stop(server)
      await queue.close()
      await database.close()
    },
  }
}

async function serveCards(portalOrigin: string, clock: MovableClock) {
  const secrets = { secretKey: 'sk_test_served', eventSecret: 'whsec_served' }
  const { origin, stop } = await startDemoProcessor({
    ...secrets,
    ...{ port: 0, file: null, now: clock.now, eventUrl: `${portalOrigin}/card-events` },
  })
  return { stop, card: stripeCard({ ...secrets, apiUrl: origin, pageOrigin: origin }) }
}

async function plantBook(
  ctx: ServicingContext,
  accounts?: readonly string[],
): Promise<readonly Story[]> {
  const stories = book(PORTAL_DAY).filter(
    ({ record }) => !accounts || accounts.includes(record.accountNumber),
  )
  await openFirstBusinessDay(ctx)
  await plantStories(ctx, stories, PORTAL_DAY)
  return stories
}

function keptLog() {
  const lines: Logged[] = []
  const keep = (level: string) => (details: object, message: string) => {
    lines.push({ level, details, message })
  }
  return { lines, log: { info: () => undefined, warn: keep('warn'), error: keep('error') } }
}

type Fetch = Parameters<typeof serve>[0]['fetch']

/** On a free port: a page's origin is part of the portal's settings, so the port is known first. */
function listen(fetch: Fetch): Promise<{ server: ServerType; port: number }> {
  return new Promise((settle, fail) => {
    const server = serve({ fetch, port: 0, hostname: 'localhost' }, ({ port }) =>
      settle({ server, port }),
    )
    server.once('error', fail)
  })
}

function stop(server: ServerType): Promise<void> {
  return new Promise((settle) => {
    server.close(() => settle())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
