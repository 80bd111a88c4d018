import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { isoInstant, wholeNumber } from '#src/store/column-parsers.ts'
import { connect, isAnswering } from '#src/store/database.ts'
import { testDatabase } from '#test/support/database.ts'

const database = await testDatabase()
const { db } = database
after(database.close)

test('values arrive as the domain writes them', async () => {
  const { rows } = await sql`
    select 9007199254740991::bigint as money, date '2026-03-08' as day,
      timestamptz '2026-03-08 01:59:59.5-05' as at, timestamptz '2026-03-08 07:00:00+00' as whole,
      12.50::numeric as exact, null::bigint as none, array[1::bigint, 2] is not null as listed
  `.execute(db)
  assert.deepEqual(rows, [
    {
      money: 9_007_199_254_740_991,
      day: '2026-03-08',
      at: '2026-03-08T06:59:59.500Z',
      whole: '2026-03-08T07:00:00.000Z',
      exact: '12.50',
      none: null,
      listed: true,
    },
  ])
})

test('a bigint that a number cannot hold exactly is refused, not rounded', async () => {
  assert.throws(() => wholeNumber('9007199254740993'), /beyond the safe range/)
  await assert.rejects(sql`select 9007199254740993::bigint`.execute(db), /beyond the safe range/)
})

test('an instant of another zone or with microseconds keeps its meaning', () => {
  assert.equal(isoInstant('2026-03-08 01:59:59-05'), '2026-03-08T06:59:59.000Z')
  assert.equal(isoInstant('2026-03-08 06:59:59.123456+00'), '2026-03-08T06:59:59.123456Z')
})

test('a statement that repeats is prepared, with other values each time', async () => {
  const one = connect({ url: database.appUrl, max: 1, applicationName: 'keyturn test' })
  const ask = (value: number) => sql<{ n: number }>`select ${value}::integer + 1 as n`.execute(one)
  for (const value of [1, 2, 3]) assert.deepEqual((await ask(value)).rows, [{ n: value + 1 }])
  const { rows } = await sql<{ statement: string }>`
    select statement from pg_prepared_statements where statement like '%integer + 1 as n'
  `.execute(one)
  assert.equal(rows.length, 1)
  await one.destroy()
})

test('a connection that the server ends is replaced', async () => {
  const one = connect({ url: database.appUrl, max: 1, applicationName: 'keyturn ended' })
  assert.equal(await isAnswering(one), true)
  const superuser = connect({ url: database.superuserUrl, max: 1, applicationName: 'keyturn test' })
  await sql`
    select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where application_name = 'keyturn ended'
  `.execute(superuser)
  await superuser.destroy()
  await new Promise((resolve) => setTimeout(resolve, 100))
  assert.equal(await isAnswering(one), true)
  await one.destroy()
})

test('a server that is not there does not answer', async () => {
  const url = 'postgresql://nobody@127.0.0.1:1/nothing'
  const nowhere = connect({ url, max: 1, applicationName: 'keyturn test' })
  assert.equal(await isAnswering(nowhere), false)
  await nowhere.destroy()
})
