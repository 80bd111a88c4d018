import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import pg from 'pg'
import { rowsFile } from '#src/store/schema/generate-rows.ts'
import { testDatabase } from '#test/support/database.ts'

const database = await testDatabase()
after(database.close)

const file = new URL('../../src/store/rows.ts', import.meta.url)

test('rows.ts says what the migrated database says', async () => {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  const generated = await rowsFile(client)
  await client.end()
  if (process.env.UPDATE_ROWS === '1') await writeFile(file, generated)
  const message = 'rows.ts is old: run this test with UPDATE_ROWS=1'
  assert.equal(await readFile(file, 'utf8'), generated, message)
})
