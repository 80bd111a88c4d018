// What was boarded can be registered for under either setting of the lender's file.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { IdentityRegion } from '#src/domain/regions/identity-numbers.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { matchObligor, type RegistrationAnswers } from '#src/store/accounts/obligor-proofs.ts'
import { type BoardingBook, board, boardingBook, textFile } from './boarding-book.ts'

let book: BoardingBook
let sample: Record<string, unknown>
before(async () => {
  book = await boardingBook()
  sample = JSON.parse((await readFile('examples/contracts.jsonl', 'utf8')).split('\n')[0] ?? '')
})
after(() => book.close())

const VIN = '1M8GDM9AXKP042788'
const person = { givenName: 'Ada', familyName: 'Reyes' }

function boarded(account: string, region: IdentityRegion, primary: object) {
  const { lender } = book.ctx
  const registration = { ...lender.registration, identityNumbers: region }
  const contract = {
    ...sample,
    account,
    vehicle: { vin: VIN, make: 'Aldora', model: 'Vista' },
    primary: { ...person, ...primary },
  }
  const ctx = { ...book.ctx, lender: { ...lender, registration } }
  return board(ctx, textFile(`${JSON.stringify(contract)}\n`))
}

async function isFound(account: string, answers: RegistrationAnswers): Promise<boolean> {
  const outside = { kind: 'account', number: account } as const
  const accountId = await findAccountByNumber(book.db, book.vault, outside)
  assert(accountId)
  return (await matchObligor(book.db, book.vault, { accountId, answers })) !== null
}

test('one boarding serves both settings: the VIN, and the birth date where the file has it', async () => {
  const known = { identityNumber: '987-65-4320', birthDate: '1985-04-27' }
  const { summary } = await boarded('KT-7001-0001', 'us', known)
  assert.equal(summary.boarded, 1)
  const identityLastFour = '4320'
  assert(await isFound('KT-7001-0001', { identityLastFour, vin: VIN }))
  assert(await isFound('KT-7001-0001', { identityLastFour, birthDate: '1985-04-27' }))
  assert(!(await isFound('KT-7001-0001', { identityLastFour, birthDate: '1985-04-28' })))
  assert(!(await isFound('KT-7001-0001', { identityLastFour: '4321', birthDate: '1985-04-27' })))
  await boarded('KT-7001-0002', 'us', { identityNumber: '987-65-4320' })
  assert(await isFound('KT-7001-0002', { identityLastFour, vin: VIN }))
  for (const birthDate of ['', 'null', '1985-04-27'])
    assert(!(await isFound('KT-7001-0002', { identityLastFour, birthDate })))
})

test("identity numbers are those of the lender's region, and refused elsewhere", async () => {
  const numbers = [
    ['gb', 'AB 12 34 56 C', '456C'],
    ['ca', '123-456-782', '6782'],
    ['de', '36 574 261 809', '1809'],
  ] as const
  for (const [at, [region, identityNumber, identityLastFour]] of numbers.entries()) {
    const account = `KT-7002-000${at}`
    const elsewhere = await boarded(account, region === 'de' ? 'gb' : 'de', { identityNumber })
    assert.equal(elsewhere.told[0]?.problem.field, 'primary.identityNumber')
    assert.equal((await boarded(account, region, { identityNumber })).summary.boarded, 1)
    assert(await isFound(account, { identityLastFour, vin: VIN }))
  }
})
