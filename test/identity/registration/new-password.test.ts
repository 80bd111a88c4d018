import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { refuseNewPassword } from '#src/identity/registration/new-password.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { plantAccount } from '#test/support/identity-world.ts'

let database: MigratedDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

test('a password that the lender’s service knows is refused, and what our own rules refuse is not asked about', async () => {
  const [{ accountId, accountNumber }] = await plantAccount(database, 'KT-3041-7731')
  const asked: string[] = []
  const isBreached = async (password: string) => {
    asked.push(password)
    return password.startsWith('breached')
  }
  const deps = { db: database.db, lenderName: 'Northwind', isBreached }
  const refusalOf = (password: string) =>
    refuseNewPassword(deps, { password, username: 'elena.marsh', accountIds: [accountId] })
  assert.deepEqual(await refusalOf('breached elsewhere twice'), { code: 'passwordKnown' })
  assert.equal(await refusalOf('eleven lanterns on a wet pier'), null)
  assert.deepEqual(await refusalOf('short'), { code: 'passwordTooShort', minimum: 15 })
  assert.deepEqual(await refusalOf(`elena.marsh ${accountNumber}`), {
    code: 'passwordHoldsContext',
  })
  assert.deepEqual(asked, ['breached elsewhere twice', 'eleven lanterns on a wet pier'])
})
