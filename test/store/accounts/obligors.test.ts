import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { insertObligors, readObligors } from '#src/store/accounts/obligors.ts'
import { testDatabase } from '#test/support/database.ts'
import { insertTestAccount, OBLIGOR, VIN } from '#test/support/stored-account.ts'

const database = await testDatabase()
const { db, vault } = database
after(database.close)

test('the primary obligor comes first, whatever the ids of a boarding are', async () => {
  const { account, obligorId } = await db
    .transaction()
    .execute((tx) => insertTestAccount(tx, vault))
  const { accountId } = account
  const details = { ...OBLIGOR, role: 'co', givenName: 'Ben' } as const
  const id = '00000000-0000-7000-8000-000000000001'
  assert.ok(id < obligorId)
  await db
    .transaction()
    .execute((tx) => insertObligors(tx, vault, [{ accountId, id, vin: VIN, details }]))
  const read = await readObligors(db, vault, accountId)
  assert.deepEqual(
    read.map((one) => one.details.givenName),
    ['Dana', 'Ben'],
  )
})
