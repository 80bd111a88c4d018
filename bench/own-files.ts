// What a customer takes along as one ZIP, while it is sent: the papers of a year, and a copy of
// everything. The limit reads the same files and counts their checksums. Memory must not grow with
// what is sent.
import { createHash, randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { assert } from '#src/domain/assert.ts'
import { addDays, type CivilDate, date } from '#src/domain/calendar.ts'
import type { Files } from '#src/gateways/files.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import type { Owner } from '#src/servicing/context.ts'
import { commonFacts } from '#src/servicing/documents/common-facts.ts'
import type { PaperContext } from '#src/servicing/documents/paper-context.ts'
import { canonicalJson } from '#src/store/canonical.ts'
import { insertDocument } from '#src/store/documents/documents.ts'
import { interleaved, type Measured, measured, ofOurProcess } from './support/measure.ts'
import {
  benchPapers,
  config,
  openPortal,
  type Portal,
  peopleWithLogins,
  signedInCookie,
} from './support/portal.ts'
import { atMost, type Result, resultOf } from './support/result.ts'
import { openBook, type World } from './support/world.ts'

/** A paper a day, each much larger than one that we print. */
const SIZES = {
  full: { papers: 360, megabytes: 2 },
  quick: { papers: 40, megabytes: 1 },
} as const
const YEAR = '2025'
const MOST_GROWTH_MB = 150

export async function ownFiles(world: World): Promise<Result[]> {
  const { papers, megabytes } = SIZES[world.scale]
  const book = await openBook(world)
  const own = benchPapers()
  const { files } = own
  try {
    const ctx = { ...book.ctx, ...own }
    const today = await businessDay(ctx.db)
    const [owner] = await peopleWithLogins(ctx, { count: 1, today, password: 'not used' })
    assert(owner, 'somebody has a login')
    const digests: Buffer[] = []
    for (let at = 0; at < papers; at += 1) {
      const bytes = randomBytes(megabytes * 1_000_000)
      const digest = createHash('sha256').update(bytes).digest()
      await files.put(digest, bytes)
      await keep(ctx, owner, { digest, on: addDays(date(`${YEAR}-01-01`), at), size: bytes.length })
      digests.push(digest)
    }
    const portal = openPortal(ctx, ctx.clock, own)
    const cookie = await signedInCookie(ctx, owner.loginId)
    const of = { portal, cookie, base: `/accounts/${owner.accountId}` }
    const total = papers * megabytes
    const ways = { 'papers of a year as ZIP': yearZip, 'everything as ZIP': everythingZip }
    const results: Result[] = []
    for (const [job, ask] of Object.entries(ways))
      results.push(await measuredZip({ job, total, papers, digests, files, ask: () => ask(of) }))
    return results
  } finally {
    await rm(own.folder, { recursive: true, force: true })
    await book.drop()
  }
}

type Asked = { readonly portal: Portal; readonly cookie: string; readonly base: string }

async function measuredZip(of: {
  job: string
  total: number
  papers: number
  digests: readonly Buffer[]
  files: Files
  ask: () => Promise<Response>
}): Promise<Result> {
  const growths: number[] = []
  const taken = async (): Promise<Measured> => {
    globalThis.gc?.()
    const before = process.memoryUsage.rss() / 1_000_000
    const run = await measured(of.total, async () => {
      const bytes = await drain(await of.ask())
      assert(bytes > of.total * 1_000_000, 'every paper is in it')
    })
    growths.push(run.peakMemoryMb - before)
    return run
  }
  const runs = await interleaved(taken, () => measured(of.total, () => checksums(of)))
  return resultOf({
    job: of.job,
    unit: 'MB per second',
    ours: runs.ours.map(({ perSecond }) => perSecond),
    limit: {
      what: 'the same files read one by one, with their checksums',
      values: runs.limit.map(({ perSecond }) => perSecond),
    },
    ...ofOurProcess(runs.ours),
    scale: `${of.papers} papers, ${of.total} MB`,
    // The library counts checksums itself; what matters is that memory stays.
    goal: { is: 'atLeast', ratio: 0.1 },
    checks: [atMost('memory above the start, MB', Math.max(...growths), MOST_GROWTH_MB)],
  })
}

async function checksums(of: { digests: readonly Buffer[]; files: Files }): Promise<void> {
  for (const digest of of.digests) crc32(await of.files.get(digest))
}

/** As a browser takes it, and keeps nothing. */
async function drain(response: Response): Promise<number> {
  assert(response.status === 200 && response.body, `answered with ${response.status}`)
  let bytes = 0
  for await (const chunk of response.body) bytes += chunk.length
  return bytes
}

async function yearZip({ portal, cookie, base }: Asked): Promise<Response> {
  return portal.request(`${base}/documents/years/${YEAR}`, { headers: { cookie } })
}

async function everythingZip({ portal, cookie, base }: Asked): Promise<Response> {
  const path = `${base}/data/everything`
  const page = await (await portal.request(path, { headers: { cookie } })).text()
  const fields = [...page.matchAll(/name="(token|key)" value="([^"]*)"/g)]
  const body = new URLSearchParams(fields.map(([, name = '', value = '']) => [name, value]))
  const headers = {
    cookie,
    'content-type': 'application/x-www-form-urlencoded',
    origin: config.portalOrigin,
    'sec-fetch-site': 'same-origin',
  }
  return portal.request(path, { method: 'POST', headers, body: body.toString() })
}

/** A row as one of a receipt, with bytes of its own. */
async function keep(
  ctx: PaperContext,
  owner: Owner,
  of: { readonly digest: Buffer; readonly on: CivilDate; readonly size: number },
): Promise<void> {
  const { accountId } = owner
  const written = { locale: 'en', writtenOn: of.on } as const
  const common = await commonFacts(ctx, owner, written)
  const text = canonicalJson({ ...common, kind: 'receipt', on: of.on, amount: 51_255 })
  await ctx.db.transaction().execute((tx) =>
    insertDocument(tx, ctx.vault, {
      ...{ accountId, id: common.id, kind: 'receipt', subject: ctx.newId(), locale: 'en' },
      ...{
        obligorId: null,
        onDate: of.on,
        correction: 0,
        facts: text,
        signature: ctx.vault.sign(text),
      },
      ...{ code: common.code, digest: of.digest, size: of.size, createdAt: common.madeAt },
    }),
  )
}
