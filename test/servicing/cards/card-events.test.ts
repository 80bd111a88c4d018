// What the processor tells of a payment by card after it was paid, in whatever order it comes: a
// dispute that is won, a refund that is told of first, and a lease.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import Stripe from 'stripe'
import { loanLedger } from '#src/domain/account/ledger.ts'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { askAboutCards } from '#src/servicing/cards/ask-about-cards.ts'
import type { CardContext } from '#src/servicing/cards/card-context.ts'
import { postDueCardPayments } from '#src/servicing/cards/card-paid.ts'
import { followCardPayment } from '#src/servicing/cards/follow-card-payment.ts'
import { previewCardPayment } from '#src/servicing/cards/preview-card-payment.ts'
import { receiveCardEvent } from '#src/servicing/cards/receive-card-event.ts'
import type { Owner } from '#src/servicing/context.ts'
import { loadAccount } from '#src/servicing/load-account.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { viewAccount } from '#src/servicing/view-account.ts'
import { setBusinessDate } from '#src/store/business-date.ts'
import { readCardPayment } from '#src/store/cards/card-payments.ts'
import { activityIn } from '#src/web/activity/activity-lines.ts'
import type { Reader } from '#src/web/reader.ts'
import { formatDate, formatMoment, formatMoney } from '#src/words/format.ts'
import { words } from '#src/words/words.ts'
import {
  type CardWorld,
  cardOrder,
  onItsPage,
  openCardWorld,
  type SentEvent,
  useCard,
} from '#test/support/card-world.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

const ELENA = '1048264417'
/** A lease: two payments of 533.64 left, nothing late. */
const HOLLIS = '1048264508'
const NOW = '2026-11-24T16:48:00.000Z'

let book: PlantedBook
let world: CardWorld
let ctx: CardContext
let elena: Owner
let stripe: Stripe

before(async () => {
  book = await plantedBook({ today: date('2026-11-24'), now: NOW, numbers: [ELENA, HOLLIS] })
  elena = await book.ownerOf(ELENA)
  world = await openCardWorld(() => book.clock.instant)
  ctx = { ...book.ctx, card: world.card }
  const { hostname: host, port } = new URL(world.origin)
  stripe = new Stripe(world.secrets.secretKey, { host, port, protocol: 'http' })
})
// Kept, and taken by the portal only when a test hands it over.
beforeEach(() => {
  book.clock.instant = NOW
  world.hears(async () => 200)
})
after(async () => {
  await world.close()
  await book.close()
})

async function rowOf(id: string, { accountId }: Owner = elena) {
  const row = await readCardPayment(book.ctx.db, { accountId, id })
  assert.ok(row)
  return row
}

/** How often it was posted, and taken back, on the account. */
async function countedOf(id: string, { accountId }: Owner = elena) {
  const { rows } = await sql<{ posted: number; reversed: number }>`
    select count(*) filter (where kind = 'payment')::int as posted,
      count(*) filter (where kind = 'reversal')::int as reversed
    from account_event e
    where e.account_id = ${accountId} and (e.payload ->> 'paymentId' = ${id}
      or e.payload ->> 'of' in (select id::text from account_event o
        where o.account_id = e.account_id and o.payload ->> 'paymentId' = ${id}))
  `.execute(book.ctx.db)
  return rows[0]
}

const follow = (id: string, { accountId }: Owner = elena) =>
  followCardPayment(ctx, { accountId, id })

/** The event of a kind that came last, once one has come after `from`. */
async function cameAfter(kind: string, from: number): Promise<SentEvent> {
  for (let tries = 0; tries < 100; tries += 1) {
    const event = world.sent.slice(from).find((sent) => sent.kind === kind)
    if (event) return event
    await wait(20)
  }
  return assert.fail(`no ${kind} came`)
}

/** Paid with a card on its page, and nothing asked or told yet. */
async function usedOnItsPage(card: string, owner: Owner = elena): Promise<string> {
  const { id, url } = await onItsPage(ctx, owner, await cardOrder(ctx, owner))
  assert.equal(await useCard(url, card), 303)
  return id
}

async function owedBy({ accountId }: Owner): Promise<number> {
  return loanLedger((await loadAccount(book.ctx.db, accountId)).ledger).position.principal
}

test('a lease is paid by card: what is due, once, and nothing that a lease does not have', async () => {
  const hollis = await book.ownerOf(HOLLIS)
  const choice = { amount: null, extraAmount: null, extra: 'principal' } as const
  for (const not of ['payoff', 'principal'] as const) {
    const preview = await previewCardPayment(ctx, hollis, { ...choice, choice: not })
    assert.ok(!preview.ok && preview.refusal.code === 'choiceNotOfLease', not)
  }
  const order = await cardOrder(ctx, hollis, { ...choice, choice: 'due' })
  assert.equal(order.shownAmount, 53_364)
  const { id, url } = await onItsPage(ctx, hollis, order)
  await useCard(url, 'debit')
  await Promise.all([follow(id, hollis), follow(id, hollis)])
  assert.equal((await rowOf(id, hollis)).state, 'paid')
  assert.deepEqual(await countedOf(id, hollis), { posted: 1, reversed: 0 })
  const above = { ...choice, choice: 'other', amount: cents(53_365) } as const
  const more = await previewCardPayment(ctx, hollis, above)
  assert.ok(!more.ok && more.refusal.code === 'amountAboveLease')
  assert.deepEqual([more.refusal.left], [53_364], 'one payment is left')
  const { intentId } = await rowOf(id, hollis)
  await stripe.refunds.create({ payment_intent: intentId ?? '' })
  await follow(id, hollis)
  assert.deepEqual(await countedOf(id, hollis), { posted: 1, reversed: 1 })
  assert.ok((await previewCardPayment(ctx, hollis, above)).ok, 'both are owed again')
})

test('a dispute that is won counts again, exactly once, and from its own day', async () => {
  const owed = await owedBy(elena)
  const id = await usedOnItsPage('disputed')
  const from = world.sent.length
  await follow(id)
  await cameAfter('charge.dispute.created', from)
  await follow(id)
  assert.equal((await rowOf(id)).state, 'disputed')
  assert.equal(await owedBy(elena), owed)
  const { intentId } = await rowOf(id)
  const [dispute] = (await stripe.disputes.list({ payment_intent: intentId ?? '' })).data
  assert.ok(dispute)
  const evidence = { uncategorized_text: 'winning_evidence' }
  await stripe.disputes.update(dispute.id, { evidence })
  const won = await cameAfter('charge.dispute.closed', from)
  const all = await Promise.all(Array.from({ length: 10 }, () => receiveCardEvent(ctx, won)))
  assert.deepEqual([...new Set(all)], ['taken'])
  await follow(id)
  // The event of the dispute's beginning, after its end: it changes nothing.
  const begun = await cameAfter('charge.dispute.created', from)
  assert.equal(await receiveCardEvent(ctx, begun), 'taken')
  const row = await rowOf(id)
  assert.deepEqual([row.state, row.effectiveDate], ['paid', '2026-11-24'])
  assert.deepEqual(await countedOf(id), { posted: 2, reversed: 1 })
  assert.ok((await owedBy(elena)) < owed)
  // Who paid hears what happened, once, and nothing of an ordinary payment a second time.
  const sent = await ctx.db
    .selectFrom('outbox')
    .select(['template', 'parameters'])
    .where('channel', '=', 'portal')
    .execute()
  const told = sent.filter(({ parameters }) => JSON.stringify(parameters).includes(id))
  assert.deepEqual(told.map(({ template }) => template).sort(), [
    'cardDisputeOver',
    'cardPaid',
    'cardWentBack',
  ])
  for (const [locale, back, again] of [
    ['en', 'Disputed at your card’s bank', 'Counts again: the dispute is over'],
    ['es', 'En disputa en el banco de su tarjeta', 'Cuenta de nuevo: la disputa terminó'],
  ] as const) {
    const view = await viewAccount(ctx, elena)
    const own = activityIn(view, readerIn(locale)).lines.filter(({ row }) => row.paymentId === id)
    const notes = own.map(({ row, note }) => [row.kind, note?.split('. ')[0]])
    assert.deepEqual(notes, [
      ['payment', again],
      ['returned', back],
    ])
    // A co-borrower reads neither.
    const others = { ...view, cardsOfOthers: [id] }
    const seen = activityIn(others, readerIn(locale)).lines.map(({ note }) => note ?? '')
    assert.ok(!seen.some((note) => note.includes(again) || note.includes(back)))
  }
})

test('the webhook is off: a dispute is found within a day, and asked about in its own minute', async () => {
  const id = await usedOnItsPage('debit')
  await follow(id)
  const { sessionId: own } = await rowOf(id)
  const look = async (sessionId: string) => ({
    ...(await world.card.look(sessionId)),
    ...(sessionId === own && ({ dispute: 'open', disputeId: 'dp_unheard' } as const)),
  })
  const later = { ...ctx, card: { ...world.card, look } }
  const { rows } = await sql<{ minute: number }>`
    select hashtext(${id}::text) & 1023 as minute`.execute(book.ctx.db)
  const midnight = Date.parse('2026-11-25T00:00:00.000Z')
  const at = (minute: number) => new Date(midnight + minute * 60_000).toISOString()
  const minute = rows[0]?.minute ?? assert.fail('it has a minute')
  book.clock.instant = at((minute + 1) % 1024)
  await askAboutCards(later)
  assert.equal((await rowOf(id)).state, 'paid', 'another minute is not its own')
  book.clock.instant = at(minute)
  await askAboutCards(later)
  assert.equal((await rowOf(id)).state, 'disputed')
  assert.deepEqual(await countedOf(id), { posted: 1, reversed: 1 })
})

test('a second dispute of one payment is a second task at the desk', async () => {
  const id = await usedOnItsPage('disputed')
  const from = world.sent.length
  await follow(id)
  await cameAfter('charge.dispute.created', from)
  await follow(id)
  const { intentId, sessionId } = await rowOf(id)
  const [dispute] = (await stripe.disputes.list({ payment_intent: intentId ?? '' })).data
  const evidence = { uncategorized_text: 'winning_evidence' }
  await stripe.disputes.update(dispute?.id ?? '', { evidence })
  await follow(id)
  assert.equal((await rowOf(id)).state, 'paid')
  const facts = await world.card.look(sessionId ?? '')
  const look = async () => ({ ...facts, dispute: 'open' as const, disputeId: 'dp_second' })
  for (let times = 0; times < 2; times += 1)
    await followCardPayment({ ...ctx, card: { ...world.card, look } }, await rowOf(id))
  assert.equal((await rowOf(id)).state, 'disputed')
  const { rows } = await sql<{ about: string }>`
    select about from money_task where kind = 'cardDisputed' and about like ${`${id} %`}
    order by about`.execute(book.ctx.db)
  assert.deepEqual(
    rows.map(({ about }) => about),
    [`${id} ${dispute?.id}`, `${id} dp_second`].sort(),
  )
})

test('a dispute that is lost stays taken back', async () => {
  const id = await usedOnItsPage('disputed')
  const from = world.sent.length
  await follow(id)
  await cameAfter('charge.dispute.created', from)
  const { intentId } = await rowOf(id)
  const [dispute] = (await stripe.disputes.list({ payment_intent: intentId ?? '' })).data
  const evidence = { uncategorized_text: 'losing_evidence' }
  await stripe.disputes.update(dispute?.id ?? '', { evidence })
  assert.equal(await receiveCardEvent(ctx, await cameAfter('charge.dispute.closed', from)), 'taken')
  assert.equal((await rowOf(id)).state, 'disputed')
  assert.deepEqual(await countedOf(id), { posted: 1, reversed: 1 })
})

test('refund and dispute told of before the payment itself: it ends taken back, once', async () => {
  for (const by of ['refund', 'dispute'] as const) {
    const from = world.sent.length
    const id = await usedOnItsPage(by === 'refund' ? 'debit' : 'disputed')
    const paid = await cameAfter('checkout.session.completed', from)
    // Taken, and ended before that was written.
    const { sessionId } = await rowOf(id)
    const { intentId } = await world.card.look(sessionId ?? '')
    await world.card.take(intentId ?? '')
    if (by === 'refund') await stripe.refunds.create({ payment_intent: intentId ?? '' })
    const kind = by === 'refund' ? 'charge.refunded' : 'charge.dispute.created'
    const back = await cameAfter(kind, from)
    assert.equal((await rowOf(id)).state, 'started')
    assert.equal(await receiveCardEvent(ctx, back), 'taken')
    const state = by === 'refund' ? 'refunded' : 'disputed'
    assert.equal((await rowOf(id)).state, state)
    assert.deepEqual(await countedOf(id), { posted: 1, reversed: 1 })
    // Only now what came first, and each once more.
    const taken = await cameAfter('payment_intent.succeeded', from)
    for (const late of [paid, taken, back, paid])
      assert.equal(await receiveCardEvent(ctx, late), 'taken')
    assert.equal((await rowOf(id)).state, state)
    assert.deepEqual(await countedOf(id), { posted: 1, reversed: 1 })
  }
})

test('it begins to count while the processor is asked about its refund: it is taken back', async () => {
  book.clock.instant = '2026-11-25T05:01:00.000Z'
  const id = await usedOnItsPage('debit')
  await follow(id)
  const { intentId, postedEventId } = await rowOf(id)
  assert.equal(postedEventId, null, 'its day is not open')
  await stripe.refunds.create({ payment_intent: intentId ?? '' })
  const slow: CardContext = {
    ...ctx,
    card: {
      ...ctx.card,
      look: async (session) => {
        const facts = await ctx.card.look(session)
        await open('2026-11-25')
        await postDueCardPayments(ctx)
        return facts
      },
    },
  }
  await followCardPayment(slow, { accountId: elena.accountId, id })
  assert.equal((await rowOf(id)).state, 'refunded')
  assert.deepEqual(await countedOf(id), { posted: 1, reversed: 1 })
})

async function open(day: string): Promise<void> {
  const onDate = date(day)
  const opened = { onDate, closedThrough: onDate, changedAt: book.clock.now() }
  await ctx.db.transaction().execute((tx) => setBusinessDate(tx, opened))
}

test('after all of it the ledger is what the events say', async () => {
  const report = await verifyLedger(book.ctx)
  assert.deepEqual(report.problems, [])
})

function readerIn(locale: 'en' | 'es'): Reader {
  const at = { zone: 'America/New_York', locale, now: NOW }
  return {
    ...{ locale, words: words(locale) },
    money: (amount) => formatMoney(amount, locale),
    date: (day, style) => formatDate(day, locale, style),
    day: (instant) => formatMoment(instant, at),
    moment: (instant) => formatMoment(instant, at),
    time: (instant) => formatMoment(instant, at),
  }
}
