// The portal over a test database, and a browser that keeps cookies and sends forms as a page of
// ours does.
import { resolve } from 'node:path'
import { type Config, readConfig } from '#src/config.ts'
import { stripeCard } from '#src/gateways/cards/stripe-card.ts'
import { loadAssets } from '#src/http/static-files.ts'
import type { LenderFile } from '#src/lender-file.ts'
import { openQueue } from '#src/store/queue/queue.ts'
import { createWeb } from '#src/web/app.tsx'
import type { WebLog } from '#src/web/request-context.ts'
import { type MigratedDatabase, newTestId } from './database.ts'
import type { MovableClock } from './identity-world.ts'
import { testPapers } from './papers.ts'

export type Logged = { readonly level: string; readonly details: object; readonly message: string }

export type Portal = {
  /** Where its own pages send forms from, unless it is the portal's. */
  readonly origin?: string
  readonly config: Config
  readonly lines: Logged[]
  /** Of a portal: what prints its papers and keeps their bytes. */
  readonly papers?: ReturnType<typeof testPapers>
  /** A built file's address. */
  readonly assetPath: string
  readonly close: () => Promise<void>
  readonly request: ReturnType<typeof createWeb>['request']
}

/** With a log of the test's own, `lines` stays empty; `lender` changes what its file says. */
export async function openPortal(
  database: MigratedDatabase,
  clock: MovableClock,
  ownLog?: WebLog,
  lender: Partial<LenderFile> = {},
  settings: Readonly<Record<string, string>> = {},
): Promise<Portal> {
  const read = readConfig(settings)
  const config = { ...read, lender: { ...read.lender, ...lender } }
  const lines: Logged[] = []
  const line = (level: string) => (details: object, message: string) => {
    lines.push({ level, details, message })
  }
  const log = ownLog ?? { info: line('info'), warn: line('warn'), error: line('error') }
  const assets = loadAssets(resolve(import.meta.dirname, '../../build/assets'))
  const queue = await openQueue(database.db)
  const { db, vault } = database
  // Where no processor of cards listens.
  const nowhere = 'http://localhost:9'
  const secrets = { secretKey: 'sk_test_none', eventSecret: 'whsec_none' }
  const card = stripeCard({ apiUrl: nowhere, pageOrigin: nowhere, ...secrets })
  const papers = testPapers()
  const deps = { db, vault, queue, config, clock, newId: newTestId, assets, log, card, papers }
  const app = createWeb(deps)
  return {
    config,
    lines,
    papers,
    assetPath: assets.url('theme.css'),
    close: () => queue.close(),
    request: app.request.bind(app) as Portal['request'],
  }
}

export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string }

export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #portal: Portal
  readonly #address: string

  constructor(portal: Portal, address = '192.0.2.1') {
    this.#portal = portal
    this.#address = address
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { headers })
  }

  /** Sends the fields with those that the page at `from` hides, as pressing its button would. */
  async submit(path: string, fields: Record<string, string>, from = path): Promise<Answer> {
    return this.post(path, { ...hiddenOf((await this.get(from)).text), ...fields })
  }

  post(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const kind = { 'content-type': 'application/x-www-form-urlencoded' }
    const origin = this.#portal.origin ?? this.#portal.config.portalOrigin
    const own = { origin, 'sec-fetch-site': 'same-origin' }
    const body = new URLSearchParams(fields).toString()
    return this.send(path, { method: 'POST', body, headers: { ...kind, ...own, ...headers } })
  }

  async send(
    path: string,
    init: RequestInit & { headers: Record<string, string> },
  ): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(cookie && { cookie }), ...init.headers }
    const incoming = { socket: { remoteAddress: this.#address } }
    const response = await this.#portal.request(path, { ...init, headers }, { incoming })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ')
    const [name = '', value = ''] = pair.split('=')
    if (attributes.includes('Max-Age=0')) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}

/** The hidden fields of the last form on the page that has a token. */
export function hiddenOf(html: string): Record<string, string> {
  const found = html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"\/>/g)
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]))
}
