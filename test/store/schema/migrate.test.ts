import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { getRollbackPlans } from 'pg-boss'
import { QUEUE_SCHEMA } from '#src/store/queue/queue-names.ts'
import { MIGRATIONS_FOLDER, migrate } from '#src/store/schema/migrate.ts'
import { testCluster } from '#test/support/cluster.ts'

const cluster = await testCluster()
const folder = await mkdtemp(join(tmpdir(), 'keyturn-migrations-'))
const drops: (() => Promise<void>)[] = []
after(async () => {
  await Promise.all(drops.map((drop) => drop()))
  await rm(folder, { recursive: true })
})

async function emptyDatabase(): Promise<{ owner: string; superuser: string }> {
  const { urls, drop } = await cluster.createDatabase()
  drops.push(drop)
  return urls
}

async function query<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

test('the first run applies every file in order, the second nothing', async () => {
  const { owner } = await emptyDatabase()
  const first = await migrate(owner)
  const files = first.applied.filter((name) => name.endsWith('.sql'))
  assert.deepEqual(files, [...files].sort())
  assert.equal(files[0], '0001_accounts.sql')
  assert.deepEqual(await migrate(owner), { applied: [] })
})

// Several times over: which error the losers of the race meet depends on how far the winner is.
test('processes at once on an empty database: each file is applied once', async () => {
  for (let round = 0; round < 4; round++) {
    const { owner } = await emptyDatabase()
    const reports = await Promise.all(Array.from({ length: 8 }, () => migrate(owner)))
    const applied = reports.flatMap((report) => report.applied)
    assert.equal(new Set(applied).size, applied.length)
    assert.equal(reports.filter((report) => report.applied.length > 0).length, 1)
  }
})

test('a landed file that was edited is refused by name, and nothing is applied', async () => {
  const { owner } = await emptyDatabase()
  await cp(MIGRATIONS_FOLDER, folder, { recursive: true })
  await migrate(owner, { folder })
  const file = join(folder, '0002_payments.sql')
  const text = await readFile(file, 'utf8')
  await writeFile(file, `${text}-- edited\n`)
  await writeFile(join(folder, '9999_later.sql'), 'create table later (id integer)')
  await assert.rejects(migrate(owner, { folder }), {
    name: 'MigrationError',
    message: /0002_payments\.sql was changed/,
  })
  assert.deepEqual(await query(owner, "select to_regclass('later') as later"), [{ later: null }])
  await writeFile(file, text.replaceAll('\n', '\r\n'))
  assert.deepEqual((await migrate(owner, { folder })).applied, ['9999_later.sql'])
})

test('a database that a newer release migrated is refused', async () => {
  const { owner } = await emptyDatabase()
  await migrate(owner)
  await query(owner, "insert into migration (name, digest) values ('9998_new.sql', 'x')")
  await assert.rejects(migrate(owner), { name: 'MigrationError', message: /newer release/ })
})

test('a file that fails leaves nothing of itself, and names itself', async () => {
  const { owner } = await emptyDatabase()
  const broken = await mkdtemp(join(folder, 'broken-'))
  await writeFile(join(broken, '0001_half.sql'), 'create table half (id integer); select 1/0')
  await assert.rejects(migrate(owner, { folder: broken }), {
    name: 'MigrationError',
    message: /^0001_half\.sql: division by zero/,
  })
  assert.deepEqual(await query(owner, "select to_regclass('half') as half"), [{ half: null }])
})

test('an older job queue is brought to the version of this release', async () => {
  const { owner } = await emptyDatabase()
  await migrate(owner)
  const [now] = await query<{ version: number }>(owner, 'select version from pgboss.version')
  assert(now)
  await query(owner, getRollbackPlans(QUEUE_SCHEMA, now.version))
  const [older] = await query<{ version: number }>(owner, 'select version from pgboss.version')
  assert.equal(older?.version, now.version - 1)
  assert.deepEqual((await migrate(owner)).applied, [`job queue ${now.version}`])
  const [again] = await query<{ version: number }>(owner, 'select version from pgboss.version')
  assert.deepEqual(again, now)
})

test('a database that cannot be opened is a message, not a stack of the driver', async () => {
  const { owner } = await emptyDatabase()
  const url = new URL(owner)
  url.pathname = '/no_such_database'
  await assert.rejects(migrate(url.href), {
    name: 'MigrationError',
    message: /cannot be opened: .*no_such_database/,
  })
})
