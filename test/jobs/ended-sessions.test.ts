// A job whose worker loses the database just as it ends, or dies in the middle: it is not taken for
// running until its time is up, it is begun again soon.
import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { date } from '#src/domain/calendar.ts'
import { startWorker } from '#src/jobs/worker.ts'
import { testPapers } from '#test/support/papers.ts'
import { plantedBook } from '#test/support/planted-book.ts'

const today = date('2026-11-24')
const book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers: [] })
const { db } = book.ctx
after(() => book.close())

/** Runs of the job that reads what the bank left. */
let runs = 0
let atRun: () => Promise<void> = () => pause(500)

function start() {
  const bank = {
    ...book.ctx.bank,
    incoming: async () => {
      runs += 1
      await atRun()
      return []
    },
  }
  return startWorker({
    databaseUrl: book.database.appUrl,
    role: null,
    timeZone: book.ctx.lender.timeZone,
    context: (requestId) => ({
      ...book.ctx,
      ...testPapers(),
      requestId,
      auditFolder: tmpdir(),
      bank,
    }),
    log: { info: () => undefined, error: () => undefined },
  })
}

async function jobs() {
  const { rows } = await sql<{ state: string }>`
    select state from pgboss.job where name = 'send-payments' order by created_on`.execute(db)
  return rows
}

async function until(seconds: number, isSo: () => Promise<boolean>): Promise<number> {
  const begun = Date.now()
  while (Date.now() - begun < seconds * 1_000) {
    if (await isSo()) return (Date.now() - begun) / 1_000
    await pause(200)
  }
  return assert.fail(`not within ${seconds} s: ${JSON.stringify(await jobs())}`)
}

test('a job whose worker died, or could not write down its end, is begun again soon', async () => {
  await db.transaction().execute((tx) => book.ctx.queue.enqueue(tx, 'send-payments', {}))
  // As a worker leaves it that has gone in the middle.
  const { numAffectedRows } = await sql`
    update pgboss.job set state = 'active', started_on = now() - interval '40 seconds',
      heartbeat_on = now() - interval '40 seconds' where name = 'send-payments'`.execute(db)
  assert.equal(numAffectedRows, 1n)
  const worker = await start()
  try {
    await until(90, async () => runs >= 1)
    assert.deepEqual(await jobs(), [{ state: 'active' }])
  } finally {
    await worker.stop()
  }
})

test('a worker says that it still works on a long job', async () => {
  const before = runs
  atRun = async () => pause(20_000)
  const worker = await start()
  try {
    await until(30, async () => runs > before)
    await until(20, async () => {
      const { rows } = await sql<{ said: boolean }>`
        select coalesce(heartbeat_on > started_on + interval '10 seconds', false) as said
        from pgboss.job where name = 'send-payments' and state = 'active'`.execute(db)
      return rows[0]?.said === true
    })
    assert.equal(runs, before + 1)
  } finally {
    await worker.stop()
  }
})
