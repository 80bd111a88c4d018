import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { compiledOnce } from '#src/store/compiled-once.ts'
import { testDatabase } from '#test/support/database.ts'

const database = await testDatabase()
const { db } = database
after(database.close)

test('a statement is put together once and runs with the values of each call', async () => {
  let times = 0
  const sumOf = compiledOnce((_, of: { one: number; other: number }) => {
    times += 1
    return sql<{ sum: number }>`select ${of.one}::integer - ${of.other}::integer as sum, ${'x'}`
  })
  const answers = await Promise.all([
    sumOf(db, { one: 5, other: 3 }),
    sumOf(db, { other: 10, one: 40 }),
    db.transaction().execute((tx) => sumOf(tx, { one: 0, other: 1 })),
  ])
  assert.deepEqual(
    answers.map(({ rows }) => rows[0]?.sum),
    [2, 30, -1],
  )
  assert.equal(times, 1)
})

test('of a value used twice both places are filled, and null and lists are values', async () => {
  const shown = compiledOnce(
    (_, of: { text: string | null; list: readonly number[] }) => sql`
      select ${of.text}::text as first, ${of.text}::text as again, ${of.list}::integer[] as list
    `,
  )
  const { rows } = await shown(db, { text: null, list: [1, 2] })
  assert.deepEqual(rows, [{ first: null, again: null, list: [1, 2] }])
})

test('a builder that looks into a value is refused', () => {
  const looking = compiledOnce((_, of: { day: string }) => sql`select ${`${of.day}!`}`)
  assert.throws(() => looking(db, { day: '2026-03-08' }), /day has no value/)
  const listing = compiledOnce((_, of: { body: object }) => sql`select ${JSON.stringify(of)}`)
  assert.throws(() => listing(db, { body: {} }), /one by one/)
})
