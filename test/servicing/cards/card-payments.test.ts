// Payments by card, with the real library and the demo's processor over HTTP: paid once, counted
// once, whatever comes twice, late, out of order or not at all.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { askAboutCards } from '#src/servicing/cards/ask-about-cards.ts'
import type { CardContext } from '#src/servicing/cards/card-context.ts'
import { followCardPayment } from '#src/servicing/cards/follow-card-payment.ts'
import { giveUpCardPayment } from '#src/servicing/cards/give-up-card-payment.ts'
import { receiveCardEvent } from '#src/servicing/cards/receive-card-event.ts'
import { startCardPayment } from '#src/servicing/cards/start-card-payment.ts'
import { cardPaymentsOf, viewCardPayment } from '#src/servicing/cards/view-card-payment.ts'
import type { Owner } from '#src/servicing/context.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { viewAccount } from '#src/servicing/view-account.ts'
import { readCardPayment } from '#src/store/cards/card-payments.ts'
import {
  type CardWorld,
  cardOrder,
  onItsPage,
  openCardWorld,
  pageOf,
  useCard,
} from '#test/support/card-world.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

const ELENA = '1048264417'
const PAIR = '1048264458'
const NOW = '2026-11-24T16:48:00.000Z'

let book: PlantedBook
let world: CardWorld
let ctx: CardContext
let elena: Owner

before(async () => {
  book = await plantedBook({ today: date('2026-11-24'), now: NOW, numbers: [ELENA, PAIR] })
  elena = await book.ownerOf(ELENA)
  world = await openCardWorld(() => book.clock.instant)
  ctx = { ...book.ctx, card: world.card }
})
beforeEach(() => {
  book.clock.instant = NOW
  world.hears(async () => 200)
})
after(async () => {
  await world.close()
  await book.close()
})

async function rowOf(id: string, owner = elena) {
  const row = await readCardPayment(book.ctx.db, { accountId: owner.accountId, id })
  assert.ok(row)
  return row
}

/** How often it was posted, and taken back, on the account. */
async function countedOf(id: string, owner = elena) {
  const { rows } = await book.ctx.db.executeQuery<{ posted: number; reversed: number }>(
    (await import('kysely')).sql`
      select count(*) filter (where kind = 'payment')::int as posted,
        count(*) filter (where kind = 'reversal')::int as reversed
      from account_event e
      where e.account_id = ${owner.accountId} and (e.payload ->> 'paymentId' = ${id}
        or e.payload ->> 'of' in (select id::text from account_event o
          where o.account_id = e.account_id and o.payload ->> 'paymentId' = ${id}))
    `.compile(book.ctx.db),
  )
  return rows[0]
}

async function arrived(kind: string, from: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (world.sent.slice(from).some((event) => event.kind === kind)) return
    await wait(20)
  }
  assert.fail(`no ${kind} came`)
}

/** Told by an event, within a moment. */
async function became(id: string, state: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await rowOf(id)).state === state) return
    await wait(20)
  }
  assert.equal((await rowOf(id)).state, state)
}

test('paid on the page, told by an event: it counts once, on the day it was paid', async () => {
  world.connect(book.ctx)
  const was = await viewAccount(book.ctx, elena)
  const { id, url } = await onItsPage(ctx, elena, await cardOrder(ctx, elena))
  assert.equal((await rowOf(id)).state, 'started')
  assert.deepEqual(await countedOf(id), { posted: 0, reversed: 0 })
  assert.equal(await useCard(url, 'debit'), 303)
  await became(id, 'paid')
  const row = await rowOf(id)
  assert.equal(row.effectiveDate, '2026-11-24')
  assert.equal(`${row.brand} ${row.lastFour} ${row.expires}`, 'visa 5556 12/2031')
  assert.deepEqual(await countedOf(id), { posted: 1, reversed: 0 })
  const is = await viewAccount(book.ctx, elena)
  assert.ok(was.product === 'loan' && is.product === 'loan')
  const [latest] = is.activity
  assert.equal(latest?.paymentId, id)
  assert.equal(latest?.amount, 20_000)
  assert.deepEqual(latest?.clearing, {
    state: 'cleared',
    on: '2026-11-24',
    unauthorizedUntil: '2027-03-24',
  })
  const told = await book.ctx.db
    .selectFrom('outbox')
    .select(['channel', 'parameters'])
    .where('template', '=', 'cardPaid')
    .execute()
  assert.deepEqual([...new Set(told.map(({ channel }) => channel))].sort(), ['email', 'portal'])
  assert.doesNotMatch(JSON.stringify(told), /5556|visa/i)
  // The processor sends each event a second time after a while.
  await wait(1800)
  assert.deepEqual(await countedOf(id), { posted: 1, reversed: 0 })
})

test('nobody believes an event: forged, old, of another secret, or about nothing of ours', async () => {
  const { id, url } = await onItsPage(ctx, elena, await cardOrder(ctx, elena))
  const from = world.sent.length
  await useCard(url, 'debit')
  await arrived('checkout.session.completed', from)
  const event = world.sent[from]
  assert.ok(event)
  const { body, signature } = event
  const changed = body.replace('"amount_total":20000', '"amount_total":1')
  assert.notEqual(changed, body)
  assert.equal(await receiveCardEvent(ctx, { body: changed, signature }), 'refused')
  assert.equal(await receiveCardEvent(ctx, { body, signature: '' }), 'refused')
  assert.equal(await receiveCardEvent(ctx, { body, signature: 't=1,v1=00' }), 'refused')
  const old = await signedAt(body, Math.floor(Date.now() / 1000) - 301)
  assert.equal(await receiveCardEvent(ctx, { body, signature: old }), 'refused')
  assert.equal((await rowOf(id)).state, 'started')
  const foreign = JSON.stringify({ ...JSON.parse(body), id: 'evt_x', data: { object: {} } })
  const now = await signedAt(foreign, Math.floor(Date.now() / 1000))
  assert.equal(await receiveCardEvent(ctx, { body: foreign, signature: now }), 'taken')
  assert.equal((await rowOf(id)).state, 'started')
  // The genuine one, twenty times at once and once more: it is taken, and counts once.
  const all = await Promise.all(
    Array.from({ length: 20 }, () => receiveCardEvent(ctx, { body, signature })),
  )
  assert.ok(all.every((each) => each === 'taken'))
  assert.equal(await receiveCardEvent(ctx, { body, signature }), 'taken')
  assert.deepEqual(await countedOf(id), { posted: 1, reversed: 0 })
})

async function signedAt(body: string, at: number): Promise<string> {
  const { createHmac } = await import('node:crypto')
  const { eventSecret } = world.secrets
  return `t=${at},v1=${createHmac('sha256', eventSecret).update(`${at}.${body}`).digest('hex')}`
}

test('no event comes, and nobody comes back: the clock asks, and it counts', async () => {
  const { id, url } = await onItsPage(ctx, elena, await cardOrder(ctx, elena))
  await useCard(url, 'debit')
  await askAboutCards(ctx)
  assert.equal((await rowOf(id)).state, 'started', 'an event is waited for first')
  book.clock.instant = '2026-11-24T16:51:00.000Z'
  await askAboutCards(ctx)
  assert.deepEqual(await countedOf(id), { posted: 1, reversed: 0 })
})

test('ended between any two steps it goes on: taken once, counted once', async () => {
  for (const dies of ['beforeTake', 'afterTake', 'beforeCommit'] as const) {
    const { id, url } = await onItsPage(ctx, elena, await cardOrder(ctx, elena))
    await useCard(url, 'debit')
    let taken = 0
    const dying: CardContext = {
      ...ctx,
      card: {
        ...ctx.card,
        take: async (intent) => {
          if (dies === 'beforeTake') throw new Error('ended')
          taken += 1
          await ctx.card.take(intent)
          if (dies === 'afterTake') throw new Error('ended')
        },
        look: async (session) => {
          if (dies === 'beforeCommit' && taken > 0) throw new Error('ended')
          return ctx.card.look(session)
        },
      },
    }
    await assert.rejects(followCardPayment(dying, { accountId: elena.accountId, id }), /ended/)
    assert.equal((await rowOf(id)).state, 'taking')
    assert.deepEqual(await countedOf(id), { posted: 0, reversed: 0 })
    await followCardPayment(ctx, { accountId: elena.accountId, id })
    assert.equal((await rowOf(id)).state, 'paid')
    assert.deepEqual(await countedOf(id), { posted: 1, reversed: 0 })
  }
})

test('a credit card is let go of where the lender takes debit cards only, and told', async () => {
  const { id, url } = await onItsPage(ctx, elena, await cardOrder(ctx, elena))
  await useCard(url, 'credit')
  await followCardPayment(ctx, { accountId: elena.accountId, id })
  const row = await rowOf(id)
  assert.deepEqual([row.state, row.stateReason], ['failed', 'notDebit'])
  assert.equal((await world.card.look(row.sessionId ?? '')).money, 'released')
  assert.deepEqual(await countedOf(id), { posted: 0, reversed: 0 })
  const any = { ...ctx, lender: { ...ctx.lender, cards: { accept: 'any' as const } } }
  const second = await onItsPage(any, elena, await cardOrder(any, elena))
  await useCard(second.url, 'credit')
  await followCardPayment(any, { accountId: elena.accountId, id: second.id })
  assert.equal((await rowOf(second.id)).state, 'paid')
})

test('a card that is refused leaves its page open; its bank may ask first', async () => {
  const { id, url } = await onItsPage(ctx, elena, await cardOrder(ctx, elena))
  for (const card of ['declined', 'funds', 'expired', 'none'])
    assert.equal(await useCard(url, card), 422, card)
  assert.equal(await useCard(url, 'confirm'), 200)
  assert.equal(await useCard(url, 'confirm', 'refuse'), 422)
  await followCardPayment(ctx, { accountId: elena.accountId, id })
  assert.equal((await rowOf(id)).state, 'started')
  assert.equal(await useCard(url, 'confirm', 'approve'), 303)
  await followCardPayment(ctx, { accountId: elena.accountId, id })
  assert.equal((await rowOf(id)).state, 'paid')
})

test('given up: nothing can be paid on its page afterwards, and its number stays', async () => {
  const { id, url } = await onItsPage(ctx, elena, await cardOrder(ctx, elena))
  assert.ok((await giveUpCardPayment(ctx, elena, id)).ok)
  const row = await rowOf(id)
  assert.deepEqual([row.state, row.stateReason], ['failed', 'notPaid'])
  assert.equal(await useCard(url, 'debit'), 409)
  const seen = await viewCardPayment(ctx, elena, id)
  assert.ok(seen.ok && /^KT/.test(seen.value.payment.confirmation))
})

test('dropped in another window while its page is opened: nobody is led there, and nobody pays', async () => {
  const started = await startCardPayment(ctx, elena, await cardOrder(ctx, elena))
  assert.ok(started.ok)
  const { paymentId: id } = started.value
  let opened = ''
  const openPage: CardContext['card']['openPage'] = async (order) => {
    const page = await ctx.card.openPage(order)
    opened = page.url
    assert.ok((await giveUpCardPayment(ctx, elena, id)).ok)
    return page
  }
  assert.equal(await pageOf({ ...ctx, card: { ...ctx.card, openPage } }, elena, id), null)
  assert.equal((await rowOf(id)).state, 'failed')
  assert.equal(await useCard(opened, 'debit'), 409, 'its page is over')
})

test('pressed twenty times it is one payment with one page', async () => {
  const order = await cardOrder(ctx, elena)
  const all = await Promise.all(
    Array.from({ length: 20 }, () => startCardPayment(ctx, elena, order)),
  )
  const ids = new Set(all.map((each) => (each.ok ? each.value.paymentId : 'refused')))
  assert.equal(ids.size, 1)
  const [id = ''] = ids
  const urls = await Promise.all([pageOf(ctx, elena, id), pageOf(ctx, elena, id)])
  assert.equal(new Set(urls).size, 1)
  await giveUpCardPayment(ctx, elena, id)
})

test('another amount, another fee, or the same payment again is asked about, never taken', async () => {
  const order = await cardOrder(ctx, elena)
  const less = await startCardPayment(ctx, elena, { ...order, shownAmount: cents(1) })
  assert.ok(!less.ok && less.refusal.code === 'amountChanged' && less.attempt)
  const fee = await startCardPayment(ctx, elena, { ...order, shownFee: cents(100) })
  assert.ok(!fee.ok && fee.refusal.code === 'amountChanged')
  const { id } = await onItsPage(ctx, elena, order)
  const again = { ...(await cardOrder(ctx, elena)), duplicateConfirmed: 'no' } as const
  const second = await startCardPayment(ctx, elena, again)
  assert.ok(!second.ok && second.refusal.code === 'duplicatePayment')
  await giveUpCardPayment(ctx, elena, id)
})

test('a fee of the lender is charged besides, counts for itself, and goes back with the payment', async () => {
  const [first] = ctx.lender.rules.servicing
  assert.ok(first)
  const paymentFees = { card: { amount: 250, citation: 'Contract, section 7' } }
  const rules = { ...ctx.lender.rules, servicing: [{ ...first, paymentFees }] }
  const withFee: CardContext = { ...ctx, lender: { ...ctx.lender, rules } }
  const { id, url } = await onItsPage(withFee, elena, await cardOrder(withFee, elena))
  const page = await (await fetch(url)).text()
  assert.match(page, /\$202\.50/)
  await useCard(url, 'disputed')
  await followCardPayment(withFee, { accountId: elena.accountId, id })
  const fees = () =>
    book.ctx.db
      .selectFrom('posting')
      .select(['debit', 'credit', 'amount'])
      .where('account_id', '=', elena.accountId)
      .where((eb) =>
        eb.or([eb('credit', '=', 'paymentFeeIncome'), eb('debit', '=', 'paymentFeeIncome')]),
      )
      .execute()
  assert.equal((await rowOf(id)).state, 'disputed')
  assert.equal((await fees()).length, 2)
})

test('a dispute takes it back from its own day, once, and puts it before a person', async () => {
  world.connect(book.ctx)
  const { id, url } = await onItsPage(ctx, elena, await cardOrder(ctx, elena))
  await useCard(url, 'disputed')
  await became(id, 'disputed')
  assert.deepEqual(await countedOf(id), { posted: 1, reversed: 1 })
  const tasks = await book.ctx.db
    .selectFrom('money_task')
    .select('kind')
    .where('about', 'like', `${id} %`)
    .execute()
  assert.deepEqual(tasks, [{ kind: 'cardDisputed' }])
  const shown = (await viewCardPayment(ctx, elena, id)) as {
    ok: true
    value: { takenBack: unknown }
  }
  assert.ok(shown.value.takenBack)
})

test('a refund at the processor takes it back; a part of one is for a person', async () => {
  const { default: Stripe } = await import('stripe')
  const { hostname: host, port } = new URL(world.origin)
  const stripe = new Stripe(world.secrets.secretKey, { host, port, protocol: 'http' })
  const { id, url } = await onItsPage(ctx, elena, await cardOrder(ctx, elena))
  await useCard(url, 'debit')
  const which = { accountId: elena.accountId, id }
  await followCardPayment(ctx, which)
  const { intentId } = await rowOf(id)
  await stripe.refunds.create({ payment_intent: intentId ?? '', amount: 500 })
  await followCardPayment(ctx, which)
  assert.equal((await rowOf(id)).state, 'paid')
  await stripe.refunds.create({ payment_intent: intentId ?? '' })
  await followCardPayment(ctx, which)
  assert.equal((await rowOf(id)).state, 'refunded')
  assert.deepEqual(await countedOf(id), { posted: 1, reversed: 1 })
  const tasks = await book.ctx.db
    .selectFrom('money_task')
    .select('kind')
    .where('about', 'like', `${id}%`)
    .orderBy('kind')
    .execute()
  assert.deepEqual(tasks, [{ kind: 'cardPartlyRefunded' }, { kind: 'cardRefunded' }])
})

test('past midnight it counts once that day is open', async () => {
  const { id, url } = await onItsPage(ctx, elena, await cardOrder(ctx, elena))
  book.clock.instant = '2026-11-25T05:01:00.000Z'
  await useCard(url, 'debit')
  await followCardPayment(ctx, { accountId: elena.accountId, id })
  const row = await rowOf(id)
  assert.deepEqual([row.state, row.effectiveDate, row.postedEventId], ['paid', '2026-11-25', null])
  assert.deepEqual(await countedOf(id), { posted: 0, reversed: 0 })
})

test('the co-borrower learns that it was paid, and of no card; what failed is nobody else’s', async () => {
  const one = await book.ownerOf(PAIR)
  const people = await book.ctx.db
    .selectFrom('obligor')
    .select('id')
    .where('account_id', '=', one.accountId)
    .execute()
  const otherId = people.find(({ id }) => id !== one.obligorId)?.id
  assert.ok(otherId)
  const other = { ...one, obligorId: otherId }
  const paid = await onItsPage(ctx, one, await cardOrder(ctx, one))
  await useCard(paid.url, 'debit')
  await followCardPayment(ctx, { accountId: one.accountId, id: paid.id })
  const left = await onItsPage(ctx, one, await cardOrder(ctx, one))
  const seen = await cardPaymentsOf(ctx, other)
  assert.deepEqual(
    seen.map(({ id, card, mine, authorizationText }) => ({ id, card, mine, authorizationText })),
    [{ id: paid.id, card: null, mine: false, authorizationText: null }],
  )
  const theirs = await giveUpCardPayment(ctx, other, left.id)
  assert.ok(!theirs.ok && theirs.refusal.code === 'paymentNotFound')
})

test('after all of it the ledger is what the events say', async () => {
  const report = await verifyLedger(book.ctx)
  assert.deepEqual(report.problems, [])
})
