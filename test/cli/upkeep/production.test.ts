// Commands in production: on a server that keeps what it has committed, and on none other.
import assert from 'node:assert/strict'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { readConfig } from '#src/config.ts'
import { addDays, dateInZone } from '#src/domain/calendar.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import { upgradeDatabase } from '#src/servicing/upgrade/upgrade-database.ts'
import { connect } from '#src/store/database.ts'
import { startEmbedded } from '#src/store/embedded/start-embedded.ts'
import { generateKeys } from '#src/vault/keys.ts'
import { commandsOn } from '#test/support/commands.ts'
import { newTestId } from '#test/support/database.ts'

const home = await mkdtemp(join(tmpdir(), 'keyturn-production-'))
await chmod(home, 0o711)
const { urls, discard } = await startEmbedded({ home, durability: 'durable' })
const clock = { now: () => new Date().toISOString() }
const { lender } = readConfig({})
await upgradeDatabase(urls.owner, { clock, newId: newTestId, lender })
const db = connect({ url: urls.app, max: 2, applicationName: 'keyturn test' })
const production = await commandsOn({
  appUrl: urls.app,
  ownerUrl: urls.owner,
  keys: generateKeys(),
})
const KEYTURN_BANK_FOLDER = production.home
Object.assign(production.env, { KEYTURN_MODE: 'production', KEYTURN_BANK_FOLDER })
after(async () => {
  await db.destroy()
  await discard()
  await production.remove()
  await rm(home, { recursive: true, force: true })
})

const today = dateInZone(clock.now(), lender.timeZone)

/** As the operator of the server. */
async function operate(...statements: string[]): Promise<void> {
  const operator = new pg.Client({ connectionString: urls.superuser })
  await operator.connect()
  for (const statement of statements) await operator.query(statement)
  await operator.end()
}

test('production closes what is over, and no day before it is', async () => {
  const first = await production.run('close')
  assert.equal(first.code, 0, first.err)
  assert.equal(await businessDay(db), today)
  const { code, err } = await production.run('close', '--through', today)
  assert.equal(code, 2)
  assert.match(err, /is not over: production closes a day once the calendar has passed it/)
  await db
    .updateTable('business_date')
    .set({ on_date: addDays(today, -3), closed_through: addDays(today, -4) })
    .execute()
  const closed = await production.run('close', '--through', addDays(today, -2))
  assert.equal(closed.code, 0, closed.err)
  assert.equal(await businessDay(db), addDays(today, -1))
  assert.equal((await production.run('close')).code, 0)
  assert.equal(await businessDay(db), today)
})

const FORGETTING = [
  {
    what: 'a role whose commits are answered before they are on the disk',
    off: ['alter role keyturn_app set synchronous_commit = off'],
    on: ['alter role keyturn_app reset synchronous_commit'],
    told: /synchronous_commit is off\. Set synchronous_commit = on/,
  },
  {
    what: 'a database of such commits',
    off: ['alter database keyturn set synchronous_commit = off'],
    on: ['alter database keyturn reset synchronous_commit'],
    told: /synchronous_commit is off\. Set synchronous_commit = on/,
  },
  {
    what: 'a server that does not wait for its disk',
    off: ['alter system set fsync = off', 'select pg_reload_conf()'],
    on: ['alter system reset fsync', 'select pg_reload_conf()'],
    told: /can forget what it has committed.* twice: fsync is off\. Set fsync = on/,
  },
] as const

for (const { what, off, on, told } of FORGETTING)
  test(`production refuses ${what}`, async () => {
    await operate(...off)
    const { code, out, err } = await production.run('close')
    await operate(...on)
    assert.deepEqual({ code, out }, { code: 2, out: '' })
    assert.match(err, told)
  })

test('no part of production runs on such a server; a demo does', async () => {
  const { off, on, told } = FORGETTING[0]
  await operate(...off)
  for (const part of ['web', 'desk', 'worker']) {
    const { code, err } = await production.run(part)
    assert.equal(code, 2, part)
    assert.match(err, told, part)
  }
  production.env.KEYTURN_MODE = 'demo'
  const demo = await production.run('verify-ledger')
  production.env.KEYTURN_MODE = 'production'
  await operate(...on)
  assert.equal(demo.code, 0, demo.err)
})

test('what the operator puts right is taken', async () => {
  const { code, err } = await production.run('close')
  assert.equal(code, 0, err)
})
