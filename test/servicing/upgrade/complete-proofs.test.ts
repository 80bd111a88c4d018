import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { reseal } from '#src/servicing/keys/reseal.ts'
import { completeProofs } from '#src/servicing/upgrade/complete-proofs.ts'
import { matchObligor } from '#src/store/accounts/obligor-proofs.ts'
import { insertObligors } from '#src/store/accounts/obligors.ts'
import { addKey, parseKeys, removeSealingKey } from '#src/vault/keys.ts'
import { createVault, type Vault } from '#src/vault/vault.ts'
import { newTestId, testDatabase } from '#test/support/database.ts'
import { insertTestAccount, OBLIGOR, VIN } from '#test/support/stored-account.ts'

const database = await testDatabase()
const { db, vault } = database
after(database.close)

const { account } = await db.transaction().execute((tx) => insertTestAccount(tx, vault))
const { accountId } = account
const people = Array.from({ length: 25 }, (_, at) => ({
  accountId,
  id: newTestId(),
  vin: VIN,
  details: {
    ...OBLIGOR,
    role: 'co' as const,
    identityNumber: `90070${String(2000 + at)}`,
    birthDate: at === 24 ? null : OBLIGOR.birthDate,
  },
}))
await db.transaction().execute((tx) => insertObligors(tx, vault, people))

const matches = async (by: Vault, at: number, birthDate: string) => {
  const identityLastFour = String(2000 + at)
  const answers = { identityLastFour, birthDate }
  return (await matchObligor(db, by, { accountId, answers }))?.obligorId ?? null
}

test('people of an earlier release get the hash of their birth date, by two processes at once', async () => {
  const boarded = await matches(vault, 3, '1988-03-04')
  assert.equal(boarded, people[3]?.id)
  await db.updateTable('obligor').set({ birth_date_proof: null }).execute()
  assert.equal(await matches(vault, 3, '1988-03-04'), null)
  const ctx = { db, vault }
  const done = await Promise.all([completeProofs(ctx, 4), completeProofs(ctx, 4)])
  assert.equal(done[0] + done[1], 26)
  for (const [at, { id }] of people.slice(0, 24).entries())
    assert.equal(await matches(vault, at, '1988-03-04'), id)
  assert.equal(await matches(vault, 3, '1988-03-05'), null)
  assert.equal(await completeProofs(ctx), 0)
})

test('who has no birth date on file is matched by no answer', async () => {
  for (const birthDate of ['', 'null', 'undefined', '1988-03-04'])
    assert.equal(await matches(vault, 24, birthDate), null)
})

test('both hashes hold whatever key seals the rest', async () => {
  const grown = addKey(database.keys, 'seal')
  const both = createVault(parseKeys(grown))
  await reseal({ db, vault: both }, { progress: () => undefined })
  const onlyNew = createVault(parseKeys(removeSealingKey(grown, 1)))
  assert.equal(await matches(onlyNew, 3, '1988-03-04'), people[3]?.id)
  const answers = { identityLastFour: '2003', vin: VIN }
  const byVin = await matchObligor(db, onlyNew, { accountId, answers })
  assert.equal(byVin?.obligorId, people[3]?.id)
  await db.updateTable('obligor').set({ birth_date_proof: null }).execute()
  assert.equal(await completeProofs({ db, vault: onlyNew }), 26)
  assert.equal(await matches(onlyNew, 3, '1988-03-04'), people[3]?.id)
})
