// Money put right: held money used, sent back, moved; a payment on the wrong account; a late charge
// forgiven. Each by two persons, with messages to the borrowers, and a ledger that proves itself.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { addDays, date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type { MoneyOrder } from '#src/domain/orders/money-order.ts'
import { loadForUpdate } from '#src/servicing/load-account.ts'
import { bringBackRefunds } from '#src/servicing/posting/bring-back-refunds.ts'
import { viewAccountMoney } from '#src/servicing/posting/view-account-money.ts'
import { viewRequest } from '#src/servicing/posting/view-request.ts'
import { reversePayment } from '#src/servicing/reverse-payment.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { readTasks } from '#src/store/ach/money-tasks.ts'
import { newTestId } from '#test/support/database.ts'
import {
  check,
  type Person,
  type PostingWorld,
  postingWorld,
  TODAY,
  whyNot,
} from '#test/support/posting-world.ts'
import { verifiedFunding } from '#test/support/sent-payment.ts'

const ELENA = '1048264417'
const LATE = '1048264433'
const LEASE = '1048264508'
let world: PostingWorld
let agent: Person
let chief: Person
let elena: string
let late: string
let lease: string
before(async () => {
  world = await postingWorld([ELENA, LATE, LEASE])
  agent = await world.person('agent')
  chief = await world.person('supervisor')
  elena = (await world.book.ownerOf(ELENA)).accountId
  late = (await world.book.ownerOf(LATE)).accountId
  lease = (await world.book.ownerOf(LEASE)).accountId
})
after(() => world.close())

async function approved(order: MoneyOrder): Promise<string | null> {
  const answer = await world.ask(agent, order)
  return answer.ok ? whyNot(await world.approve(chief, answer.value)) : answer.refusal.code
}

function loaded(accountId: string) {
  return world.ctx.db.transaction().execute((tx) => loadForUpdate(tx, accountId))
}

async function held(accountId: string): Promise<number> {
  return (await loaded(accountId)).ledger.position.suspense
}

async function money(accountId: string) {
  const permit = world.may(agent, 'askMoney')
  const view = await viewAccountMoney(world.ctx, { permit, accountId })
  assert.ok(view)
  return view
}

async function told(accountId: string): Promise<string[]> {
  const rows = await world.ctx.db
    .selectFrom('outbox')
    .select('template')
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute()
  return rows.map(({ template }) => template)
}

const monthAgo = addDays(TODAY, -29)
const refund = (amount: number, fundingAccountId: string | null) => {
  return { kind: 'refund', accountId: elena, amount: cents(amount), fundingAccountId } as const
}

test('what a payment brings above all that is owed is held, and only what cleared leaves', async () => {
  assert.equal(await approved(check(elena, 5_000_000, monthAgo)), null)
  const { held: before, refundable } = (await money(elena)).held
  assert.ok(refundable > 0 && refundable <= before)
  assert.equal(await approved(check(elena, 30_000, TODAY)), null)
  assert.deepEqual((await money(elena)).held, { held: before + 30_000, refundable })
  assert.equal(await approved(refund(refundable + 1, null)), 'notCleared')
  assert.equal(await approved(refund(before + 30_001, null)), 'notEnoughHeld')
  const nothing = { kind: 'apply', accountId: elena, amount: cents(100) } as const
  assert.equal(await approved(nothing), 'nothingOwed')
})

test('a refund to a verified bank account waits for the next cutoff; one to another is refused', async () => {
  const owner = await world.book.ownerOf(ELENA)
  const funding = await verifiedFunding(world.ctx, owner)
  const before = await held(elena)
  assert.equal(await approved(refund(12_345, funding)), null)
  assert.equal(await held(elena), before - 12_345)
  const entry = await world.ctx.db
    .selectFrom('ach_entry')
    .select(['purpose', 'direction', 'class', 'amount', 'state', 'send_on'])
    .where('account_id', '=', elena)
    .where('purpose', '=', 'refund')
    .executeTakeFirstOrThrow()
  assert.deepEqual(entry, {
    ...{ purpose: 'refund', direction: 'credit', class: 'PPD', amount: 12_345 },
    ...{ state: 'waiting', send_on: TODAY },
  })
  assert.ok((await told(elena)).includes('heldMoneySentBack'))
  const stop = world.ctx.db.updateTable('funding_account').set({ state: 'stopped' })
  await stop.where('id', '=', funding).execute()
  assert.equal(await approved(refund(100, funding)), 'bankAccountNotUsable')
})

/** As a refused file leaves the refund of an account that goes again; answers with its new entry. */
async function sentAgain(accountId: string): Promise<string> {
  const id = newTestId()
  await sql`insert into ach_entry (account_id, id, funding_account_id, purpose, direction, amount,
      class, identification, send_on, state, sealed, created_at, changed_at)
    select account_id, ${id}, funding_account_id, purpose, direction, amount, class, identification,
      send_on, 'waiting', sealed, created_at, changed_at
    from ach_entry where account_id = ${accountId} and purpose = 'refund'`.execute(world.ctx.db)
  await sql`update ach_entry set state = 'refused', file_id = ${newTestId()},
      refused_then = 'sentAgain', sent_again_as = ${id}
    where account_id = ${accountId} and purpose = 'refund' and id <> ${id}`.execute(world.ctx.db)
  return id
}

test('a refund that came back is held again, once, and the borrowers hear of it', async () => {
  const before = await held(elena)
  // Its file was refused and it went again: it is still on its way.
  const again = await sentAgain(elena)
  await bringBackRefunds(world.ctx)
  assert.equal(await held(elena), before)
  await world.ctx.db
    .updateTable('ach_entry')
    .set({ state: 'withdrawn' })
    .where('account_id', '=', elena)
    .where('id', '=', again)
    .execute()
  await Promise.all([bringBackRefunds(world.ctx), bringBackRefunds(world.ctx)])
  await bringBackRefunds(world.ctx)
  assert.equal(await held(elena), before + 12_345)
  const messages = await told(elena)
  assert.equal(messages.filter((template) => template === 'heldMoneyReturned').length, 1)
})

test('a refund by check is marked so, and somebody has a task to write it', async () => {
  assert.equal(await approved(refund(5_000, null)), null)
  const tasks = await readTasks(world.ctx.db, { state: 'open', limit: 100 })
  const task = tasks.find(({ kind }) => kind === 'checkToWrite')
  assert.deepEqual([task?.accountId, task?.details], [elena, { amount: 5_000 }])
})

test('held money goes to another account, and pays there what is owed', async () => {
  const [from, due] = [await held(elena), (await money(late)).figures]
  const order = { kind: 'moveHeld', accountId: elena, toAccountId: late, amount: cents(20_000) }
  assert.equal(await approved(order as MoneyOrder), null)
  assert.equal(await held(elena), from - 20_000)
  const now = (await money(late)).figures
  assert.ok(now.due < due.due || now.pastDue < due.pastDue)
  assert.deepEqual(
    [(await told(elena)).at(-1), (await told(late)).at(-1)],
    ['heldMoneyMoved', 'paymentMovedHere'],
  )
  const same = { kind: 'moveHeld', accountId: elena, toAccountId: elena, amount: cents(100) }
  assert.equal(await approved(same as MoneyOrder), 'sameAccount')
})

test('a payment on the wrong account counts on the right one from its own day', async () => {
  const before = (await money(lease)).figures
  const day = addDays(TODAY, -20)
  assert.equal(await approved(check(lease, 26_000, day)), null)
  const [payment] = (await money(lease)).movable
  assert.ok(payment)
  const { eventId, amount } = payment
  const target = (await money(late)).figures
  const order = { kind: 'move', accountId: lease, toAccountId: late, eventId, amount } as const
  const id = await world.asked(agent, order)
  const permit = world.may(chief, 'seeMoney')
  const view = await viewRequest(world.ctx, { permit, requestId: id })
  const foreseen = view?.effects.map(({ account, after: then }) => [account.accountId, then])
  assert.equal(whyNot(await world.approve(chief, id)), null)
  const then = [(await money(lease)).figures, (await money(late)).figures]
  assert.deepEqual(then[0], before)
  assert.notDeepEqual(then[1], target)
  assert.deepEqual(
    new Map(foreseen as [string, unknown][]),
    new Map([
      [lease, then[0]],
      [late, then[1]],
    ]),
  )
  const posted = (await loaded(late)).events
    .filter(({ payload }) => payload.kind === 'payment')
    .at(-1)
  assert.deepEqual(
    [posted?.effectiveDate, posted?.payload.kind === 'payment' && posted.payload.amount],
    [day, 26_000],
  )
  assert.equal(await approved(order), 'paymentNotMovable')
  assert.deepEqual(
    [(await told(lease)).at(-1), (await told(late)).at(-1)],
    ['paymentMovedAway', 'paymentMovedHere'],
  )
})

test('a payment whose surplus was sent back is not moved any more', async () => {
  const big = (await money(elena)).movable.find(({ amount }) => amount === 5_000_000)
  assert.ok(big)
  const order = { kind: 'move', accountId: elena, toAccountId: late, ...big } as const
  assert.equal(await approved({ ...order, amount: cents(5_000_000) }), 'moneyGone')
})

test('a late charge is forgiven up to what is open, and not a cent more', async () => {
  const before = await money(late)
  const [charge] = before.charges
  assert.ok(charge, 'the late account has a late charge')
  const waive = (amount: number) => {
    return {
      kind: 'waive',
      accountId: late,
      eventId: charge.eventId,
      amount: cents(amount),
    } as const
  }
  assert.equal(await approved(waive(charge.open + 1)), 'chargeNotOpen')
  // An agent asks, and never forgives alone, however little it is.
  const little = await world.asked(agent, waive(1))
  assert.equal(whyNot(await world.alone(agent, little)), 'roleTooLow')
  assert.equal(whyNot(await world.approve(chief, little)), null)
  const own = await world.asked(chief, waive(charge.open - 1))
  assert.equal(whyNot(await world.alone(chief, own)), null)
  const then = await money(late)
  assert.equal(then.figures.lateCharges, before.figures.lateCharges - charge.open)
  assert.equal(await approved(waive(1)), 'chargeNotOpen')
  assert.equal((await told(late)).at(-1), 'lateChargeForgiven')
})

test('what was forgiven goes with its charge when the money turns out to have come in time', async () => {
  const { ledger } = await loaded(late)
  const [charge] = ledger.steps.filter(({ event }) => event.payload.kind === 'lateCharge').slice(-1)
  assert.ok(charge)
  const before = (await loaded(late)).ledger.position
  // In time for every installment.
  const day = addDays(charge.event.effectiveDate, -14)
  assert.equal(await approved(check(late, 500_000, day < monthAgo ? monthAgo : date(day))), null)
  const { ledger: now, events } = await loaded(late)
  assert.ok(now.position.lateCharges >= 0 && before.lateCharges >= 0)
  const standing = new Set(now.steps.map(({ event }) => event.id))
  for (const { payload, id } of events)
    if (payload.kind === 'adjustment' && payload.charge && standing.has(id))
      assert.ok(standing.has(payload.charge))
})

test('a payment that is taken back after its surplus was sent back is put before a person', async () => {
  const big = (await loaded(elena)).events.find(
    ({ payload }) => payload.kind === 'payment' && payload.amount === 5_000_000,
  )
  assert.ok(big)
  const of = { accountId: elena, eventId: big.id, reason: 'return', code: 'R10' } as const
  await reversePayment(world.ctx, of)
  const below = await held(elena)
  assert.ok(below < 0)
  const tasks = await readTasks(world.ctx.db, { state: 'open', limit: 100 })
  const task = tasks.find(({ kind }) => kind === 'heldBelowZero')
  assert.equal(task?.accountId, elena)
  assert.deepEqual(task.details, { amount: below, code: 'R10', day: TODAY })
})

test('the ledger of all of them follows from their events', async () => {
  const { problems } = await verifyLedger(world.ctx)
  assert.deepEqual(problems, [])
})
