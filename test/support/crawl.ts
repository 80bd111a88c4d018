// Follows every link of the site as one person, without a browser: what a page says and where it
// leads.
import type { Browser } from './portal.ts'

export type CrawledPage = {
  readonly path: string
  readonly status: number
  /** The path with ids and numbers of its own left out. */
  readonly kind: string
  /** Empty for a file. */
  readonly html: string
  readonly type: string
}

export type Crawl = {
  readonly pages: readonly CrawledPage[]
  /** Links that lead away from the site. */
  readonly elsewhere: readonly string[]
}

/**
 * How many addresses are looked at that differ only in the values of their query, such as the days
 * of a calendar.
 */
const MOST_QUERIES = 2

/** From the given paths on. `leaves` holds back links that would change who or how is asking. */
export async function crawl(
  visitor: Browser,
  from: readonly string[],
  leaves: (path: string) => boolean = () => false,
): Promise<Crawl> {
  const waiting = [...from]
  const known = new Set(waiting)
  const queries = new Map<string, number>()
  const pages: CrawledPage[] = []
  const elsewhere = new Set<string>()
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const page = await ask(visitor, path)
    pages.push(page)
    for (const link of page.links) {
      if (!link.startsWith('/')) elsewhere.add(link)
      else if (!known.has(link) && !leaves(link) && isWanted(link, queries)) {
        known.add(link)
        waiting.push(link)
      }
    }
  }
  return { pages, elsewhere: [...elsewhere] }
}

function isWanted(link: string, queries: Map<string, number>): boolean {
  const { pathname, search, searchParams } = new URL(link, 'http://site')
  if (search === '') return true
  const key = `${kindOf(pathname)}?${[...searchParams.keys()].sort().join('&')}`
  const seen = queries.get(key) ?? 0
  queries.set(key, seen + 1)
  return seen < MOST_QUERIES
}

async function ask(visitor: Browser, path: string): Promise<CrawledPage & { links: string[] }> {
  const { status, headers, text } = await visitor.get(path)
  const type = (headers.get('content-type') ?? '').split(';')[0] ?? ''
  const html = type === 'text/html' ? text : ''
  const target = headers.get('location')
  const links = target === null ? linksOf(html, path) : [withoutHash(target, path)]
  return { path, status, kind: kindOf(path), html, type, links }
}

export function linksOf(html: string, path: string): string[] {
  const found = [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)]
  const links = found.map(([, href = '']) => withoutHash(decoded(href), path))
  return [...new Set(links)].filter((link) => !/^(mailto|tel):/.test(link))
}

/** Ids that links of this page point at within it. */
export function anchorsOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="#([^"]+)"/g)].map(([, id = '']) => decoded(id))
}

function withoutHash(href: string, path: string): string {
  const base = 'http://site'
  const url = new URL(href, `${base}${path}`)
  return url.origin === base ? url.pathname + url.search : url.href
}

function decoded(attribute: string): string {
  return attribute.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}

function kindOf(path: string): string {
  const { pathname } = new URL(path, 'http://site')
  return pathname.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':id')
}
