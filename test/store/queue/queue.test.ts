import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import { openQueue } from '#src/store/queue/queue.ts'
import { QUEUE_SCHEMA } from '#src/store/queue/queue-names.ts'
import { newTestId, testDatabase } from '#test/support/database.ts'

const database = await testDatabase()
const { db } = database
const queue = await openQueue(db)
after(async () => {
  await queue.close()
  await database.close()
})

async function waiting(): Promise<unknown[]> {
  const { rows } = await sql<{ data: unknown }>`
    select data from pgboss.job where name = 'deliver-message' and state = 'created' order by id
  `.execute(db)
  return rows.map((row) => row.data)
}

test('a job is there when its transaction is, and not before or otherwise', async () => {
  const content = { outboxId: newTestId() }
  const undone = new Error('undone')
  const attempt = db.transaction().execute(async (tx) => {
    await queue.enqueue(tx, 'deliver-message', content)
    throw undone
  })
  await assert.rejects(attempt, undone)
  assert.deepEqual(await waiting(), [])
  await db.transaction().execute(async (tx) => {
    await queue.enqueue(tx, 'deliver-message', content)
    assert.deepEqual(await waiting(), [])
  })
  assert.deepEqual(await waiting(), [content])
})

test('a second close of day is not put beside one that waits', async () => {
  for (const _ of [1, 2]) {
    await db.transaction().execute((tx) => queue.enqueue(tx, 'close-day', {}))
  }
  const { rows } = await sql`select from pgboss.job where name = 'close-day'`.execute(db)
  assert.equal(rows.length, 1)
})

test('a worker with the rights of the application takes jobs; a failed one waits', async () => {
  const boss = new PgBoss({
    connectionString: database.appUrl,
    schema: QUEUE_SCHEMA,
    migrate: false,
    reindex: false,
  })
  const problems: unknown[] = []
  boss.on('error', (problem) => problems.push(problem))
  await boss.start()
  const content = { outboxId: newTestId() }
  await db.transaction().execute((tx) => queue.enqueue(tx, 'deliver-message', content))
  const taken = new Promise<unknown[]>((resolve) => {
    const all: unknown[] = []
    boss.work('deliver-message', { pollingIntervalSeconds: 0.5 }, async ([job]) => {
      all.push(job?.data)
      if (all.length === 2) resolve(all)
      throw new Error('no gateway')
    })
  })
  assert((await taken).some((data) => JSON.stringify(data) === JSON.stringify(content)))
  await boss.stop({ graceful: true, timeout: 5_000 })
  const { rows } = await sql<{ state: string }>`
    select distinct state from pgboss.job where name = 'deliver-message'
  `.execute(db)
  assert.deepEqual(rows, [{ state: 'retry' }])
  assert.deepEqual(problems, [])
})
