// Values under an old key open before, while and after they are put under the newest one.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { reseal, valuesByKey } from '#src/servicing/keys/reseal.ts'
import { SEALED_COLUMNS } from '#src/servicing/keys/sealed-columns.ts'
import { addKey, parseKeys, removeSealingKey } from '#src/vault/keys.ts'
import { createVault, VaultOpenError } from '#src/vault/vault.ts'
import { testDatabase } from '#test/support/database.ts'
import { sealedBook } from '#test/support/sealed-book.ts'

const database = await testDatabase()
const { db } = database
const PEOPLE = 450
const OTHERS = 15
const book = await sealedBook(database, PEOPLE)
after(database.close)

const grown = addKey(database.keys, 'seal')
const both = createVault(parseKeys(grown))
const onlyNew = createVault(parseKeys(removeSealingKey(grown, 1)))
const silent = { progress: () => undefined }

test('every column that can hold a sealed value is known', async () => {
  const { rows } = await sql<{ column: string }>`
    select table_name || '.' || column_name as column from information_schema.columns
    where table_schema = 'public' and data_type = 'bytea' order by 1`.execute(db)
  const isHash = /_hash$|hash_in_force$|seal$|[._](proof|digest)$|\.form_secret$/
  // What everybody may know, and what is random.
  const isOpen = /^(login_passkey|passkey_challenge|staff_passkey|staff_challenge)\.|\.signature$/
  assert.deepEqual(
    rows
      .map(({ column }) => column)
      .filter((column) => !isHash.test(column) && !isOpen.test(column)),
    SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`).toSorted(),
  )
})

test('before: with the key added everything opens, without the old one nothing does', async () => {
  assert.deepEqual(await book.openAll(both), book.expected(PEOPLE))
  await assert.rejects(book.openAll(onlyNew), VaultOpenError)
  assert.deepEqual(await valuesByKey({ db }), new Map([[1, PEOPLE + OTHERS]]))
})

test('during: everything opens after each batch, and a run that dies goes on', async () => {
  const seen: number[] = []
  const dies = (count: number) => {
    seen.push(count)
    if (count >= 200) throw new Error('killed')
  }
  await assert.rejects(reseal({ db, vault: both }, { progress: dies }), /killed/)
  assert.deepEqual(seen, [200])
  assert.deepEqual(
    await valuesByKey({ db }),
    new Map([
      [1, PEOPLE + OTHERS - 200],
      [2, 200],
    ]),
  )
  assert.deepEqual(await book.openAll(both), book.expected(PEOPLE))
  await assert.rejects(book.openAll(onlyNew), VaultOpenError)
})

test('a row that is in use is left for the next round, one that cannot be opened is named', async () => {
  const stranger = '00000000-0000-7000-8000-000000000001'
  await sql`insert into outbox (id, channel, template, parameters, sealed, created_at)
    values (${stranger}, 'email', 'x', '{}', ${both.seal('x', 'other')}, now())`.execute(db)
  await sql`update outbox set sealed = set_byte(sealed, 1, 1) where id = ${stranger}`.execute(db)
  const held = await db.startTransaction().execute()
  await sql`select 1 from obligor where get_byte(sealed, 1) = 1 limit 1 for update`.execute(held)
  const partly = await reseal({ db, vault: both }, silent)
  assert.deepEqual(partly, {
    newest: 2,
    resealed: PEOPLE + OTHERS - 200 - 1,
    unopened: [`outbox ${stranger}`],
    left: new Map([[1, 2]]),
  })
  await held.rollback().execute()
  await sql`delete from outbox where id = ${stranger}`.execute(db)
})

test('after: nothing is under the old key, and it can be taken away', async () => {
  const rest = await reseal({ db, vault: both }, silent)
  assert.deepEqual(rest, { newest: 2, resealed: 1, unopened: [], left: new Map() })
  assert.deepEqual(await valuesByKey({ db }), new Map([[2, PEOPLE + OTHERS]]))
  assert.deepEqual(await book.openAll(both), book.expected(PEOPLE))
  assert.deepEqual(await book.openAll(onlyNew), book.expected(PEOPLE))
  assert.equal((await reseal({ db, vault: both }, silent)).resealed, 0)
})

test('rows that are written while it runs are never overwritten with what they held before', async () => {
  const third = createVault(parseKeys(addKey(grown, 'seal')))
  let isDone = false
  let changes = 0
  const portal = (async () => {
    while (!isDone) {
      await sql`update obligor set locale = 'es' where id in
        (select id from obligor order by random() limit 1)`.execute(db)
      await book.addObligors(1, both)
      changes += 1
    }
  })()
  const first = await reseal({ db, vault: third }, silent)
  isDone = true
  await portal
  const second = await reseal({ db, vault: third }, silent)
  assert.ok(first.resealed >= PEOPLE)
  assert.equal(first.resealed + second.resealed, PEOPLE + OTHERS + changes)
  assert.equal(second.left.size, 0)
  assert.deepEqual(await book.openAll(third), book.expected(PEOPLE + changes))
})
