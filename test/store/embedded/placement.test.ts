import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { readPidFile } from '#src/store/embedded/pid-file.ts'
import { isAlive } from '#src/store/embedded/process-lock.ts'
import { isRoot } from '#src/store/embedded/server-user.ts'
import { type Account, makeClone, useServer } from '#test/support/clone.ts'
import { rows, temporaryDirectory, temporaryHome } from '#test/support/embedded-home.ts'

const asRoot = { skip: isRoot() ? false : 'only root can start the server as another user' }

test(
  'root, from a clone that only root can enter: the server is an unprivileged user',
  asRoot,
  async (t) => {
    const clone = await makeClone()
    t.after(clone.remove)
    const { report, leave } = await useServer(clone, { durability: 'fast' })
    t.after(() => rm(dirname(report.dataDirectory), { recursive: true }))
    assert.match(report.dataDirectory, /^\/var\/lib\/keyturn\//)
    const server = await serverAccount(report.dataDirectory)
    assert.notEqual(server.uid, 0)
    const data = await stat(report.dataDirectory)
    assert.deepEqual([data.uid, data.mode & 0o777], [server.uid, 0o700])
    assert.deepEqual(await rows(report.urls.app, 'SELECT 1 AS one'), [{ one: 1 }])
    await leave()
  },
)

test('an ordinary user, from a clone that only that user can enter', async (t) => {
  const account = isRoot() ? nobody() : undefined
  const clone = await makeClone(account)
  t.after(clone.remove)
  const { report, leave } = await useServer(clone, { durability: 'fast' }, account)
  assert.equal(report.dataDirectory, join(clone.root, '.keyturn', 'postgres', 'data'))
  const server = await serverAccount(report.dataDirectory)
  assert.equal(server.uid, account?.uid ?? process.getuid?.())
  await leave()
  const again = await useServer(clone, { durability: 'fast' }, account)
  assert.equal(again.report.joined, false)
  assert.deepEqual(await rows(again.report.urls.app, 'SELECT 1 AS one'), [{ one: 1 }])
  await again.leave()
})

test('two clones side by side have two servers and two databases', async (t) => {
  const directory = await temporaryDirectory(t)
  const first = await directory.start({ clone: join(directory.path, 'first') })
  const second = await directory.start({ clone: join(directory.path, 'second') })
  assert.equal(second.joined, false)
  assert.notEqual(first.dataDirectory, second.dataDirectory)
  await rows(first.urls.owner, 'CREATE TABLE only_in_the_first ()')
  await assert.rejects(rows(second.urls.owner, 'TABLE only_in_the_first'), /does not exist/)
})

test('a new clone at the place of a deleted one starts empty', async (t) => {
  const directory = await temporaryDirectory(t)
  const clone = join(directory.path, 'clone')
  const first = await directory.start({ clone })
  await rows(first.urls.owner, 'CREATE TABLE of_the_deleted_clone ()')
  await rm(clone, { recursive: true })
  await first.stop()
  const second = await directory.start({ clone })
  assert.equal(second.joined, false)
  await assert.rejects(rows(second.urls.owner, 'TABLE of_the_deleted_clone'), /does not exist/)
})

test('a server whose clone is deleted under it ends with its process', async (t) => {
  const directory = await temporaryDirectory(t)
  const clone = join(directory.path, 'clone')
  const server = await directory.start({ clone })
  const pid = (await readPidFile(server.dataDirectory))?.pid ?? assert.fail('no server runs')
  await rm(clone, { recursive: true })
  await server.stop()
  for (let tries = 0; isAlive(pid) && tries < 100; tries += 1) await sleep(50)
  assert.equal(isAlive(pid), false)
  await assert.rejects(stat(server.socketDirectory ?? ''), /ENOENT/)
})

test('root, with a named home that the server cannot reach', asRoot, async (t) => {
  const directory = await temporaryDirectory(t)
  const server = await directory.start({ home: directory.path })
  assert.match(server.dataDirectory, /^\/var\/lib\/keyturn\//)
  assert.equal(server.home, directory.path)
})

test('root, with a named home that the server can reach: the data is in it', asRoot, async (t) => {
  const home = await temporaryHome(t)
  const server = await home.start()
  assert.equal(server.dataDirectory, join(home.path, 'postgres', 'data'))
})

test('a temporary directory with a long path does not make the socket path too long', async (t) => {
  const before = process.env.TMPDIR
  t.after(() => {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  })
  const home = await temporaryHome(t)
  process.env.TMPDIR = join(home.path, 'x'.repeat(80))
  await mkdir(process.env.TMPDIR)
  const server = await home.start()
  assert.deepEqual(await rows(server.urls.app, 'SELECT 1 AS one'), [{ one: 1 }])
})

async function serverAccount(data: string): Promise<{ uid: number }> {
  const pid = (await readPidFile(data))?.pid ?? assert.fail('no server runs')
  return {
    uid: Number(execFileSync('ps', ['-o', 'uid=', '-p', String(pid)], { encoding: 'utf8' })),
  }
}

function nobody(): Account {
  const id = (which: string) => Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
