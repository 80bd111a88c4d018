// A bank account is verified before anything is taken from it.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import type { Owner } from '#src/servicing/context.ts'
import { checkAgain } from '#src/servicing/funding/check-again.ts'
import { settleFundingChecks } from '#src/servicing/funding/settle-funding-checks.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { newTestId } from '#test/support/database.ts'
import { type FundingWorld, fundingWorld } from './funding-world.ts'

const ELENA = '1048264417'
let world: FundingWorld
let elena: Owner

before(async () => {
  world = await fundingWorld([ELENA])
  elena = await world.book.ownerOf(ELENA)
})
beforeEach(() => world.moveTo('2026-11-24'))
after(() => world.close())

const settle = (day: string) => settleFundingChecks(world.ctx, date(day))

/** Another of the five that somebody may add in a day. */
async function added(by: 'prenote' | 'microDeposits'): Promise<string> {
  await world.book.ctx.db
    .updateTable('funding_account')
    .set({ added_at: '2026-01-01T00:00:00.000Z', removed_at: '2026-01-02T00:00:00.000Z' })
    .where('account_id', '=', elena.accountId)
    .where('bank_name', '=', 'Harbor Savings')
    .execute()
  return world.add(elena, by)
}

test('a prenote goes with the next file, and verifies three banking days after it settled', async () => {
  const id = await added('prenote')
  const check = await world.checkOf(elena, id)
  assert.deepEqual([check.sendOn, check.settlesOn], ['2026-11-24', '2026-11-25'])
  const entry = await world.ctx.db
    .selectFrom('ach_entry')
    .selectAll()
    .where('id', '=', check.entryIds[0] ?? '')
    .executeTakeFirstOrThrow()
  const { purpose, direction, amount, state, send_on: sendOn } = entry
  assert.deepEqual(
    { purpose, direction, amount, state, sendOn, class: entry.class },
    {
      ...{ purpose: 'prenote', direction: 'debit', amount: 0, state: 'waiting', class: 'WEB' },
      sendOn: '2026-11-24',
    },
  )
  await world.inFile(elena, id, '2026-11-25')
  assert.deepEqual(await settle('2026-11-30'), { bankAccountsVerified: 0, bankAccountsFailed: 0 })
  assert.equal((await world.read(elena, id))?.state, 'checking')
  assert.deepEqual(await settle('2026-12-01'), { bankAccountsVerified: 1, bankAccountsFailed: 0 })
  assert.deepEqual(await settle('2026-12-01'), { bankAccountsVerified: 0, bankAccountsFailed: 0 })
  const funding = await world.read(elena, id)
  assert.equal(funding?.state, 'verified')
  assert.ok(funding?.verifiedAt)
  assert.equal((await world.told(elena)).at(-1), 'bankAccountReady')
  const lines = await readAccountAudit(world.ctx.db, elena.accountId)
  assert.equal(lines.at(-1)?.action, 'bank account verified')
})

test('after the cutoff the prenote goes a banking day later', async () => {
  world.book.clock.instant = '2026-11-24T22:30:00.000Z'
  const check = await world.checkOf(elena, await added('prenote'))
  assert.deepEqual([check.sendOn, check.settlesOn], ['2026-11-25', '2026-11-27'])
})

test('a prenote that is returned fails, late as well, and the account is never debited', async () => {
  const early = await added('prenote')
  await world.inFile(elena, early, '2026-11-25')
  await world.returned(elena, early, 'R03')
  assert.deepEqual(await settle('2026-11-27'), { bankAccountsVerified: 0, bankAccountsFailed: 1 })
  const failed = await world.read(elena, early)
  assert.deepEqual([failed?.state, failed?.stateReason], ['failed', 'R03'])
  assert.equal((await world.told(elena)).at(-1), 'bankAccountFailed')
  const again = await checkAgain(world.ctx, elena, { fundingAccountId: early })
  assert.equal(again.ok ? '' : again.refusal.code, 'bankAccountNotCheckable')

  const late = await added('prenote')
  await world.inFile(elena, late, '2026-11-25')
  await settle('2026-12-01')
  assert.equal((await world.read(elena, late))?.state, 'verified')
  await world.returned(elena, late, 'R02')
  await settle('2026-12-02')
  assert.equal((await world.read(elena, late))?.state, 'failed')
})

test('two deposits under a dollar that differ, and no number of them in the clear', async () => {
  const id = await added('microDeposits')
  const check = await world.checkOf(elena, id)
  const [first, second] = await world.amounts(elena, id)
  assert.notEqual(first, second)
  const entries = await world.ctx.db
    .selectFrom('ach_entry')
    .select(['amount', 'purpose', 'direction', 'class'])
    .where('id', 'in', check.entryIds)
    .execute()
  assert.deepEqual(entries.map((entry) => Number(entry.amount)).sort(), [first, second].sort())
  for (const entry of entries)
    assert.deepEqual(
      [entry.purpose, entry.direction, entry.class],
      ['accountCheck', 'credit', 'PPD'],
    )
  assert.equal((await world.told(elena)).at(-1), 'bankDepositsOnTheirWay')
})

test('the amounts verify in either order, once; before they are there no try counts', async () => {
  const id = await added('microDeposits')
  const [first, second] = await world.amounts(elena, id)
  const early = await world.type(elena, id, [first, second])
  assert.equal(early.ok ? '' : early.refusal.code, 'depositsNotThere')
  assert.equal((await world.checkOf(elena, id)).tries, 0)
  await world.inFile(elena, id, '2026-11-27')
  await settle('2026-11-27')
  await settle('2026-11-27')
  const there = (await world.told(elena)).filter((name) => name === 'bankDepositsThere')
  assert.equal(there.length, 1)
  await world.moveTo('2026-11-27')
  const key = newTestId()
  const pressed = await Promise.all([
    world.type(elena, id, [second, first], key),
    world.type(elena, id, [second, first], key),
  ])
  assert.ok(pressed.every(({ ok }) => ok))
  assert.equal((await world.checkOf(elena, id)).tries, 1)
  assert.equal((await world.read(elena, id))?.state, 'verified')
  const ready = (await world.told(elena)).filter((name) => name === 'bankAccountReady')
  const again = await world.type(elena, id, [first, second])
  assert.ok(again.ok)
  assert.deepEqual(
    (await world.told(elena)).filter((name) => name === 'bankAccountReady'),
    ready,
  )
})

test('wrong amounts: two at once count two, one form sent twice counts one, the third ends it', async () => {
  const id = await added('microDeposits')
  const drawn = await world.amounts(elena, id)
  const wrong = drawn[0] === 1 ? ([2, 2] as const) : ([1, 1] as const)
  await world.inFile(elena, id, '2026-11-27')
  await world.moveTo('2026-11-27')
  const once = newTestId()
  const same = await Promise.all([
    world.type(elena, id, wrong, once),
    world.type(elena, id, wrong, once),
  ])
  assert.deepEqual(
    same.map((each) => (each.ok ? null : each.refusal)),
    [1, 2].map(() => ({ code: 'depositsWrong', left: 2 })),
  )
  const two = await Promise.all([world.type(elena, id, wrong), world.type(elena, id, wrong)])
  assert.deepEqual(two.map((each) => (each.ok ? '' : each.refusal.code)).sort(), [
    'depositsSpent',
    'depositsWrong',
  ])
  assert.equal((await world.checkOf(elena, id)).tries, 3)
  const right = await world.type(elena, id, drawn)
  assert.equal(right.ok ? '' : right.refusal.code, 'depositsOver')
  const funding = await world.read(elena, id)
  assert.deepEqual([funding?.state, funding?.stateReason], ['failed', 'wrongAmounts'])
  assert.equal((await world.told(elena)).at(-1), 'bankAccountFailed')

  // Once more is a slip; a third check is for a call.
  const order = { fundingAccountId: id }
  await world.moveTo('2026-11-30')
  assert.ok((await checkAgain(world.deposits, elena, order)).ok)
  assert.ok((await checkAgain(world.deposits, elena, order)).ok)
  assert.notEqual((await world.checkOf(elena, id)).tries, 3)
  await world.inFile(elena, id, '2026-12-02')
  await settle('2026-12-17')
  assert.equal((await world.read(elena, id))?.stateReason, 'expired')
  const third = await checkAgain(world.deposits, elena, order)
  assert.equal(third.ok ? '' : third.refusal.code, 'bankAccountNotCheckable')
})

test('typed after the last day nothing is verified', async () => {
  const id = await added('microDeposits')
  const drawn = await world.amounts(elena, id)
  await world.inFile(elena, id, '2026-11-27')
  await settle('2026-12-11')
  assert.equal((await world.read(elena, id))?.state, 'checking')
  await settle('2026-12-12')
  await world.moveTo('2026-12-12')
  const typed = await world.type(elena, id, drawn)
  assert.equal(typed.ok ? '' : typed.refusal.code, 'depositsOver')
  assert.equal((await world.read(elena, id))?.stateReason, 'expired')
})
