// What an owner does with bank accounts, pressed twice, at once, and with what was stopped.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Owner } from '#src/servicing/context.ts'
import { addFundingAccount } from '#src/servicing/funding/add-funding-account.ts'
import { makeFundingDefault } from '#src/servicing/funding/change-funding-account.ts'
import { copyableFunding, copyFundingAccount } from '#src/servicing/funding/copy-funding-account.ts'
import { MOST_TO_PAY_FROM } from '#src/servicing/funding/new-number-refusal.ts'
import { removeFundingAccount } from '#src/servicing/funding/remove-funding-account.ts'
import { readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { newTestId } from '#test/support/database.ts'
import { type FundingWorld, fundingWorld } from './funding-world.ts'

const ELENA = '1048264417'
const MARCUS = '1048264425'
const PRIYA = '1048264441'
let world: FundingWorld
let elena: Owner
let marcus: Owner

before(async () => {
  world = await fundingWorld([ELENA, MARCUS, PRIYA])
  elena = await world.book.ownerOf(ELENA)
  marcus = await world.book.ownerOf(MARCUS)
})
after(() => world.close())

const entry = (accountNumber: string) => ({
  ...({ kind: 'checking', routingNumber: '021000021', bankName: 'Harbor Savings' } as const),
  ...{ accountNumber, idempotencyKey: newTestId() },
})
const own = (owner: Owner) => readFundingAccounts(world.ctx.db, owner)

async function stop(id: string, reason: string) {
  await world.ctx.db
    .updateTable('funding_account')
    .set({ state: 'stopped', state_reason: reason })
    .where('id', '=', id)
    .execute()
}

test('one number is there once, however many forms add it at once', async () => {
  const added = await Promise.all(
    Array.from({ length: 10 }, () => addFundingAccount(world.ctx, elena, entry('880011223344'))),
  )
  const ids = new Set(added.map((each) => (each.ok ? each.value.fundingAccountId : 'refused')))
  assert.equal(ids.size, 1)
  assert.equal(added.filter((each) => each.ok && each.value.wasNew === 'yes').length, 1)
  assert.equal((await own(elena)).filter(({ lastFour }) => lastFour === '3344').length, 1)
})

test('made the default at once, one of them is', async () => {
  const ids = (await own(elena)).map(({ id }) => id)
  await Promise.all(
    ids.map((fundingAccountId) => makeFundingDefault(world.ctx, elena, { fundingAccountId })),
  )
  assert.equal((await own(elena)).filter(({ isDefault }) => isDefault).length, 1)
})

test('a number that was stopped is told: for fraud to everybody, else to its owner', async () => {
  const id = await world.add(elena, 'prenote', '660011223344')
  await stop(id, 'R02')
  const same = await addFundingAccount(world.ctx, elena, entry('660011223344'))
  assert.deepEqual(same.ok && [same.value.fundingAccountId, same.value.wasNew], [id, 'no'])
  const removal = { fundingAccountId: id, cancel: [] }
  assert.ok((await removeFundingAccount(world.ctx, elena, removal)).ok)
  const again = await addFundingAccount(world.ctx, elena, entry('660011223344'))
  assert.equal(again.ok ? '' : again.refusal.code, 'bankNumberStopped')
  assert.ok((await addFundingAccount(world.ctx, marcus, entry('660011223344'))).ok)

  const other = await world.add(marcus, 'prenote', '550011223344')
  await stop(other, 'R10')
  const barred = await addFundingAccount(world.ctx, elena, entry('550011223344'))
  assert.equal(barred.ok ? '' : barred.refusal.code, 'bankNumberStopped')
})

test('removed before its file went, a check stays here; pressed twice it is removed once', async () => {
  const id = await world.add(marcus, 'microDeposits')
  const check = await world.checkOf(marcus, id)
  const removal = { fundingAccountId: id, cancel: [] }
  const pressed = await Promise.all([
    removeFundingAccount(world.ctx, marcus, removal),
    removeFundingAccount(world.ctx, marcus, removal),
  ])
  assert.ok(pressed.every(({ ok }) => ok))
  const entries = await world.ctx.db
    .selectFrom('ach_entry')
    .select('state')
    .where('id', 'in', check.entryIds)
    .execute()
  assert.deepEqual(
    entries.map(({ state }) => state),
    ['withdrawn', 'withdrawn'],
  )
  assert.equal((await world.checkOf(marcus, id)).state, 'withdrawn')
  const told = (await world.told(marcus)).filter((name) => name === 'bankAccountRemoved')
  assert.equal(told.length, 1)
})

test('a verified account of another account of theirs is used without its numbers', async () => {
  const priya = await world.book.ownerOf(PRIYA)
  const [source] = await own(elena)
  assert.ok(source)
  const unverified = (await own(elena)).find(({ state }) => state === 'checking')
  assert.ok(unverified)
  for (const { id } of await own(priya))
    await removeFundingAccount(world.ctx, priya, { fundingAccountId: id, cancel: [] })
  const offered = await copyableFunding(world.ctx, priya, [elena])
  assert.ok(offered.every(({ funding }) => funding.state === 'verified'))
  const verified = offered[0]?.funding
  assert.ok(verified)
  const order = { from: elena, fundingAccountId: verified.id, idempotencyKey: newTestId() }
  const copies = await Promise.all([
    copyFundingAccount(world.ctx, priya, order),
    copyFundingAccount(world.ctx, priya, { ...order, idempotencyKey: newTestId() }),
  ])
  const ids = new Set(copies.map((each) => (each.ok ? each.value.fundingAccountId : 'refused')))
  assert.equal(ids.size, 1)
  const copy = (await own(priya)).find(({ id }) => ids.has(id))
  assert.deepEqual([copy?.state, copy?.lastFour], ['verified', verified.lastFour])
  const refused = await copyFundingAccount(world.ctx, priya, {
    ...order,
    fundingAccountId: unverified.id,
  })
  assert.equal(refused.ok ? '' : refused.refusal.code, 'bankAccountNotVerified')
})

test('there are limits: so many at once, so many in a day', async () => {
  const codes: string[] = []
  for (let n = 0; n < MOST_TO_PAY_FROM; n += 1) {
    const added = await addFundingAccount(world.ctx, marcus, entry(`99001122${n}`))
    if (!added.ok) codes.push(added.refusal.code)
  }
  assert.ok(codes.includes('bankAccountsToday'))
  world.book.clock.instant = '2026-11-26T16:48:00.000Z'
  for (let n = 0; n < MOST_TO_PAY_FROM; n += 1) {
    const added = await addFundingAccount(world.ctx, marcus, entry(`99001133${n}`))
    if (!added.ok) codes.push(added.refusal.code)
  }
  assert.ok(codes.includes('bankAccountsFull'))
  assert.equal((await own(marcus)).length, MOST_TO_PAY_FROM)
})
