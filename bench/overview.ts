// GET /accounts/:id by people who are signed in, over HTTP. The limit is node:http that asks the
// same questions of bare pg and sends the same bytes, without deciding anything.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import pg from 'pg'
import { assert } from '#src/domain/assert.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import type { ServicingContext } from '#src/servicing/context.ts'
import { type Load, type Request, startLoad } from './support/load.ts'
import { interleaved, type Measured, measured, ofOurProcess } from './support/measure.ts'
import { openPortal, type Portal, peopleWithLogins, signedInCookie } from './support/portal.ts'
import { atMost, median, type Result, resultOf } from './support/result.ts'
import {
  countStatements,
  recorded,
  replayInOrder,
  type Statement,
} from './support/statement-record.ts'
import { percentile } from './support/streams.ts'
import { CONNECTIONS, openBook, type World } from './support/world.ts'

const SIZES = {
  full: { people: 200, requests: 6000 },
  quick: { people: 20, requests: 160 },
} as const

/** What a browser says it understands; without it, the same page uncompressed. */
const ACCEPTED = { compressed: 'gzip, deflate, br, zstd', plain: 'identity' } as const

export async function overview(world: World): Promise<Result[]> {
  const book = await openBook(world)
  const load = startLoad()
  try {
    const { ctx } = book
    const visits = await signedIn(ctx, SIZES[world.scale].people)
    const portal = openPortal(ctx)
    const of = { world, portal, visits, load, databaseUrl: book.database.urls.app }
    return [await job(of, 'compressed'), await job(of, 'plain')]
  } finally {
    load.end()
    await book.drop()
  }
}

type Visit = { readonly path: string; readonly cookie: string }

async function signedIn(ctx: ServicingContext, count: number): Promise<Visit[]> {
  const today = await businessDay(ctx.db)
  const owners = await peopleWithLogins(ctx, { count, today, password: 'not used' })
  const visits: Visit[] = []
  for (const { accountId, loginId } of owners)
    visits.push({ path: `/accounts/${accountId}`, cookie: await signedInCookie(ctx, loginId) })
  return visits
}

type Setting = {
  readonly world: World
  readonly portal: Portal
  readonly visits: readonly Visit[]
  readonly load: Load
  readonly databaseUrl: string
}

async function job(of: Setting, form: keyof typeof ACCEPTED): Promise<Result> {
  const { requests, people } = SIZES[of.world.scale]
  const headers = { 'accept-encoding': ACCEPTED[form], host: 'localhost:3000' }
  const asked = of.visits.map(({ path, cookie }) => ({ path, headers: { ...headers, cookie } }))
  const answers = await recordAnswers(of.portal, asked)
  const ours = await listen(serveOurs(of.portal))
  const limit = await listen(serveRecorded(of.databaseUrl, answers))
  const run = ({ port }: Listening) => timed(of.load, { port, asked, requests })
  const runs = await interleaved(
    () => run(ours),
    () => run(limit),
  )
  await Promise.all([ours.close(), limit.close()])
  const statements = Math.max(
    ...answers.values().map((answer) => countStatements(answer.statements)),
  )
  const bytes = Math.max(...answers.values().map(({ body }) => body.length))
  return resultOf({
    job: form === 'compressed' ? 'account overview' : 'account overview, not compressed',
    unit: 'pages per second',
    ours: runs.ours.map(({ perSecond }) => perSecond),
    limit: {
      what: 'node:http sending the same bytes after the same statements on bare pg',
      values: runs.limit.map(({ perSecond }) => perSecond),
    },
    ...ofOurProcess(runs.ours),
    scale: `${requests} pages of ${people} accounts of 25 events, ${CONNECTIONS} connections`,
    goal: { is: 'atLeast', ratio: 0.3 },
    checks: [
      atMost('statements with the session', statements, 6),
      atMost('p99 ms', median(runs.ours.map(({ p99Ms }) => p99Ms)), 40),
    ],
    notes: { 'bytes of a page': String(bytes) },
  })
}

type Timed = Measured & { readonly p99Ms: number }

async function timed(
  load: Load,
  of: { port: number; asked: readonly Request[]; requests: number },
): Promise<Timed> {
  const order = { port: of.port, requests: of.asked, connections: CONNECTIONS }
  await load.run({ ...order, count: Math.ceil(of.requests / 5) })
  let latencies: readonly number[] = []
  const result = await measured(of.requests, async () => {
    const answer = await load.run({ ...order, count: of.requests })
    assert(answer.failures === 0, 'every page of the bench is answered')
    latencies = answer.latenciesMs
  })
  return { ...result, p99Ms: percentile(latencies, 0.99) }
}

type RecordedAnswer = {
  readonly statements: readonly Statement[]
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Each page once, with the statements that it took, by its cookie. */
async function recordAnswers(
  portal: Portal,
  asked: readonly Request[],
): Promise<Map<string, RecordedAnswer>> {
  const answers = new Map<string, RecordedAnswer>()
  for (const { path, headers } of asked) {
    const { value, statements } = await recorded(async () => {
      const response = await portal.request(path, { headers })
      assert(response.status === 200, `${path} is a page, not ${response.status}`)
      const body = Buffer.from(await response.arrayBuffer())
      return { body, headers: Object.fromEntries(response.headers) }
    })
    answers.set(headers.cookie ?? '', { ...value, statements })
  }
  return answers
}

type Listening = { readonly port: number; readonly close: () => Promise<void> }
type Server = {
  readonly server: ReturnType<typeof createServer>
  readonly end: () => Promise<void>
}

function serveOurs(portal: Portal): Server {
  const server = createServer()
  server.on('request', getRequestListener(portal.fetch))
  return { server, end: async () => undefined }
}

function serveRecorded(databaseUrl: string, answers: ReadonlyMap<string, RecordedAnswer>): Server {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS })
  const server = createServer(async (request, response) => {
    const answer = answers.get(request.headers.cookie ?? '')
    if (!answer) return response.writeHead(404).end()
    const client = await pool.connect()
    await replayInOrder(client, answer.statements)
    client.release()
    response.writeHead(200, answer.headers).end(answer.body)
  })
  return { server, end: () => pool.end() }
}

function listen({ server, end }: Server): Promise<Listening> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      const close = async () => {
        await new Promise((closed) => {
          server.close(closed)
          server.closeAllConnections()
        })
        await end()
      }
      resolve({ port, close })
    })
  })
}
