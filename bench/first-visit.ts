// What a browser that was never here has to fetch before it can show the sign-in page: HTML and
// styles, compressed. The limit is what one round trip of a new connection carries.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert } from '#src/domain/assert.ts'
import { assetsFolder, openPortal, type Portal } from './support/portal.ts'
import { atMost, type Result, resultOf } from './support/result.ts'
import { openBook, type World } from './support/world.ts'

/** Ten segments fit into the first round trip (RFC 6928): 14 kB in round numbers. */
const ONE_ROUND_TRIP = 14_000
const LARGEST_FONT = 50_000

export async function firstVisit(world: World): Promise<Result[]> {
  const book = await openBook(world)
  try {
    const portal = openPortal(book.ctx)
    const page = await fetched(portal, '/sign-in')
    const html = page.body.toString('utf8')
    const styles = await Promise.all(linked(html, STYLESHEET).map((path) => fetched(portal, path)))
    const scripts = await Promise.all(linked(html, SCRIPT).map((path) => fetched(portal, path)))
    const bytes = [page, ...styles].reduce((total, { sent }) => total + sent, 0)
    return [
      resultOf({
        job: 'first visit to sign-in',
        unit: 'bytes of HTML and styles',
        ours: [bytes],
        limit: { what: 'one round trip of a new connection', values: [ONE_ROUND_TRIP] },
        cpuMsPerOperation: null,
        peakMemoryMb: null,
        scale: 'as Chromium asks for it',
        goal: { is: 'atMost', ratio: 1 },
        checks: [atMost('bytes of the largest font', largestFont(), LARGEST_FONT)],
        notes: {
          'bytes of HTML': String(page.sent),
          'bytes of styles': String(bytes - page.sent),
          'bytes of scripts, none of them needed': String(
            scripts.reduce((total, { sent }) => total + sent, 0),
          ),
        },
      }),
    ]
  } finally {
    await book.drop()
  }
}

const STYLESHEET = /<link rel="stylesheet" href="([^"]+)"/g
const SCRIPT = /<script[^>]* src="([^"]+)"/g

function linked(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].flatMap(([, path]) => (path === undefined ? [] : [path]))
}

/** The bytes that were sent for it, and what they hold. */
async function fetched(portal: Portal, path: string): Promise<{ sent: number; body: Buffer }> {
  const ask = async (encoding: string) => {
    const response = await portal.request(path, { headers: { 'accept-encoding': encoding } })
    assert(response.status === 200, `${path} is there`)
    return Buffer.from(await response.arrayBuffer())
  }
  const compressed = await ask('gzip, deflate, br, zstd')
  return { sent: compressed.length, body: await ask('identity') }
}

function largestFont(): number {
  const fonts = readdirSync(assetsFolder).filter((name) => name.endsWith('.woff2'))
  return Math.max(...fonts.map((name) => readFileSync(join(assetsFolder, name)).length))
}
