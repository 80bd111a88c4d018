// The house holds its shape: who may import what, how large a file may be, what a name may not be.
// See docs/ARCHITECTURE.md.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { test } from 'node:test'

const root = resolve(import.meta.dirname, '..')
const source = join(root, 'src')

/**
 * Rooms each room may import besides itself. Files beside the rooms (`main`, `config`) are named by
 * file.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  vault: [],
  gateways: [],
  words: ['domain'],
  store: ['domain', 'vault'],
  formats: ['domain', 'words', 'vault'],
  ui: ['domain', 'words'],
  islands: ['domain', 'ui', 'words'],
  identity: ['domain', 'store', 'vault'],
  servicing: ['domain', 'formats', 'store', 'gateways', 'vault', 'identity'],
  jobs: ['servicing', 'identity', 'store/queue'],
  http: ['identity', 'ui', 'words', 'domain', 'vault'],
  web: ['http', 'servicing', 'identity', 'ui', 'words', 'formats', 'store', 'domain', 'vault'],
  desk: ['http', 'servicing', 'identity', 'ui', 'words', 'formats', 'store', 'domain', 'vault'],
  demo: ['gateways', 'ui', 'words', 'store'],
  cli: [
    'main.ts',
    'parts.ts',
    'config.ts',
    'outside.ts',
    'places.ts',
    'vault',
    'servicing',
    'identity',
    'formats',
    'domain',
    'demo',
  ],
  'config.ts': ['environment.ts', 'lender-file.ts', 'outside-settings.ts', 'safe-transport.ts'],
  'outside-settings.ts': ['environment.ts'],
  'environment.ts': [],
  'listen.ts': ['config.ts'],
  'lender-file.ts': ['lender-bank.ts', 'lender-privacy.ts'],
  'lender-bank.ts': [],
  'lender-privacy.ts': ['domain'],
  'safe-transport.ts': [],
  'log.ts': ['redaction.ts'],
  'places.ts': ['config.ts', 'vault'],
  'parts.ts': [
    'main.ts',
    'listen.ts',
    'outside.ts',
    'places.ts',
    'web',
    'desk',
    'jobs',
    'http',
    'formats',
    'gateways',
  ],
  'may-open.ts': ['config.ts', 'domain', 'store'],
  'outside.ts': ['config.ts', 'gateways', 'ui'],
}

/** The subrooms of domain may import its top files and these. */
const DOMAIN_SUBROOMS: Readonly<Record<string, readonly string[]>> = {
  ledger: [],
  contract: [],
  regions: [],
  rules: ['ledger', 'contract', 'regions'],
  account: ['ledger', 'contract', 'regions', 'rules'],
  // What can be paid and what it would do: asked of an account, which knows nothing of it.
  paying: ['ledger', 'contract', 'regions', 'rules', 'account'],
  // What follows again and again from an account: it stands on it, and nothing of it knows it.
  // What staff ask for about money: the same way up.
  orders: ['ledger', 'contract', 'regions', 'rules', 'account'],
  autopay: ['ledger', 'contract', 'regions', 'rules', 'account', 'paying'],
}

/**
 * Files that put others together may import as many as they need, subrooms of their own room
 * included.
 */
const COMPOSERS = /(^|\/)(main|app|schedule|words|worker|start-embedded)\.tsx?$/

const MOST_IN_A_ROOM = 15
const MOST_IN_A_SUBROOM = 24

type Import = { readonly target: string; readonly isType: boolean }
type SourceFile = {
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
}

const files = readSource()

test('no room imports what is above it', () => {
  const wrong = each(({ path, imports }) => {
    const room = roomOf(path)
    if (room === 'main.ts') return imports.filter(({ target }) => /^(cli|demo)\//.test(target))
    return imports.filter(({ target, isType }) => !mayImport({ path, target, isType }))
  })
  assert.deepEqual(wrong, [])
})

test('nothing of the product imports seeds, tests or benches', () => {
  assert.deepEqual(
    each(({ imports }) => imports.filter(({ target }) => target.startsWith('..'))),
    [],
  )
})

test('the subrooms of domain stand on one another one way', () => {
  const wrong = files
    .filter(({ path }) => path.startsWith('domain/'))
    .flatMap(({ path, imports }) => {
      const own = subroomOf(path)
      const allowed = own === null ? [] : [own, ...(DOMAIN_SUBROOMS[own] ?? [])]
      return imports
        .map(({ target }) => subroomOf(target))
        .filter((other) => other !== null && !allowed.includes(other))
        .map((other) => `${path} imports ${other}`)
    })
  assert.deepEqual(wrong, [])
})

test('a file of a room never imports a subroom of it', () => {
  const wrong = each(({ path, imports }) => {
    if (COMPOSERS.test(path) || path.startsWith('domain/') || subroomOf(path) !== null) return []
    return imports.filter(
      ({ target }) => roomOf(target) === roomOf(path) && subroomOf(target) !== null,
    )
  })
  assert.deepEqual(wrong, [])
})

test('no circle of imports, of types either', () => {
  const edges = new Map(
    files.map(({ path, imports }) => [path, imports.map(({ target }) => target)]),
  )
  const state = new Map<string, 'open' | 'done'>()
  const circles: string[] = []
  const visit = (path: string, trail: readonly string[]) => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') return void circles.push([...trail, path].join(' -> '))
    state.set(path, 'open')
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of edges.keys()) visit(path, [])
  assert.deepEqual(circles, [])
})

test('domain is pure: no clock, no randomness, no process, no package but Temporal', () => {
  const forbidden = /Date\.now|new Date\(|Math\.random|\bprocess\.|\bfetch\(|from 'node:/
  const wrong = files
    .filter(({ path }) => path.startsWith('domain/'))
    .filter(
      ({ text }) =>
        forbidden.test(text) || packagesOf(text).some((name) => name !== 'temporal-polyfill'),
    )
  assert.deepEqual(paths(wrong), [])
})

test('transactions are opened by verbs alone', () => {
  const wrong = files.filter(
    ({ path, text }) => /\.transaction\(/.test(text) && !/^(servicing|identity)\//.test(path),
  )
  assert.deepEqual(paths(wrong), [])
})

test('names say something, and nothing is re-exported', () => {
  const empty = /^(index|utils?|helpers?|misc|common|types|routes)\.tsx?$/
  const wrong = files.filter(
    ({ path, text }) => empty.test(basename(path)) || /^export (\*|\{[^}]*\}) from/m.test(text),
  )
  assert.deepEqual(paths(wrong), [])
  const notKebab = files.filter(({ path }) => !/^[a-z0-9-]+\.(ts|tsx)$/.test(basename(path)))
  assert.deepEqual(paths(notKebab), [])
})

test('files, lines and imports stay small', () => {
  const long = files.filter(({ text, path }) => !isGenerated(path) && lines(text).length > 200)
  assert.deepEqual(paths(long), [])
  const wide = files.flatMap(({ path, text }) =>
    isGenerated(path)
      ? []
      : lines(text).flatMap((line, at) =>
          line.length > 100 && !isSentence(line) ? [`${path}:${at + 1}`] : [],
        ),
  )
  assert.deepEqual(wide, [])
  const many = files.filter(
    ({ path, imports }) => !COMPOSERS.test(path) && imports.filter(isWired).length > 10,
  )
  assert.deepEqual(paths(many), [])
})

test('a room of more than fifteen files is divided', () => {
  const folders = Map.groupBy(files, ({ path }) => dirname(path))
  const crowded = [...folders].filter(
    ([folder, inside]) =>
      inside.length > (folder.includes('/') ? MOST_IN_A_SUBROOM : MOST_IN_A_ROOM),
  )
  assert.deepEqual(
    crowded.map(([folder, inside]) => `${folder}: ${inside.length} files`),
    [],
  )
})

function readSource(): SourceFile[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .map((path) => {
      const text = readFileSync(join(source, path), 'utf8')
      return { path, text, imports: importsOf(path, text) }
    })
}

/** Imports of our own files, as paths below src; what leads out of it keeps its dots. */
function importsOf(path: string, text: string): Import[] {
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?([^'"]*?from\s+)?'([^']+)'/gms)
  return [...statements].flatMap(([, type, names, specifier = '']) => {
    const isType = type !== undefined || isOnlyTypes(names ?? '')
    if (specifier.startsWith('#src/')) return [{ target: specifier.slice(5), isType }]
    if (/^#|^\.\.?\//.test(specifier)) {
      const target = specifier.startsWith('#') ? `../${specifier.slice(1)}` : specifier
      return [{ target: relative(source, resolve(source, dirname(path), target)), isType }]
    }
    return []
  })
}

function isOnlyTypes(names: string): boolean {
  const braces = /\{([^}]*)\}/.exec(names)?.[1]
  return braces?.split(',').every((name) => /^\s*(type\s|$)/.test(name)) ?? false
}

function mayImport(edge: { path: string; target: string; isType: boolean }): boolean {
  const from = roomOf(edge.path)
  const to = roomOf(edge.target)
  if (from === to || edge.target.startsWith('..')) return true
  const isSettings = /^(config|lender-file)\.ts$/.test(to) || to === 'gateways'
  if (edge.isType && isSettings && from !== 'domain') return true
  const allowed = MAY_IMPORT[from] ?? []
  return allowed.some((room) => edge.target === room || to === room || edge.target.startsWith(room))
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? ''
}

function subroomOf(path: string): string | null {
  const parts = path.split('/')
  return parts.length > 2 ? (parts[1] ?? null) : null
}

function packagesOf(text: string): string[] {
  return [...text.matchAll(/from '([^'#.][^']*)'/g)].map(([, name = '']) => name)
}

function isGenerated(path: string): boolean {
  return ['store/rows.ts', 'ui/icon-paths.ts'].includes(path)
}

/** Components are a page's vocabulary, and assertions everybody's: neither is a part that a file wires. */
function isWired({ target, isType }: Import): boolean {
  return !isType && !target.startsWith('ui/') && target !== 'domain/assert.ts'
}

/** A sentence for people stands on one line, however long it is. */
function isSentence(line: string): boolean {
  return /['"`].{40,}/.test(line)
}

function lines(text: string): string[] {
  return text.trimEnd().split('\n')
}

function paths(found: readonly SourceFile[]): string[] {
  return found.map(({ path }) => path)
}

function each(check: (file: SourceFile) => readonly Import[]): string[] {
  return files.flatMap((file) => check(file).map(({ target }) => `${file.path} imports ${target}`))
}
