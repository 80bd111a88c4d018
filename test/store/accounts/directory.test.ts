import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import {
  claimNumbers,
  findAccountByNumber,
  findAccountsByNumbers,
  type OutsideNumber,
} from '#src/store/accounts/directory.ts'
import { newTestId, testDatabase } from '#test/support/database.ts'

const database = await testDatabase()
const { db, vault } = database
after(database.close)

function claim(accountId: string, ...numbers: OutsideNumber[]) {
  const claims = numbers.map((outside) => ({ ...outside, accountId }))
  return db.transaction().execute((tx) => claimNumbers(tx, vault, claims))
}

const confirmation = (number: string): OutsideNumber => ({ kind: 'confirmation', number })

test('a number leads to its account however it is typed, and only as what it is', async () => {
  const accountId = newTestId()
  assert.deepEqual(await claim(accountId, confirmation('KT4-9XMD')), [])
  for (const typed of ['KT4-9XMD', 'kt4 9xmd', ' KT49XMD ', 'ＫＴ４-9XMD']) {
    assert.equal(await findAccountByNumber(db, vault, confirmation(typed)), accountId, typed)
  }
  assert.equal(await findAccountByNumber(db, vault, { kind: 'quote', number: 'KT49XMD' }), null)
  assert.equal(await findAccountByNumber(db, vault, confirmation('KT4-9XMF')), null)
})

test("a file's own key is taken as it is", async () => {
  const [one, two] = [newTestId(), newTestId()]
  assert.deepEqual(await claim(one, { kind: 'source', number: 'trust 1/A-1' }), [])
  assert.deepEqual(await claim(two, { kind: 'source', number: 'trust 1/a1' }), [])
  const numbers = ['trust 1/a1', 'trust 1/A-1', 'trust 1/A1']
  const found = await findAccountsByNumbers(db, vault, { kind: 'source', numbers })
  assert.deepEqual(Object.fromEntries(found), { 'trust 1/A-1': one, 'trust 1/a1': two })
})

test('a number that is taken stays where it is, and the answer names it', async () => {
  const [first, second] = [newTestId(), newTestId()]
  await claim(first, confirmation('T-1'))
  const taken = await claim(second, confirmation('T-0'), confirmation('t1'), confirmation('T-2'))
  assert.deepEqual(
    taken.map(({ number }) => number),
    ['t1'],
  )
  assert.equal(await findAccountByNumber(db, vault, confirmation('T-1')), first)
  assert.equal(await findAccountByNumber(db, vault, confirmation('T-2')), second)
})

test('the same number twice in one claim is taken once', async () => {
  const taken = await claim(newTestId(), confirmation('D-1'), confirmation('D 1'))
  assert.equal(taken.length, 1)
})

test('of fifty who claim a number at once, one has it', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      claim(newTestId(), confirmation('R-1'), confirmation(`R-own-${at}`), confirmation('R-2')),
    ),
  )
  const winners = answers.filter((taken) => !taken.some(({ number }) => number === 'R-1'))
  assert.equal(winners.length, 1)
})

test('the table holds no number that could be read', async () => {
  const accountId = newTestId()
  await claim(accountId, { kind: 'account', number: '1002003004' })
  const row = await db
    .selectFrom('directory')
    .select('key_hash')
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  assert.equal(row.key_hash.length, 32)
})
