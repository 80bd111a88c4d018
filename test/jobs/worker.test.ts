import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { date } from '#src/domain/calendar.ts'
import { bankFolder } from '#src/gateways/bank-folder.ts'
import { startWorker } from '#src/jobs/worker.ts'
import { testPapers } from '#test/support/papers.ts'
import { plantedBook } from '#test/support/planted-book.ts'

const today = date('2026-11-24')
const book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers: [] })
const { db } = book.ctx
const papers = testPapers()
const bank = bankFolder(await mkdtemp(join(tmpdir(), 'keyturn-bank-')))
after(() => book.close())

async function settings() {
  const { rows } = await sql<{ name: string }>`
    select name, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
      retention_seconds, deletion_seconds, warning_queued, heartbeat_seconds, dead_letter
    from pgboss.queue where name not like '\\_\\_%' order by name`.execute(db)
  return rows
}

test('the start of a worker gives queues of an older release the settings of this one', async () => {
  const made = await settings()
  assert.deepEqual(
    made.map(({ name }) => name),
    [
      'ask-about-cards',
      'close-day',
      'dead-letter',
      'deliver-code',
      'deliver-message',
      'forget-expired',
      'give-privacy-notice',
      'post-credits',
      'print-statements',
      'print-vehicle-interest',
      'send-payments',
      'send-print-files',
      'settle-funding-checks',
      'sign-heads',
      'tell-of-proof',
      'watch-payoffs',
    ],
  )
  await sql`update pgboss.queue set retry_limit = 1, retry_delay = 77, retry_backoff = false,
    retry_delay_max = 78, expire_seconds = 79, retention_seconds = 80, deletion_seconds = 81,
    warning_queued = 82, heartbeat_seconds = 83, dead_letter = null
    where name not in ('dead-letter')`.execute(db)
  assert.notDeepEqual(await settings(), made)
  const errors: object[] = []
  const worker = await startWorker({
    databaseUrl: book.database.appUrl,
    role: null,
    timeZone: book.ctx.lender.timeZone,
    context: (requestId) => ({ ...book.ctx, ...papers, requestId, auditFolder: tmpdir(), bank }),
    log: { info: () => undefined, error: (details) => errors.push(details) },
  })
  try {
    assert.deepEqual(await settings(), made)
  } finally {
    await worker.stop()
  }
  assert.deepEqual(errors, [])
})

test('the worker writes the signed list of a day when its job comes', async () => {
  const auditFolder = await mkdtemp(join(tmpdir(), 'keyturn-worker-'))
  const errors: object[] = []
  const worker = await startWorker({
    databaseUrl: book.database.appUrl,
    role: null,
    timeZone: book.ctx.lender.timeZone,
    context: (requestId) => ({ ...book.ctx, ...papers, requestId, auditFolder, bank }),
    log: { info: () => undefined, error: (details) => errors.push(details) },
  })
  try {
    await db.transaction().execute((tx) => book.ctx.queue.enqueue(tx, 'sign-heads', {}))
    const list = join(auditFolder, 'chain-heads-2026-11-24.jsonl')
    for (let tries = 0; tries < 100 && !existsSync(list); tries += 1) await pause(100)
    assert.ok(existsSync(list))
  } finally {
    await worker.stop()
    await rm(auditFolder, { recursive: true })
  }
  assert.deepEqual(errors, [])
})
