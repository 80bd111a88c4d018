import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { connect } from '#src/store/database.ts'
import { testDatabase } from '#test/support/database.ts'

const database = await testDatabase()
const one = connect({ url: database.appUrl, max: 1, applicationName: 'keyturn begins' })
after(async () => {
  await one.destroy()
  await database.close()
})

const TRANSACTION = sql<{ begun: boolean }>`
  select pg_current_xact_id_if_assigned() is null and ${1}::integer = 1
    and now() = transaction_timestamp() as begun`

/** How many messages a piece of work sends. */
async function sent(work: () => Promise<unknown>): Promise<number> {
  const send = mock.method(pg.Client.prototype, 'query')
  try {
    await work()
    return send.mock.callCount()
  } finally {
    send.mock.restore()
  }
}

test('a transaction of one statement takes two messages, one without any takes none', async () => {
  await TRANSACTION.execute(one)
  const asOne = await sent(() => one.transaction().execute((tx) => TRANSACTION.execute(tx)))
  assert.equal(asOne, 2)
  assert.equal(await sent(() => one.transaction().execute(async () => undefined)), 0)
})

test('what follows is in the transaction: one identity, and all of it taken back', async () => {
  const id = sql<{ id: string }>`select pg_current_xact_id()::text as id where ${true}::boolean`
  const before = await id.execute(one)
  const ids = await one.transaction().execute(async (tx) => {
    const first = await id.execute(tx)
    const second = await id.execute(tx)
    return [first.rows[0]?.id, second.rows[0]?.id]
  })
  assert.equal(ids[0], ids[1])
  assert.notEqual(ids[0], before.rows[0]?.id)
  await assert.rejects(
    one.transaction().execute(async (tx) => {
      await sql`select set_config('keyturn.mark', ${'here'}, true)`.execute(tx)
      throw new Error('changed its mind')
    }),
    /changed its mind/,
  )
  const mark = await sql<{ mark: string | null }>`
    select current_setting('keyturn.mark', true) as mark`.execute(one)
  assert.ok(!mark.rows[0]?.mark)
})

test('statements without parameters and several at once are in it too', async () => {
  const marks = await one.transaction().execute(async (tx) => {
    await sql`set local keyturn.mark = 'plain'`.execute(tx)
    const read = () =>
      sql<{ mark: string }>`select current_setting('keyturn.mark') as mark where ${true}::boolean`
        .execute(tx)
        .then(({ rows }) => rows[0]?.mark)
    return Promise.all([read(), read()])
  })
  assert.deepEqual(marks, ['plain', 'plain'])
})

test('a first statement that fails leaves the connection fit for the next', async () => {
  const failing = one
    .transaction()
    .execute((tx) => sql`select 1 / ${0}::integer as never`.execute(tx))
  await assert.rejects(failing, /division by zero/)
  const { rows } = await one.transaction().execute((tx) => TRANSACTION.execute(tx))
  assert.deepEqual(rows, [{ begun: true }])
})

test('when the begin fails its statement has not run, and the connection is replaced', async () => {
  const superuser = connect({ url: database.superuserUrl, max: 1, applicationName: 'keyturn test' })
  await sql`create table first_statement_mark (n integer)`.execute(superuser)
  await sql`grant insert, select on first_statement_mark to public`.execute(superuser)
  await superuser.destroy()
  const write = (n: number) =>
    one
      .transaction()
      .execute((tx) => sql`insert into first_statement_mark values (${n}::integer)`.execute(tx))
  const backend = sql<{ pid: number }>`select pg_backend_pid() as pid where ${true}::boolean`
  await write(1)
  const before = await backend.execute(one)
  const { parse } = pg.Connection.prototype
  const spoiled = mock.method(
    pg.Connection.prototype,
    'parse',
    function (this: pg.Connection, query: pg.QueryParse, more: boolean) {
      const text = query.text === 'begin' ? 'begin of nothing' : query.text
      parse.call(this, { ...query, text }, more)
    },
  )
  await assert.rejects(write(2), /syntax error/)
  spoiled.mock.restore()
  const { rows } = await sql<{ n: number }>`
    select n from first_statement_mark where ${true}::boolean`.execute(one)
  assert.deepEqual(rows, [{ n: 1 }])
  assert.notDeepEqual((await backend.execute(one)).rows, before.rows)
})
