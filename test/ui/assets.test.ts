import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'keyturn-assets-'))
const out = join(folder, 'assets')
let manifest: Record<string, string> = {}

before(() => {
  build()
  manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
})
after(() => rmSync(folder, { recursive: true }))

// 14 kB is what a server may send in its first flight (ten segments); sign-in itself takes 3 of it.
test('the front door’s stylesheet leaves room for its page in the first flight', () => {
  assert.ok(sizeOf('theme.css', '.br') <= 11_000, `${sizeOf('theme.css', '.br')} bytes`)
})

test('the font is one file of at most 50 kB and the islands are tiny', () => {
  const fonts = Object.keys(manifest).filter((name) => name.endsWith('.woff2'))
  assert.deepEqual(fonts, ['inter-latin.woff2'])
  assert.ok(sizeOf('inter-latin.woff2') <= 50_000)
  const islands = ['password.js', 'copy.js', 'passkey.js']
  assert.ok(islands.reduce((sum, name) => sum + sizeOf(name, '.br'), 0) <= 1_500)
  assert.ok(sizeOf('idle.js', '.br') <= 1_200)
})

test('the stylesheets load nothing but the font beside it', () => {
  const css = styles()
  const urls = [...css.matchAll(/url\(([^)]*)\)/g)].map((match) => match[1]?.replaceAll('"', ''))
  const outside = urls.filter((url) => !url?.startsWith('data:'))
  assert.deepEqual([...new Set(outside)], [`./${fileOf('inter-latin.woff2')}`])
  assert.ok(!css.includes('@import'))
})

test('no text is set smaller than 12 px', () => {
  const css = styles()
  const own = [...css.matchAll(/\.k-[^{}]*\{[^{}]*font-size:([\d.]+)(rem|px)/g)]
  assert.ok(own.length > 20)
  for (const [rule, size, unit] of own) {
    assert.ok(Number(size) * (unit === 'rem' ? 16 : 1) >= 12, rule)
  }
})

test('unchanged inputs are not built again', () => {
  const first = statSync(join(out, 'manifest.json')).mtimeMs
  build()
  assert.equal(statSync(join(out, 'manifest.json')).mtimeMs, first)
  assert.deepEqual(readdirSync(folder), ['assets'])
})

function build(): void {
  execFileSync(process.execPath, ['bin/build-assets.js', out], { stdio: 'pipe' })
}

function styles(): string {
  const read = (name: string) => readFileSync(join(out, fileOf(name)), 'utf8')
  return read('theme.css') + read('portal.css')
}

function fileOf(name: string): string {
  const file = manifest[name]
  assert.match(file ?? '', /-[0-9a-f]{10}\.\w+$/)
  return file ?? ''
}

function sizeOf(name: string, suffix = ''): number {
  return statSync(join(out, fileOf(name) + suffix)).size
}
