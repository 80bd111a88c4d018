import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testCluster } from '#test/support/cluster.ts'
import { rows } from '#test/support/embedded-home.ts'

test('databases of a template start alike, stay apart, and keep the app role small', async () => {
  const cluster = await testCluster()
  const source = await cluster.createDatabase()
  await rows(source.urls.owner, 'CREATE TABLE note AS SELECT 1 AS line')
  const template = new URL(source.urls.owner).pathname.slice(1)
  const copies = await Promise.all([1, 2].map(() => cluster.createDatabase(template)))
  const [first, second] = copies.map(({ urls }) => urls)
  assert.ok(first && second)
  await rows(first.owner, 'INSERT INTO note VALUES (2)')
  assert.equal((await rows(first.owner, 'TABLE note')).length, 2)
  assert.equal((await rows(second.owner, 'TABLE note')).length, 1)
  await assert.rejects(rows(first.app, 'TABLE note'), /permission denied/)
  await assert.rejects(rows(first.app, 'CREATE TABLE mine ()'), /permission denied/)
  await assert.rejects(rows(first.app, 'CREATE TEMP TABLE mine ()'), /permission denied/)
  await Promise.all([source, ...copies].map(({ drop }) => drop()))
  await assert.rejects(rows(first.owner, 'SELECT 1'), /does not exist/)
})

test('the app role cannot look into the databases of the cluster itself', async () => {
  const { urls, drop } = await (await testCluster()).createDatabase()
  for (const database of ['postgres', 'template1']) {
    const url = new URL(urls.app)
    url.pathname = `/${database}`
    await assert.rejects(rows(url.href, 'SELECT 1'), /permission denied/)
  }
  await drop()
})
