// docs/security/asvs.json says of every requirement of OWASP ASVS 5.0 that we hold ourselves to how
// it is shown, why it does not apply, or with which feature it comes. Ids only; the text is OWASP's.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import * as z from 'zod'

const root = resolve(import.meta.dirname, '../..')

/** Level 3 is held to where these say so. */
const LEVEL_3 = [
  ...['2.3.5', '2.4.2', '3.3.5', '3.4.7', '3.4.8', '3.5.7', '3.5.8', '3.6.1', '3.7.3'],
  ...['6.3.5', '6.3.6', '6.3.7', '6.3.8', '6.4.6', '6.5.6', '6.5.7', '6.5.8', '6.7.2'],
  ...['7.5.3', '8.1.3', '8.1.4', '8.2.4', '8.3.2', '8.3.3', '8.4.2', '16.5.4'],
]

const ids = z.object({
  requirements: z.array(z.object({ id: z.string(), level: z.int().min(1).max(3) })),
})

const entries = z.record(
  z.string(),
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('shown'), tests: z.array(z.string()).min(1) }),
    z.strictObject({ status: z.literal('not applicable'), why: z.string().min(5) }),
    z.strictObject({ status: z.literal('later'), feature: z.string().min(5) }),
  ]),
)

const read = (file: string) => JSON.parse(readFileSync(resolve(root, file), 'utf8'))
const { requirements } = ids.parse(read('test/data/asvs-ids.json'))
const map = entries.parse(read('docs/security/asvs.json'))

const known = new Set(requirements.map(({ id }) => id))
const wanted = requirements
  .filter(({ id, level }) => level < 3 || LEVEL_3.includes(id))
  .map(({ id }) => id)

test('ASVS: the Level 3 ids are there, and of Level 3', () => {
  const levels = new Map(requirements.map(({ id, level }) => [id, level]))
  for (const id of LEVEL_3) assert.equal(levels.get(id), 3, id)
})

test('ASVS: every id of Level 1 and 2, and each named one of Level 3, has an entry', () => {
  assert.deepEqual(
    wanted.filter((id) => !(id in map)),
    [],
  )
})

test('ASVS: no entry has an id that the standard does not have', () => {
  assert.deepEqual(
    Object.keys(map).filter((id) => !known.has(id)),
    [],
  )
})

test('ASVS: every test that an entry names exists, by its exact name', () => {
  const names = testNames()
  const missing = Object.entries(map).flatMap(([id, entry]) =>
    entry.status === 'shown'
      ? entry.tests.filter((name) => !names.has(name)).map((name) => `${id}: ${name}`)
      : [],
  )
  assert.deepEqual(missing, [])
})

/** As they stand in the source: a name made from a table has its ${...}. */
function testNames(): Set<string> {
  const files = globSync('test/**/*.test.{ts,tsx}', { cwd: root })
  const calls = /\btest\(\s*(['"`])((?:(?!\1).)+)\1/gs
  return new Set(
    files.flatMap((file) =>
      [...readFileSync(resolve(root, file), 'utf8').matchAll(calls)].map(([, , name = '']) => name),
    ),
  )
}
