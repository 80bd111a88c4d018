import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPidFile } from '#src/store/embedded/pid-file.ts'
import { isAlive } from '#src/store/embedded/process-lock.ts'
import { thisClone, useServer } from '#test/support/clone.ts'
import { rows, temporaryHome } from '#test/support/embedded-home.ts'

test('a second process joins, works on the same data and leaves the server running', async (t) => {
  const home = await temporaryHome(t)
  const server = await home.start()
  await rows(server.urls.owner, 'CREATE TABLE shared ()')
  const other = await useServer(thisClone, { home: home.path })
  assert.equal(other.report.joined, true)
  assert.deepEqual(other.report.urls, server.urls)
  assert.deepEqual(await rows(other.report.urls.owner, 'SELECT count(*) FROM shared'), [
    { count: '0' },
  ])
  await other.leave()
  assert.deepEqual(await rows(server.urls.app, 'SELECT 1 AS one'), [{ one: 1 }])
})

test('whoever started it, the last one to leave stops the server', async (t) => {
  const home = await temporaryHome(t)
  const starter = await home.start()
  const joiner = await useServer(thisClone, { home: home.path })
  const pid = (await readPidFile(starter.dataDirectory))?.pid ?? assert.fail('no server runs')
  await starter.stop()
  assert.equal(isAlive(pid), true)
  await joiner.leave()
  assert.equal(isAlive(pid), false)
})

test('a process that was killed is not waited for', async (t) => {
  const home = await temporaryHome(t)
  const killed = await useServer(thisClone, { home: home.path, durability: 'fast' })
  await killed.kill()
  const server = await home.start()
  assert.equal(server.joined, true)
  const pid = (await readPidFile(server.dataDirectory))?.pid ?? assert.fail('no server runs')
  await server.stop()
  assert.equal(isAlive(pid), false)
  assert.equal(isAlive(killed.pid), false)
})

test('processes that start at the same moment share one server', async (t) => {
  const home = await temporaryHome(t)
  const options = { home: home.path, durability: 'fast' } as const
  const users = await Promise.all([1, 2, 3].map(() => useServer(thisClone, options)))
  const joined = users.map(({ report }) => report.joined).sort()
  assert.deepEqual(joined, [false, true, true])
  assert.equal(new Set(users.map(({ report }) => report.urls.app)).size, 1)
  await Promise.all(users.map(({ leave }) => leave()))
  assert.equal(await readPidFile(users[0]?.report.dataDirectory ?? ''), undefined)
})
