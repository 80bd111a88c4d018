// A customer who changed how they are reached keeps that, whatever a later file of the lender says.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { saveContacts } from '#src/identity/profile/save-contacts.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { identityDeps, movableClock } from '#test/support/identity-world.ts'
import { plantLogin, signedIn } from '#test/support/second-factors.ts'
import { type BoardingBook, board, boardingBook, textFile } from './boarding-book.ts'

let book: BoardingBook
before(async () => {
  book = await boardingBook()
})
after(() => book.close())

test('a later file with older contacts changes no contact that the customer changed', async () => {
  const [line = ''] = (await readFile('examples/contracts.jsonl', 'utf8')).split('\n')
  const record = JSON.parse(line)
  const phone = '+16145550121'
  const asBoarded = { ...record, primary: { ...record.primary, phone } }
  const file = (contract: unknown) => textFile(`${JSON.stringify(contract)}\n`)
  assert.equal((await board(book.ctx, file(asBoarded))).summary.boarded, 1)
  const number = { kind: 'account', number: record.account } as const
  const accountId = await findAccountByNumber(book.db, book.vault, number)
  assert.ok(accountId)
  const people = () => readObligors(book.db, book.vault, accountId)
  const primary = (await people()).find(({ details }) => details.role === 'primary')
  assert.ok(primary)

  const deps = identityDeps(book, movableClock())
  const person = { accountId, obligorId: primary.id }
  await plantLogin(book, deps, { username: 'changes.phone', person })
  const asking = await signedIn(deps, 'changes.phone')
  const change = { kind: 'replaced', method: 'sms', from: phone, to: '+16145550122' } as const
  const saved = await book.db.transaction().execute((tx) => saveContacts(tx, deps, asking, change))
  assert.deepEqual(saved, { ok: true, value: 'saved' })

  const before = await people()
  const other = { ...asBoarded, primary: { ...record.primary, phone: '+16145550123' } }
  for (const contract of [asBoarded, other]) {
    const again = await board(book.ctx, file(contract))
    assert.equal(again.summary.alreadyThere, 1)
    assert.deepEqual(await people(), before)
  }
  assert.equal(before.find(({ id }) => id === primary.id)?.details.phone, '+16145550122')
})
