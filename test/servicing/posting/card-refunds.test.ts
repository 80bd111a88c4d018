// A payment by card that one of us sends back, with the real library and the demo's processor over
// HTTP: asked for by one, approved by another, sent once however it is ended, never more than is
// left of it, and told to who paid.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { inspect } from 'node:util'
import { loanLedger } from '#src/domain/account/ledger.ts'
import { cents } from '#src/domain/money.ts'
import type { MoneyOrder } from '#src/domain/orders/money-order.ts'
import { askAboutCards } from '#src/servicing/cards/ask-about-cards.ts'
import type { CardContext } from '#src/servicing/cards/card-context.ts'
import { followCardPayment } from '#src/servicing/cards/follow-card-payment.ts'
import { viewCardPayment } from '#src/servicing/cards/view-card-payment.ts'
import type { Owner } from '#src/servicing/context.ts'
import { loadAccount } from '#src/servicing/load-account.ts'
import { viewAccountMoney } from '#src/servicing/posting/view-account-money.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { readEvents } from '#src/store/accounts/account-events.ts'
import { readCardPayment } from '#src/store/cards/card-payments.ts'
import {
  type CardWorld,
  cardOrder,
  onItsPage,
  openCardWorld,
  useCard,
} from '#test/support/card-world.ts'
import {
  type Person,
  type PostingWorld,
  postingWorld,
  whyNot,
} from '#test/support/posting-world.ts'

const ELENA = '1048264417'

let desk: PostingWorld
let world: CardWorld
let ctx: CardContext
let elena: Owner
let agent: Person
let chief: Person
let other: Person

before(async () => {
  desk = await postingWorld([ELENA])
  elena = await desk.book.ownerOf(ELENA)
  world = await openCardWorld(() => desk.book.clock.instant)
  ctx = { ...desk.ctx, card: world.card }
  agent = await desk.person('agent')
  chief = await desk.person('supervisor')
  other = await desk.person('administrator')
})
beforeEach(() => world.hears(async () => 200))
after(async () => {
  await world.close()
  await desk.close()
})

type Refund = MoneyOrder & { kind: 'cardRefund' }

/** Paid on the processor's page and counting, as the desk's page would ask for it back. */
async function paid(amount: number, card = 'debit') {
  const order = await cardOrder(ctx, elena, { amount: cents(amount) })
  const { id, url } = await onItsPage(ctx, elena, order)
  assert.equal(await useCard(url, card), 303)
  const which = { accountId: elena.accountId, id }
  await followCardPayment(ctx, which)
  const [shown] = (await cardsShown()).filter(({ paymentId }) => paymentId === id)
  assert.ok(shown, 'the desk can send it back')
  const { paymentId, eventId, effectiveDate } = shown
  const of = { accountId: elena.accountId, paymentId, eventId, effectiveDate }
  return { which, refund: { kind: 'cardRefund', ...of, amount: shown.amount } as Refund }
}

async function cardsShown() {
  const of = { permit: desk.may(chief, 'askMoney'), accountId: elena.accountId }
  return (await viewAccountMoney(desk.ctx, of))?.cards ?? []
}

async function rowOf(which: { accountId: string; id: string }) {
  return (await readCardPayment(ctx.db, which)) ?? assert.fail('it is kept')
}

/** What the processor says was sent back of it, and by how many refunds. */
async function sentBack(which: { accountId: string; id: string }) {
  const { sessionId } = await rowOf(which)
  const facts = await world.card.look(sessionId ?? '')
  const bodies = new Set(
    world.sent.filter(({ kind }) => kind === 'charge.refunded').map(({ body }) => body),
  )
  const own = [...bodies].filter((body) => body.includes(facts.intentId ?? 'none'))
  return { refunded: facts.refunded, refunds: own.length }
}

async function reversalsOf(eventId: string) {
  const events = await readEvents(ctx.db, elena.accountId)
  return events.filter(({ payload }) => payload.kind === 'reversal' && payload.of === eventId)
}

/** What the payer was told of it, in the portal and by mail. */
async function toldOf(id: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('outbox')
    .select(['channel', 'template', 'parameters'])
    .execute()
  return rows
    .filter(({ parameters }) => JSON.stringify(parameters).includes(id))
    .map(({ channel, template }) => `${template} ${channel}`)
}

async function tasks(kind: string, about: string): Promise<number> {
  const rows = await ctx.db
    .selectFrom('money_task')
    .select('id')
    .where('kind', '=', kind)
    .where('about', 'like', `${about}%`)
    .execute()
  return rows.length
}

async function approved(refund: Refund): Promise<string> {
  const id = await desk.asked(agent, refund)
  assert.equal(whyNot(await desk.approve(chief, id)), null)
  return id
}

test('above the limit two people; it counts until it was sent, and then never did', async () => {
  const { which, refund } = await paid(60_000)
  const id = await desk.asked(chief, refund)
  assert.equal(whyNot(await desk.alone(chief, id)), 'secondPersonNeeded')
  assert.equal(whyNot(await desk.approve(chief, id)), 'ownRequest')
  assert.deepEqual(await sentBack(which), { refunded: 0, refunds: 0 })
  assert.equal(whyNot(await desk.approve(other, id)), null)
  assert.deepEqual([(await rowOf(which)).state, (await rowOf(which)).refundRequest], ['paid', id])
  assert.equal((await reversalsOf(refund.eventId)).length, 0)
  const going = await viewCardPayment(ctx, elena, which.id)
  assert.ok(going.ok && going.value.payment.isGoingBack && going.value.payment.isPosted)
  await askAboutCards(ctx)
  const row = await rowOf(which)
  assert.deepEqual([row.state, row.postedEventId], ['refunded', null])
  assert.deepEqual(await sentBack(which), { refunded: 60_000, refunds: 1 })
  const [reversal, ...more] = await reversalsOf(refund.eventId)
  assert.deepEqual(more, [])
  assert.equal(
    reversal?.effectiveDate,
    refund.effectiveDate,
    'from the day on which it had counted',
  )
  const told = (await toldOf(which.id)).filter((one) => one.startsWith('cardSentBack'))
  assert.deepEqual(told.toSorted(), ['cardSentBack email', 'cardSentBack portal'])
  assert.equal(await tasks('cardRefunded', which.id), 0, 'nobody has to look at it')
  const view = await viewCardPayment(ctx, elena, which.id)
  assert.ok(view.ok && view.value.payment.state === 'refunded')
  const lines = (await readAccountAudit(ctx.db, elena.accountId)).map(({ action }) => action)
  assert.ok(lines.includes('money request carried out'))
})

test('an agent asks and never sends; at the limit a supervisor sends alone', async () => {
  const { which, refund } = await paid(10_000)
  const asked = await desk.asked(agent, refund)
  assert.equal(whyNot(await desk.alone(agent, asked)), 'roleTooLow')
  assert.equal(whyNot(await desk.withdraw(agent, asked)), null)
  const mine = await desk.asked(other, refund)
  assert.equal(whyNot(await desk.alone(other, mine)), null)
  await askAboutCards(ctx)
  assert.deepEqual(await sentBack(which), { refunded: 10_000, refunds: 1 })
})

test('ended before, at and after the call, and run again: sent once, reversed once, told once', async () => {
  const { which, refund } = await paid(12_000)
  await approved(refund)
  const ends = async () => assert.fail('ended here')
  const before = { ...ctx, card: { ...ctx.card, refund: ends } }
  await assert.rejects(followCardPayment(before, which), /ended here/)
  assert.deepEqual(await sentBack(which), { refunded: 0, refunds: 0 })
  const refundThenEnd: CardContext['card']['refund'] = async (order) => {
    await ctx.card.refund(order)
    return assert.fail('ended here')
  }
  const at = { ...ctx, card: { ...ctx.card, refund: refundThenEnd } }
  await assert.rejects(followCardPayment(at, which), /ended here/)
  assert.equal((await rowOf(which)).state, 'paid', 'nothing of it is written yet')
  // A look from before it was sent asks once more, under the same key.
  const stale = await rowOf(which)
  const again = {
    intentId: stale.intentId ?? '',
    refundId: stale.refundRequest ?? '',
    amount: 12_000,
  }
  assert.equal(await world.card.refund(again), 'sent')
  await Promise.all([
    followCardPayment(ctx, which),
    askAboutCards(ctx),
    followCardPayment(ctx, which),
  ])
  await askAboutCards(ctx)
  assert.equal((await rowOf(which)).state, 'refunded')
  assert.deepEqual(await sentBack(which), { refunded: 12_000, refunds: 1 })
  assert.equal((await reversalsOf(refund.eventId)).length, 1)
  assert.equal((await toldOf(which.id)).filter((one) => one === 'cardSentBack portal').length, 1)
})

test('the event of the processor alone finds it', async () => {
  const { which, refund } = await paid(13_000)
  await approved(refund)
  const { intentId, refundRequest } = await rowOf(which)
  world.connect(ctx)
  const order = { intentId: intentId ?? '', refundId: refundRequest ?? '', amount: 13_000 }
  await world.card.refund(order)
  for (let tries = 0; tries < 100 && (await rowOf(which)).state === 'paid'; tries += 1)
    await new Promise((done) => setTimeout(done, 50))
  assert.equal((await rowOf(which)).state, 'refunded')
  assert.equal((await reversalsOf(refund.eventId)).length, 1)
})

test('asked for and approved by several at once it is one; another thing than it was is refused', async () => {
  const { which, refund } = await paid(14_000)
  for (const wrong of [{ amount: cents(14_001) }, { paymentId: elena.accountId }] as const)
    assert.equal(whyNot(await desk.ask(agent, { ...refund, ...wrong })), 'cardNotRefundable')
  const id = await desk.asked(agent, refund)
  assert.equal(whyNot(await desk.ask(other, refund)), 'requestOpen')
  const answers = await Promise.all([desk.approve(chief, id), desk.approve(other, id)])
  assert.deepEqual(answers.map(whyNot).toSorted(), [null, 'requestDecided'].toSorted())
  assert.equal(whyNot(await desk.ask(agent, refund)), 'cardNotRefundable')
  assert.ok(!(await cardsShown()).some(({ paymentId }) => paymentId === which.id))
  await askAboutCards(ctx)
  assert.equal(whyNot(await desk.ask(agent, refund)), 'cardNotRefundable')
  assert.deepEqual(await sentBack(which), { refunded: 14_000, refunds: 1 })
})

test('of one that was sent back in part at the processor only the rest is sent', async () => {
  const { which, refund } = await paid(15_000)
  const { intentId } = await rowOf(which)
  await world.card.refund({ refundId: 'at the processor', intentId: intentId ?? '', amount: 4_000 })
  await approved(refund)
  await askAboutCards(ctx)
  assert.deepEqual(await sentBack(which), { refunded: 15_000, refunds: 2 })
  assert.equal((await rowOf(which)).state, 'refunded')
})

test('disputed meanwhile: its bank has the money, and nothing is sent besides', async () => {
  const look: CardContext['card']['look'] = async (page) => {
    const facts = await ctx.card.look(page)
    return { ...facts, dispute: 'open', disputeId: 'dp_test' }
  }
  const disputed = { ...ctx, card: { ...ctx.card, look } }
  const asked = await paid(16_000)
  const request = await desk.asked(agent, asked.refund)
  await followCardPayment(disputed, asked.which)
  assert.equal((await rowOf(asked.which)).state, 'disputed')
  assert.equal(whyNot(await desk.approve(chief, request)), 'cardNotRefundable')
  const late = await paid(17_000)
  await approved(late.refund)
  await askAboutCards(disputed)
  const row = await rowOf(late.which)
  assert.deepEqual([row.state, row.refundRequest], ['disputed', null])
  assert.deepEqual(await sentBack(late.which), { refunded: 0, refunds: 0 })
  assert.equal(await tasks('cardDisputed', late.which.id), 1)
})

test('the processor will not send it: it still counts, and a person hears of it once', async () => {
  const { which, refund } = await paid(18_000)
  const id = await approved(refund)
  const refuses = { ...ctx, card: { ...ctx.card, refund: async () => 'refused' as const } }
  await followCardPayment(refuses, which)
  await followCardPayment(refuses, which)
  const row = await rowOf(which)
  assert.deepEqual([row.state, row.refundRequest], ['paid', null])
  assert.equal(row.postedEventId, refund.eventId)
  assert.equal(await tasks('cardNotRefunded', id), 1)
  await approved(refund)
  await askAboutCards(ctx)
  assert.deepEqual(await sentBack(which), { refunded: 18_000, refunds: 1 })
})

/** What the account owes to its payments: each that counts, by its day. */
async function counted(which: { id: string }) {
  const shown = await cardsShown()
  return shown.filter(({ paymentId }) => paymentId === which.id)
}

test('sent back, and days later it did not arrive: it counts from its own day as before, once', async () => {
  const { which, refund } = await paid(19_000)
  const owed = async () => {
    const { ledger } = await loadAccount(ctx.db, elena.accountId)
    const { position } = loanLedger(ledger)
    return inspect(position, { depth: 9 })
  }
  const before = await owed()
  await approved(refund)
  await askAboutCards(ctx)
  assert.equal((await rowOf(which)).state, 'refunded')
  assert.notEqual(await owed(), before)
  const look: CardContext['card']['look'] = async (page) => {
    return { ...(await ctx.card.look(page)), refunded: 0 }
  }
  const failing = { ...ctx, card: { ...ctx.card, look } }
  await Promise.all([1, 2, 3].map(() => followCardPayment(failing, which)))
  await followCardPayment(failing, which)
  const row = await rowOf(which)
  assert.deepEqual([row.state, row.stateReason, row.refundRequest], ['paid', null, null])
  const [again, ...more] = await counted(which)
  assert.deepEqual(more, [])
  assert.equal(again?.effectiveDate, refund.effectiveDate)
  assert.equal(again?.amount, refund.amount)
  assert.notEqual(again?.eventId, refund.eventId)
  assert.equal(row.postedEventId, again?.eventId)
  assert.equal(await owed(), before, 'the account stands where it did')
  assert.equal(await tasks('cardRefundFailed', which.id), 1)
  const told = (await toldOf(which.id)).filter((one) => !one.startsWith('cardSentBack'))
  assert.deepEqual(told.toSorted(), [
    ...['cardPaid email', 'cardPaid portal'],
    ...['cardRefundFailed email', 'cardRefundFailed portal'],
  ])
})

test('the processor tells that it failed; asked for anew it is another refund', async () => {
  const { which, refund } = await paid(21_000, 'takesNone')
  world.connect(ctx)
  await approved(refund)
  await askAboutCards(ctx)
  const settled = async () => (await tasks('cardRefundFailed', which.id)) > 0
  for (let tries = 0; tries < 100 && !(await settled()); tries += 1)
    await new Promise((done) => setTimeout(done, 50))
  assert.equal(await tasks('cardRefundFailed', which.id), 1)
  assert.ok(world.sent.some(({ kind }) => kind === 'refund.failed'))
  assert.deepEqual([(await rowOf(which)).state, (await sentBack(which)).refunded], ['paid', 0])
  const [again] = await counted(which)
  assert.ok(again, 'the desk can try once more')
  world.hears(async () => 200)
  const second = await approved({ ...refund, eventId: again.eventId })
  await askAboutCards(ctx)
  assert.deepEqual(await sentBack(which), { refunded: 21_000, refunds: 2 })
  assert.deepEqual(
    [(await rowOf(which)).state, (await rowOf(which)).refundRequest],
    ['refunded', second],
  )
})

test('a refund that failed before anybody looked is not sent for ever under its key', async () => {
  const { which, refund } = await paid(22_000, 'takesNone')
  const id = await approved(refund)
  const { intentId } = await rowOf(which)
  const order = { intentId: intentId ?? '', refundId: id, amount: 22_000 }
  assert.equal(await world.card.refund(order), 'sent')
  const failed = async () => (await world.card.refund(order)) === 'refused'
  for (let tries = 0; tries < 100 && !(await failed()); tries += 1)
    await new Promise((done) => setTimeout(done, 50))
  await askAboutCards(ctx)
  const row = await rowOf(which)
  assert.deepEqual([row.state, row.refundRequest], ['paid', null])
  assert.equal(row.postedEventId, refund.eventId)
  assert.equal(await tasks('cardNotRefunded', id), 1)
})

test('an unknown payment of the processor is refused, not asked about for ever', async () => {
  const none = { refundId: 'x', intentId: 'pi_demo_none', amount: 100 }
  assert.equal(await world.card.refund(none), 'refused')
})

test('after all of it the ledger is what the events say', async () => {
  const found = await verifyLedger(desk.ctx)
  assert.deepEqual(found.problems, [])
})
