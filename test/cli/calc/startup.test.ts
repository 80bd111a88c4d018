// The calculator starts without what opens the book: it loads the command line and the law alone.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { test } from 'node:test'

const source = resolve(import.meta.dirname, '../../../src')

test('main, calc and the subcommands load nothing but settings, domain and ACH files', () => {
  const seen = new Set<string>()
  const waiting = ['cli/main.ts', 'cli/calc.ts', ...globSync('cli/calc/*.ts', { cwd: source })]
  for (const path of waiting) {
    if (seen.has(path)) continue
    seen.add(path)
    waiting.push(...loadedBy(path))
  }
  const rooms = new Set([...seen].map((path) => path.split('/')[0]))
  const ours = ['cli', 'domain', 'formats', 'config.ts', 'environment.ts']
  const settings = [
    ...['lender-bank.ts', 'lender-file.ts', 'lender-privacy.ts'],
    ...['outside-settings.ts', 'safe-transport.ts'],
  ]
  assert.deepEqual([...rooms].sort(), [...ours, ...settings].sort())
  const formats = [...seen].filter((path) => path.startsWith('formats/'))
  assert.ok(formats.every((path) => path.startsWith('formats/nacha/')))
  assert.ok(!seen.has('cli/book-commands.ts'))
})

/** Our own files that are loaded with this one; types are not, nor what waits to be asked for. */
function loadedBy(path: string): string[] {
  const text = readFileSync(resolve(source, path), 'utf8')
  const imports = text.matchAll(/^import (?!type)[^'"]*?'((?:#src\/|\.)[^']+)'/gm)
  return [...imports].map(([, target = '']) =>
    target.startsWith('#src/')
      ? target.slice(5)
      : relative(source, resolve(source, dirname(path), target)),
  )
}
