// What others wrote and we run: each library is known by name and reason, each package by the hash of
// its bytes (ASVS 5.0 V15.1.2).
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import * as z from 'zod'

const read = (file: string) => readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8')

const group = z.record(z.string(), z.string())
const manifest = z
  .object({ dependencies: group, devDependencies: group, optionalDependencies: group })
  .parse(JSON.parse(read('package.json')))
const lock = z
  .object({
    lockfileVersion: z.literal(3),
    packages: z.record(
      z.string(),
      z.object({ integrity: z.string().optional(), inBundle: z.boolean().optional() }),
    ),
  })
  .parse(JSON.parse(read('package-lock.json')))

test('each library has its reason in the decisions', () => {
  const reasons = read('docs/decisions/0009-libraries.md')
  const known = (name: string) => {
    const scope = name.startsWith('@') ? `${name.split('/')[0]}/*` : null
    const isTypes = name.startsWith('@types/')
    return isTypes || reasons.includes(name) || (scope !== null && reasons.includes(scope))
  }
  const names = Object.values(manifest).flatMap((libraries) => Object.keys(libraries))
  assert.ok(names.length > 40)
  assert.deepEqual(
    names.filter((name) => !known(name)),
    [],
  )
})

test('each package of the lock is held by the hash of its bytes', () => {
  // What comes inside another package is held by that one's hash.
  const packages = Object.entries(lock.packages).filter(
    ([path, { inBundle }]) => path !== '' && !inBundle,
  )
  assert.ok(packages.length > 200)
  assert.deepEqual(
    packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path),
    [],
  )
})
