import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import { matchObligor } from '#src/store/accounts/obligor-proofs.ts'
import { insertObligors, readObligors } from '#src/store/accounts/obligors.ts'
import type { Tx } from '#src/store/database.ts'
import { openBankNumbers } from '#src/store/payments/bank-numbers.ts'
import {
  insertFundingAccount,
  readFundingAccount,
  readFundingAccounts,
} from '#src/store/payments/funding-accounts.ts'
import { removeFundingAccount } from '#src/store/payments/own-funding.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import {
  cancelPayment,
  insertPayment,
  readPayment,
  readPayments,
} from '#src/store/payments/payments.ts'
import { newTestId, testDatabase } from '#test/support/database.ts'
import { insertTestAccount, OBLIGOR, VIN } from '#test/support/stored-account.ts'

const database = await testDatabase()
const { db, vault } = database
after(database.close)

const { account, obligorId } = await inTx((tx) => insertTestAccount(tx, vault))
const { accountId } = account
const numbers = { routingNumber: '021000021', accountNumber: '000123456789', holderName: 'D Oakes' }
const funding = {
  accountId,
  id: newTestId(),
  obligorId,
  kind: 'checking',
  bankName: 'First Example Bank',
  lastFour: '6789',
  addedAt: '2026-03-01T00:00:00.000Z',
  state: 'verified',
  stateReason: null,
  verifiedAt: '2026-03-01T00:00:00.000Z',
} as const
/** As the first of its obligor it is the default. */
const read = {
  ...funding,
  nickname: null,
  isDefault: true,
  removedAt: null,
  check: null,
  expiresOn: null,
}
await inTx((tx) =>
  insertFundingAccount(tx, vault, { account: funding, numbers, idempotencyKey: 'first' }),
)

function inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work)
}

function aPayment(idempotencyKey: string): Payment {
  return {
    accountId,
    id: newTestId(),
    confirmation: 'KT4-9XMD',
    obligorId,
    fundingAccountId: funding.id,
    amount: cents(38_190),
    choice: 'due',
    extra: 'principal',
    extraAmount: null,
    toCharges: cents(0),
    quoteId: null,
    effectiveDate: date('2026-03-02'),
    withdrawnDate: date('2026-03-03'),
    clearedDate: date('2026-03-10'),
    returnableUntil: date('2026-05-02'),
    sendOn: date('2026-03-02'),
    state: 'scheduled',
    stateReason: null,
    postedEventId: null,
    attempts: 0,
    autopayId: null,
    byCard: false,
    fee: cents(0),
    feeCitation: null,
    authorizationText: 'I authorize ...',
    idempotencyKey,
    createdAt: '2026-03-01T00:00:00.000Z',
    changedAt: '2026-03-01T00:00:00.000Z',
  }
}

test('an obligor opens with the keys, and matches only with every answer right', async () => {
  const [found] = await readObligors(db, vault, accountId)
  assert.deepEqual(found, { accountId, id: obligorId, details: OBLIGOR })
  const match = (identityLastFour: string, vin: string) =>
    matchObligor(db, vault, { accountId, answers: { identityLastFour, vin } })
  assert.deepEqual(await match('1234', VIN), { obligorId })
  assert.deepEqual(await match('1234', ` ${VIN.toLowerCase()} `), { obligorId })
  for (const [digits, vin] of [
    ['1235', VIN],
    ['1234', VIN.replace('8', '9')],
    ['', ''],
  ] as const) {
    assert.equal(await match(digits, vin), null)
  }
})

test('no row of an obligor or bank account shows a name or a number', async () => {
  const obligors = await db.selectFrom('obligor').selectAll().execute()
  const bank = await db.selectFrom('funding_account').selectAll().execute()
  const bytes = [...obligors, ...bank].flatMap((row) => Object.values(row))
  const text = bytes.map((value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
  )
  for (const secret of [
    'Dana',
    'Oakes',
    '900701234',
    numbers.accountNumber,
    numbers.routingNumber,
  ]) {
    assert(!text.some((value) => value.includes(secret)), secret)
  }
})

test('an obligor without a vehicle number cannot be matched', async () => {
  const other = await inTx((tx) => insertTestAccount(tx, vault))
  const id = newTestId()
  const co = {
    accountId: other.account.accountId,
    id,
    vin: null,
    details: { ...OBLIGOR, role: 'co' },
  } as const
  await inTx((tx) => insertObligors(tx, vault, [co]))
  for (const vin of ['', 'null']) {
    const answers = { identityLastFour: '1234', vin }
    assert.equal(await matchObligor(db, vault, { accountId: co.accountId, answers }), null)
  }
})

test("a bank account is its obligor's alone, and opens only in its own place", async () => {
  assert.deepEqual(await readFundingAccounts(db, { accountId, obligorId }), [read])
  assert.deepEqual(await readFundingAccounts(db, { accountId, obligorId: newTestId() }), [])
  assert.deepEqual(await openBankNumbers(db, vault, funding), numbers)
  const removal = { accountId, id: funding.id, at: '2026-03-01T01:00:00.000Z' }
  assert.equal(
    await inTx((tx) => removeFundingAccount(tx, { ...removal, obligorId: newTestId() })),
    false,
  )
  const extra = { ...funding, id: newTestId() }
  const others = { ...numbers, accountNumber: '000123456780' }
  await inTx((tx) =>
    insertFundingAccount(tx, vault, { account: extra, numbers: others, idempotencyKey: 'extra' }),
  )
  const mine = { ...removal, id: extra.id, obligorId }
  assert.equal(await inTx((tx) => removeFundingAccount(tx, mine)), true)
  assert.equal(await inTx((tx) => removeFundingAccount(tx, mine)), false)
  assert.deepEqual(await readFundingAccounts(db, { accountId, obligorId }), [read])
  assert.deepEqual(await readFundingAccount(db, { accountId, obligorId, id: extra.id }), {
    ...read,
    ...{ id: extra.id, isDefault: false, removedAt: removal.at },
  })
})

test('of fifty payments with one key at once, one is written and all answer with it', async () => {
  const attempts = Array.from({ length: 50 }, () => aPayment('form-1'))
  const answers = await Promise.all(
    attempts.map((payment) => inTx((tx) => insertPayment(tx, payment))),
  )
  const winners = answers.filter(({ isNew }) => isNew)
  assert.equal(winners.length, 1)
  const [winner] = winners
  for (const { payment } of answers) assert.deepEqual(payment, winner?.payment)
  const stored = await readPayments(db, accountId)
  assert.deepEqual(stored, [winner?.payment])
})

test('a scheduled payment is canceled once', async () => {
  const { payment } = await inTx((tx) => insertPayment(tx, aPayment('form-2')))
  const cancel = () =>
    inTx(async (tx) => {
      const locked = await lockAccount(tx, accountId)
      assert(locked)
      return cancelPayment(tx, locked, { id: payment.id, at: '2026-03-01T02:00:00.000Z' })
    })
  const answers = await Promise.all([cancel(), cancel(), cancel()])
  assert.deepEqual(answers.toSorted(), [false, false, true])
  const stored = await readPayment(db, { accountId, id: payment.id })
  assert.equal(stored?.state, 'canceled')
  assert.equal(stored.changedAt, '2026-03-01T02:00:00.000Z')
})

test("a payment cannot draw on another account's bank account", async () => {
  const other = await inTx((tx) => insertTestAccount(tx, vault))
  const payment = {
    ...aPayment('form-3'),
    accountId: other.account.accountId,
    obligorId: other.obligorId,
  }
  await assert.rejects(
    inTx((tx) => insertPayment(tx, payment)),
    { code: '23503' },
  )
})
