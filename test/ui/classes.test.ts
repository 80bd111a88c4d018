// A class that no style knows does nothing, and nobody notices: each one in the markup stands in a
// stylesheet.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'

const root = resolve(import.meta.dirname, '../../src')
const read = (path: string) => readFileSync(resolve(root, path), 'utf8')

test('every class of our own that the markup names has a style', () => {
  const styles = globSync('ui/**/*.css', { cwd: root }).map(read).join('\n')
  const styled = new Set([...styles.matchAll(/\.(k-[a-z0-9-]+)/g)].map(([, name]) => name))
  assert.ok(styled.size > 100)
  const unknown = globSync('**/*.tsx', { cwd: root }).flatMap((path) =>
    [...read(path).matchAll(/(?<![\w-])(k-[a-z0-9]+(?:-[a-z0-9]+)*)(?![\w-]|\$)/g)]
      .map(([, name]) => name)
      .filter((name) => !styled.has(name))
      .map((name) => `${path}: ${name}`),
  )
  assert.deepEqual([...new Set(unknown)], [])
})
