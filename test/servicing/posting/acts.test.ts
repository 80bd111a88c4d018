// Due dates moved and loans given up as lost: asked for by a supervisor, foreseen as it comes about,
// decided by another person, refused where the loan has changed since.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type { ActOrder } from '#src/domain/orders/money-order.ts'
import { verifyAudit } from '#src/servicing/audit/verify-audit.ts'
import { setAutopay } from '#src/servicing/autopay/set-autopay.ts'
import { loadForUpdate } from '#src/servicing/load-account.ts'
import { viewAccountMoney } from '#src/servicing/posting/view-account-money.ts'
import { type RequestView, viewRequest } from '#src/servicing/posting/view-request.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { readAutopays } from '#src/store/autopay/autopays.ts'
import { readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import { newTestId } from '#test/support/database.ts'
import { paid } from '#test/support/payment-orders.ts'
import {
  check,
  type Person,
  type PostingWorld,
  postingWorld,
  TODAY,
  whyNot,
} from '#test/support/posting-world.ts'

const ELENA = '1048264417'
const LATE = '1048264433'
const LEASE = '1048264508'
let world: PostingWorld
let agent: Person
let chief: Person
let other: Person
let elena: string
let late: string
let lease: string
before(async () => {
  world = await postingWorld([ELENA, LATE, LEASE])
  agent = await world.person('agent')
  chief = await world.person('supervisor')
  other = await world.person('administrator')
  elena = (await world.book.ownerOf(ELENA)).accountId
  late = (await world.book.ownerOf(LATE)).accountId
  lease = (await world.book.ownerOf(LEASE)).accountId
  await setFor(ELENA)
})
after(() => world.close())

async function setFor(number: string): Promise<void> {
  const owner = await world.book.ownerOf(number)
  const [from] = await readFundingAccounts(world.ctx.db, owner)
  const answer = await setAutopay(world.ctx, owner, {
    terms: {
      ...{ amount: { kind: 'installment' }, day: { kind: 'dueDate' } },
      ...{ charges: 'notTaken', begins: TODAY, ends: null },
    },
    fundingAccountId: from?.id ?? '',
    ...{ agreed: 'yes', authorizationText: 'I allow each payment.', idempotencyKey: newTestId() },
  })
  assert.ok(answer.ok, JSON.stringify(answer))
}

async function money(accountId: string) {
  const permit = world.may(chief, 'askForAct')
  const view = await viewAccountMoney(world.ctx, { permit, accountId })
  assert.ok(view)
  return view
}

async function extension(accountId: string, months: number): Promise<ActOrder> {
  const found = (await money(accountId)).extensions.find((each) => each.months === months)
  assert.ok(found)
  const { from, amount } = found
  return { kind: 'extend', accountId, months, from, amount }
}

async function chargeOff(accountId: string): Promise<ActOrder> {
  const { chargeOff: found } = await money(accountId)
  assert.ok(found)
  return { kind: 'chargeOff', accountId, amount: found.principal }
}

async function seen(requestId: string): Promise<RequestView> {
  const view = await viewRequest(world.ctx, { permit: world.may(other, 'seeMoney'), requestId })
  assert.ok(view)
  return view
}

function loaded(accountId: string) {
  return world.ctx.db.transaction().execute((tx) => loadForUpdate(tx, accountId))
}

async function told(accountId: string, template: string) {
  const rows = await world.ctx.db
    .selectFrom('outbox')
    .select(['obligor_id', 'parameters'])
    .where('account_id', '=', accountId)
    .where('template', '=', template)
    .execute()
  return rows.map((row) => row.parameters as Record<string, string>)
}

async function setPayments(accountId: string) {
  const payments = await readPayments(world.ctx.db, accountId)
  return payments.filter(({ state }) => state === 'scheduled')
}

async function borrowers(accountId: string): Promise<number> {
  return (await readObligors(world.ctx.db, world.ctx.vault, accountId)).length
}

test('only a supervisor asks, whoever sends the form; of a lease nobody can', async () => {
  const order = await extension(elena, 1)
  assert.equal(whyNot(await world.ask(agent, order)), 'roleTooLow')
  assert.equal(whyNot(await world.ask(other, order)), 'roleTooLow')
  const { extensions, chargeOff: loss } = await money(lease)
  assert.deepEqual([extensions, loss], [[], null])
  for (const kind of ['extend', 'chargeOff'] as const) {
    const of = { accountId: lease, months: 1, from: 1, amount: cents(100) }
    assert.equal(whyNot(await world.ask(chief, { kind, ...of })), 'notALoan')
  }
})

test('what is asked for is what the account was: another amount, installment or span is refused', async () => {
  const order = await extension(elena, 1)
  assert.ok(order.kind === 'extend')
  for (const wrong of [
    { ...order, amount: cents(1) },
    { ...order, from: order.from + 1 },
    { ...order, months: 2 },
    { ...(await chargeOff(elena)), amount: cents(1) },
  ])
    assert.equal(whyNot(await world.ask(chief, wrong)), 'accountChanged')
  assert.equal(whyNot(await world.ask(chief, { ...order, months: 7 })), 'nothingToMove')
})

test('moved due dates are foreseen as they come about, and nothing is left of the rehearsal', async () => {
  const [debit] = await setPayments(elena)
  assert.ok(debit, 'autopay has set the debit of December')
  const before = await loaded(elena)
  // Two payments: more than the 500.00 that one person may move alone.
  const id = await world.asked(chief, await extension(elena, 2))
  assert.equal(whyNot(await world.ask(chief, await extension(elena, 1))), 'requestOpen')
  const view = await seen(id)
  const [{ dates } = { dates: null }] = view.effects
  assert.deepEqual([dates?.before[0]?.due, dates?.after[0]?.due], ['2026-12-05', '2027-02-05'])
  assert.equal(dates?.before[0]?.number, dates?.after[0]?.number)
  const fate = view.rehearsed?.debits.find(({ on }) => on === debit.effectiveDate)
  assert.deepEqual([fate?.isCanceled, fate?.byAutopay], [true, true])
  const next = { on: date('2027-02-05'), amount: debit.amount }
  assert.deepEqual(view.rehearsed?.autopay, { before: 'active', after: 'active', next })
  const then = await loaded(elena)
  assert.equal(then.events.length, before.events.length)
  assert.deepEqual(await setPayments(elena), [debit])
  assert.deepEqual(await told(elena, 'dueDatesMoved'), [])
  assert.equal(whyNot(await world.alone(chief, id)), 'secondPersonNeeded')
  assert.equal(whyNot(await world.approve(other, id)), null)
})

test('carried out, the due dates, autopay, every borrower and the audit say so', async () => {
  const { ledger, events } = await loaded(elena)
  assert.ok(ledger.product === 'loan')
  const { extensions } = ledger.position.contract
  assert.deepEqual(
    extensions?.map(({ months }) => months),
    [2],
  )
  assert.equal(events.at(-1)?.effectiveDate, TODAY)
  assert.deepEqual(await setPayments(elena), [])
  const [autopay] = await readAutopays(world.ctx.db, elena)
  assert.deepEqual([autopay?.state, autopay?.stateReason], ['active', 'deferred'])
  const messages = await told(elena, 'dueDatesMoved')
  assert.equal(messages.length, await borrowers(elena))
  for (const { amount, effective } of messages)
    assert.deepEqual([amount, effective], [String(ledger.contract.payment), '2027-02-05'])
  const actions = (await readAccountAudit(world.ctx.db, elena)).map(({ action }) => action)
  for (const action of ['money request made', 'recorded on account', 'money request carried out'])
    assert.ok(actions.includes(action), action)
})

test('a payment between asking and deciding makes it another thing, which nobody approves', async () => {
  const moved = await world.asked(chief, await extension(late, 1))
  const mailed = await world.asked(agent, check(late, 90_000, date('2026-11-20')))
  assert.equal(whyNot(await world.approve(chief, mailed)), null)
  assert.equal(whyNot(await world.approve(other, moved)), 'accountChanged')
  const view = await seen(moved)
  assert.deepEqual([view.problem?.code, view.rehearsed], ['accountChanged', null])
  assert.equal(whyNot(await world.withdraw(chief, moved)), null)
})

test('a loan is charged off once, by two people; autopay ends and the debt stays', async () => {
  const order = await chargeOff(elena)
  const { chargeOff: foreseen } = await money(elena)
  const id = await world.asked(chief, order)
  assert.equal(whyNot(await world.alone(chief, id)), 'secondPersonNeeded')
  assert.equal(whyNot(await world.approve(chief, id)), 'ownRequest')
  const view = await seen(id)
  assert.equal(view.effects[0]?.after.chargedOff, foreseen?.owed)
  assert.deepEqual(view.effects[0]?.dates.after, [])
  assert.equal(view.rehearsed?.autopay?.after, 'ended')
  const both = await Promise.all([world.approve(other, id), world.approve(other, id)])
  assert.deepEqual(both.map(whyNot).sort(), ['requestDecided', null].sort())
  const { ledger, events } = await loaded(elena)
  assert.equal(ledger.product === 'loan' && ledger.position.chargedOff, foreseen?.owed)
  assert.equal(events.filter(({ payload }) => payload.kind === 'chargeOff').length, 1)
  const [autopay] = await readAutopays(world.ctx.db, elena)
  assert.deepEqual([autopay?.state, autopay?.stateReason], ['ended', 'chargedOff'])
  const messages = await told(elena, 'loanChargedOff')
  assert.equal(messages.length, await borrowers(elena))
  assert.equal(messages[0]?.amount, String(foreseen?.owed))
  assert.equal(whyNot(await world.ask(chief, order)), 'chargedOffBefore')
})

test('whoever asked and is a supervisor no more asked for nothing', async () => {
  const gone = await world.person('supervisor')
  const id = await world.asked(gone, await chargeOff(late))
  const owner = new pg.Client({ connectionString: world.book.database.ownerUrl })
  await owner.connect()
  await owner.query("update staff set role = 'agent' where id = $1", [gone.staffId])
  await owner.end()
  assert.equal(whyNot(await world.approve(other, id)), 'askerGone')
  assert.equal(whyNot(await world.refuse(other, id)), null)
})

test('a payment that the borrower set stays through a charge-off, and the page says so', async () => {
  const paymentId = await paid(world.ctx, await world.book.ownerOf(LATE))
  const id = await world.asked(chief, await chargeOff(late))
  const { rehearsed } = await seen(id)
  assert.equal(rehearsed?.autopay, null)
  assert.deepEqual(
    rehearsed?.debits.map(({ byAutopay, isCanceled, was, amount }) => [
      ...[byAutopay, isCanceled, was === amount],
    ]),
    [[false, false, true]],
  )
  assert.equal(whyNot(await world.approve(other, id)), null)
  assert.deepEqual(
    (await setPayments(late)).map((each) => each.id),
    [paymentId],
  )
})

test('the books and the audit prove themselves after all of it', async () => {
  const { problems } = await verifyLedger(world.ctx)
  assert.deepEqual(problems, [])
  const broken: unknown[] = []
  await verifyAudit(world.ctx, {
    problem: (each: unknown) => broken.push(each),
    progress: () => undefined,
  })
  assert.deepEqual(broken, [])
})
