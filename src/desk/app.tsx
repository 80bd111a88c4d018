// The staff desk on its own host and port. Until staff can sign in it tells that it answers, and
// shows no data.
import { type Handler, Hono } from 'hono'
import { renderToString } from 'preact-render-to-string'
import type { Clock } from '#src/domain/clock.ts'
import { type Db, isAnswering } from '#src/store/database.ts'
import type { AssetName } from '#src/ui/document.tsx'
import { words } from '#src/words/words.ts'
import { StatusPage } from './status-page.tsx'

export type DeskDeps = {
  readonly db: Db
  readonly clock: Clock
  readonly lenderName: string
  readonly assets: (name: AssetName) => string
  /** Answers for a built file under /assets. */
  readonly serveAsset: Handler
}

const HEADERS = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; " +
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** The desk as a function of what it needs. */
export function createDesk(deps: DeskDeps): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
  })
  app.get('/assets/:file', deps.serveAsset)
  app.get('/', async (c) => {
    const database = (await isAnswering(deps.db)) ? 'answers' : 'silent'
    const { lenderName, assets, clock } = deps
    const desk = words('en').desk
    const page = <StatusPage {...{ lenderName, assets, database }} words={desk} at={clock.now()} />
    c.header('cache-control', 'no-store')
    return c.html(`<!doctype html>${renderToString(page)}`, database === 'answers' ? 200 : 503)
  })
  app.notFound((c) => c.text(words('en').desk.notFound, 404))
  return app
}
