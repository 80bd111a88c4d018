// Built files under names that carry their hash: kept for a year, sent compressed as they were
// built.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Handler } from 'hono'
import type { AssetName } from '#src/ui/document.tsx'

export type Assets = {
  /** "theme.css" to "/assets/theme-1a2b3c.css". */
  readonly url: (name: AssetName) => string
  readonly find: (fileName: string) => StaticFile | undefined
}

type StaticFile = {
  readonly kind: string
  readonly bodies: Readonly<Partial<Record<Encoding, Uint8Array<ArrayBuffer>>>>
}

type Encoding = 'br' | 'gzip' | 'identity'

const kinds: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

/**
 * Reads the folder once, at start; throws when it was not built. Nothing else on the disk can be
 * asked for.
 */
export function loadAssets(folder: string): Assets {
  const manifestFile = join(folder, 'manifest.json')
  if (!existsSync(manifestFile))
    throw new Error(`no built assets in ${folder}: run bin/build-assets.js`)
  const manifest: Readonly<Record<string, string>> = JSON.parse(readFileSync(manifestFile, 'utf8'))
  const files = new Map(
    readdirSync(folder)
      .filter((name) => Object.values(manifest).includes(name))
      .map((name) => [name, readFile(folder, name)]),
  )
  return {
    url: (name) => {
      const file = manifest[name]
      if (file === undefined) throw new Error(`no built asset ${name}`)
      return `/assets/${file}`
    },
    find: (name) => files.get(name),
  }
}

export function serveAssets(assets: Assets): Handler {
  return async (c, next) => {
    const file = assets.find(c.req.param('file') ?? '')
    if (!file) return next()
    const accepted = c.req.header('accept-encoding') ?? ''
    const wanted = (['br', 'gzip', 'identity'] as const).find(
      (encoding) =>
        file.bodies[encoding] && (encoding === 'identity' || accepts(accepted, encoding)),
    )
    const body = file.bodies[wanted ?? 'identity']
    c.header('Content-Type', file.kind)
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    c.header('Vary', 'Accept-Encoding')
    if (wanted && wanted !== 'identity') c.header('Content-Encoding', wanted)
    return c.body(body ?? '')
  }
}

function readFile(folder: string, name: string): StaticFile {
  const read = (file: string) =>
    existsSync(join(folder, file)) ? new Uint8Array(readFileSync(join(folder, file))) : undefined
  const found = { br: read(`${name}.br`), gzip: read(`${name}.gz`), identity: read(name) }
  const bodies = Object.fromEntries(Object.entries(found).filter(([, body]) => body))
  return { kind: kinds[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', bodies }
}

/** Whether an Accept-Encoding header asks for it by name (RFC 9110 12.5.3). */
export function accepts(header: string, encoding: string): boolean {
  return header
    .split(',')
    .map((part) => part.trim())
    .some((part) => part.split(';')[0] === encoding && !/;\s*q=0(\.0+)?$/.test(part))
}
