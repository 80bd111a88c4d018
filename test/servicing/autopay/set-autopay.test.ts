import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { AutopayTerms } from '#src/domain/autopay/autopay-terms.ts'
import { addDays, date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { accountsWithAutopay, decideAutopay } from '#src/servicing/autopay/decide-autopay.ts'
import { type AutopayOrder, setAutopay } from '#src/servicing/autopay/set-autopay.ts'
import type { Owner } from '#src/servicing/context.ts'
import { deliverMessage } from '#src/servicing/messages/deliver-message.ts'
import { readAutopayDebits } from '#src/store/autopay/autopay-debits.ts'
import { readAutopayOn } from '#src/store/autopay/autopays.ts'
import { readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import { newTestId } from '#test/support/database.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

const ELENA = '1048264417'
const PAIR = '1048264458'
const JORDAN = '1048264482'
const today = date('2026-11-24')
let book: PlantedBook

before(async () => {
  book = await plantedBook({
    today,
    now: '2026-11-24T16:48:00.000Z',
    numbers: [ELENA, PAIR, JORDAN],
  })
})
after(() => book.close())

const onDueDate: AutopayTerms = {
  amount: { kind: 'installment' },
  day: { kind: 'dueDate' },
  charges: 'notTaken',
  begins: today,
  ends: null,
}

async function order(owner: Owner, change: Partial<AutopayOrder> = {}): Promise<AutopayOrder> {
  const [first] = await readFundingAccounts(book.ctx.db, owner)
  return {
    terms: onDueDate,
    fundingAccountId: first?.id ?? newTestId(),
    agreed: 'yes',
    authorizationText: 'I allow each payment.',
    idempotencyKey: newTestId(),
    ...change,
  }
}

async function deliverAll() {
  const waiting = await book.ctx.db
    .selectFrom('outbox')
    .select('id')
    .where('delivered_at', 'is', null)
    .execute()
  for (const { id } of waiting) await deliverMessage(book.ctx, { outboxId: id })
}

test('autopay set eleven days before the due date sets that payment at once, says so, and mails the authorization', async () => {
  const owner = await book.ownerOf(ELENA)
  const wanted = await order(owner)
  const set = await setAutopay(book.ctx, owner, wanted)
  assert.ok(set.ok)
  assert.deepEqual(await setAutopay(book.ctx, owner, wanted), set)
  const payments = await readPayments(book.ctx.db, owner.accountId)
  assert.equal(payments.length, 1)
  const [made] = payments
  assert.equal(made?.autopayId, set.value.autopayId)
  assert.equal(made?.effectiveDate, '2026-12-05')
  assert.equal(made?.withdrawnDate, '2026-12-07')
  assert.equal(made?.amount, 51_312)
  await deliverAll()
  const mails = book.messages.filter(({ subject }) => subject !== undefined)
  assert.match(mails.map(({ text }) => text).join(), /I allow each payment\./)
  assert.match(
    mails.map(({ subject }) => subject).join(),
    /Autopay takes \$513\.12 for Saturday, December 5/,
  )
  const again = await setAutopay(book.ctx, owner, await order(owner))
  assert.ok(!again.ok && again.refusal.code === 'autopayAlreadySet')
})

test('a day is decided on once however often the close runs, and the next one eleven days ahead', async () => {
  const owner = await book.ownerOf(ELENA)
  const { accountId } = owner
  for (let day = today; day <= '2026-12-25'; day = addDays(day, 1)) {
    await decideAutopay(book.ctx, { accountIds: [accountId], businessDate: day })
    await decideAutopay(book.ctx, { accountIds: [accountId], businessDate: day })
    const autopay = await readAutopayOn(book.ctx.db, accountId)
    assert.ok(autopay)
    const debits = await readAutopayDebits(book.ctx.db, { accountId, autopayId: autopay.id })
    const days = debits.map((debit) => debit.day)
    assert.deepEqual(days, day < '2026-12-24' ? ['2026-12-05'] : ['2026-12-05', '2027-01-05'])
  }
})

test('a co-borrower is told that autopay is set, and sets none beside it', async () => {
  const owner = await book.ownerOf(PAIR)
  const co = await book.ownerOf(PAIR, 'co')
  assert.ok((await setAutopay(book.ctx, owner, await order(owner))).ok)
  const second = await setAutopay(book.ctx, co, await order(co))
  assert.ok(!second.ok && second.refusal.code === 'autopayOfCoBorrower')
})

test('autopay is refused without permission, from a bank account that is not one’s own, and below the installment', async () => {
  const owner = await book.ownerOf(JORDAN)
  const refusal = async (change: Partial<AutopayOrder>) => {
    const set = await setAutopay(book.ctx, owner, await order(owner, change))
    return set.ok ? null : set.refusal.code
  }
  assert.equal(await refusal({ agreed: 'no' }), 'authorizationMissing')
  assert.equal(await refusal({}), 'fundingAccountNotFound')
  const fixed = { ...onDueDate, amount: { kind: 'fixed', amount: cents(100) } } as const
  assert.equal(await refusal({ terms: fixed }), 'autopayBelowInstallment')
})

test('the accounts to ask about after a day are those with something to decide, and are not asked twice', async () => {
  const first: string[] = []
  for await (const ids of accountsWithAutopay(book.ctx.db, date('2026-12-25'))) first.push(...ids)
  const pair = await book.ownerOf(PAIR)
  assert.ok(first.includes(pair.accountId))
  await decideAutopay(book.ctx, { accountIds: first, businessDate: date('2026-12-25') })
  for await (const ids of accountsWithAutopay(book.ctx.db, date('2026-12-25')))
    assert.deepEqual(ids, [])
})
