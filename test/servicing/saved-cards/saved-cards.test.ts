// Cards that are kept and charged again, with the real library and the demo's processor over HTTP:
// saved once, charged once, and no answer of a bank is silent.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { date } from '#src/domain/calendar.ts'
import type { CardContext } from '#src/servicing/cards/card-context.ts'
import type { CardOrder } from '#src/servicing/cards/decide-card-payment.ts'
import { followCardPayment } from '#src/servicing/cards/follow-card-payment.ts'
import { startCardPayment } from '#src/servicing/cards/start-card-payment.ts'
import type { Owner } from '#src/servicing/context.ts'
import { fullRefusal, MOST_TO_PAY_FROM } from '#src/servicing/funding/new-number-refusal.ts'
import { removeFundingAccount } from '#src/servicing/funding/remove-funding-account.ts'
import { followCardSetup } from '#src/servicing/saved-cards/follow-card-setup.ts'
import { startCardSetup } from '#src/servicing/saved-cards/start-card-setup.ts'
import { tendSavedCards } from '#src/servicing/saved-cards/tend-saved-cards.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { readCardPayment } from '#src/store/cards/card-payments.ts'
import { readCardSetup } from '#src/store/cards/card-setups.ts'
import { openCardToken } from '#src/store/cards/saved-cards.ts'
import { readFundingAccounts, readPaySources } from '#src/store/payments/funding-accounts.ts'
import {
  type CardWorld,
  cardOrder,
  openCardWorld,
  pageOf,
  useCard,
} from '#test/support/card-world.ts'
import { newTestId } from '#test/support/database.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import { onSetupPage, savedCard, setupOrder, setupPageOf } from '#test/support/saved-card.ts'

const ELENA = '1048264417'
const PAIR = '1048264458'
const NOW = '2026-11-24T16:48:00.000Z'

let book: PlantedBook
let world: CardWorld
let ctx: CardContext
let elena: Owner
let pair: Owner

before(async () => {
  book = await plantedBook({ today: date('2026-11-24'), now: NOW, numbers: [ELENA, PAIR] })
  elena = await book.ownerOf(ELENA)
  pair = await book.ownerOf(PAIR)
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

async function rowOf(id: string) {
  const row = await readCardPayment(book.ctx.db, { accountId: elena.accountId, id })
  assert.ok(row)
  return row
}

async function postedOf(id: string): Promise<number> {
  const { rows } = await sql<{ posted: number }>`
    select count(*)::int as posted from account_event
    where account_id = ${elena.accountId} and payload ->> 'paymentId' = ${id}
      and kind = 'payment'`.execute(book.ctx.db)
  return rows[0]?.posted ?? 0
}

async function told(template: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from outbox
    where template = ${template} and channel = 'portal'`.execute(book.ctx.db)
  return rows[0]?.count ?? 0
}

/** What the processor was asked to charge for a payment. */
async function chargesOf(paymentId: string, fundingAccountId: string): Promise<string[]> {
  const { default: Stripe } = await import('stripe')
  const { hostname: host, port } = new URL(world.origin)
  const stripe = new Stripe(world.secrets.secretKey, { host, port, protocol: 'http' })
  const place = { accountId: elena.accountId, id: fundingAccountId }
  const token = await openCardToken(book.ctx.db, book.ctx.vault, place)
  const { data } = await stripe.paymentIntents.list({ customer: token?.customer ?? '' })
  return data.filter(({ metadata }) => metadata.payment === paymentId).map(({ status }) => status)
}

async function charged(fundingAccountId: string, by: CardContext = ctx) {
  const order: CardOrder = { ...(await cardOrder(by, elena)), fundingAccountId }
  const started = await startCardPayment(by, elena, order)
  assert.ok(started.ok)
  const { paymentId: id } = started.value
  return { id, order, which: { accountId: elena.accountId, id } }
}

function removed(fundingAccountId: string) {
  return removeFundingAccount(book.ctx, elena, { fundingAccountId, cancel: [] })
}

test('a card that is saved stands among what is paid from: sealed, its number never seen', async () => {
  const id = await savedCard(ctx, elena)
  const all = await readPaySources(book.ctx.db, elena)
  const card = all.find((one) => one.id === id)
  assert.ok(card)
  assert.equal(
    `${card.kind} ${card.bankName} ${card.lastFour} ${card.expiresOn} ${card.state}`,
    'card Visa 5556 2031-12-31 verified',
  )
  const banks = await readFundingAccounts(book.ctx.db, elena)
  assert.ok(!banks.some((one) => one.id === id), 'no file to the bank takes from a card')
  const { rows } = await sql<{ text: string }>`
    select row_to_json(f)::text as text from funding_account f where id = ${id}`.execute(
    book.ctx.db,
  )
  assert.doesNotMatch(rows[0]?.text ?? '', /cus_|pm_/)
  assert.equal(await told('cardKept'), 1)
  // The same card again is the same row, charged by its new token.
  const before = await openCardToken(book.ctx.db, book.ctx.vault, {
    accountId: elena.accountId,
    id,
  })
  assert.equal(await savedCard(ctx, elena), id)
  const after = await openCardToken(book.ctx.db, book.ctx.vault, { accountId: elena.accountId, id })
  assert.notEqual(after?.customer, before?.customer)
})

test('pressed twenty times it is one visit with one page, and one card', async () => {
  const order = setupOrder()
  const all = await Promise.all(Array.from({ length: 20 }, () => startCardSetup(ctx, elena, order)))
  const ids = new Set(all.map((each) => (each.ok ? each.value.setupId : 'refused')))
  assert.equal(ids.size, 1)
  const [setupId = ''] = ids
  const urls = await Promise.all([
    setupPageOf(ctx, elena, setupId),
    setupPageOf(ctx, elena, setupId),
  ])
  assert.equal(new Set(urls).size, 1)
  assert.equal(await useCard(urls[0] ?? '', 'later'), 303)
  const which = { accountId: elena.accountId, id: setupId }
  await Promise.all(Array.from({ length: 8 }, () => followCardSetup(ctx, which)))
  const kept = (await readPaySources(book.ctx.db, elena)).filter(
    ({ lastFour, kind }) => kind === 'card' && lastFour === '0341',
  )
  assert.equal(kept.length, 1)
  assert.equal((await readCardSetup(book.ctx.db, which))?.fundingAccountId, kept[0]?.id)
})

test('a credit card is not kept where the lender takes debit cards alone, and is forgotten', async () => {
  const { setupId, url } = await onSetupPage(ctx, elena)
  assert.equal(await useCard(url, 'credit'), 303)
  const which = { accountId: elena.accountId, id: setupId }
  // Whoever comes back from the page and the event are at it at once: both say the same.
  const forget: CardContext['card']['forget'] = async (token) => {
    await ctx.card.forget(token)
    await followCardSetup(ctx, which)
  }
  await followCardSetup({ ...ctx, card: { ...ctx.card, forget } }, which)
  const setup = await readCardSetup(book.ctx.db, which)
  assert.deepEqual([setup?.state, setup?.stateReason], ['refused', 'notDebit'])
  const { saved } = await world.card.lookAtSetup(setup?.sessionId ?? '')
  assert.ok(saved, 'what was done on a page is told later too')
  const charged = { ...which, paymentId: newTestId(), amount: 100, token: saved.token }
  assert.equal((await world.card.charge(charged)).declined, 'gone', 'the processor has it no more')
})

test('nobody comes back from its page: the clock asks, and ends what was never opened', async () => {
  const { setupId, url } = await onSetupPage(ctx, pair)
  assert.equal(await useCard(url, 'debit'), 303)
  const unopened = await startCardSetup(ctx, pair, setupOrder())
  assert.ok(unopened.ok)
  await tendSavedCards(ctx)
  const { accountId } = pair
  assert.equal((await readCardSetup(book.ctx.db, { accountId, id: setupId }))?.state, 'open')
  book.clock.instant = '2026-11-24T18:00:00.000Z'
  await tendSavedCards(ctx)
  assert.equal((await readCardSetup(book.ctx.db, { accountId, id: setupId }))?.state, 'kept')
  const { setupId: id } = unopened.value
  const over = await readCardSetup(book.ctx.db, { accountId, id })
  assert.deepEqual([over?.state, over?.stateReason], ['over', 'notOpened'])
})

test('paid with a saved card: charged once however often it is pressed, and it counts once', async () => {
  const card = await savedCard(ctx, elena)
  const { id, order, which } = await charged(card)
  const again = await Promise.all(
    Array.from({ length: 10 }, () => startCardPayment(ctx, elena, order)),
  )
  assert.ok(again.every((each) => each.ok && each.value.paymentId === id))
  assert.equal(await pageOf(ctx, elena, id), null, 'it has no page')
  await Promise.all(Array.from({ length: 6 }, () => followCardPayment(ctx, which)))
  await followCardPayment(ctx, which)
  assert.equal((await rowOf(id)).state, 'paid')
  assert.equal(await postedOf(id), 1)
  assert.deepEqual(await chargesOf(id, card), ['succeeded'])
})

test('ended between any two steps it goes on: charged once, taken once, counted once', async () => {
  const card = await savedCard(ctx, elena)
  for (const dies of ['beforeCharge', 'afterCharge', 'afterTake'] as const) {
    const { id, which } = await charged(card)
    const dying: CardContext = {
      ...ctx,
      card: {
        ...ctx.card,
        charge: async (order) => {
          if (dies === 'beforeCharge') throw new Error('ended')
          const facts = await ctx.card.charge(order)
          if (dies === 'afterCharge') throw new Error('ended')
          return facts
        },
        take: async (intent) => {
          await ctx.card.take(intent)
          throw new Error('ended')
        },
      },
    }
    await assert.rejects(followCardPayment(dying, which), /ended/)
    assert.equal(await postedOf(id), 0)
    await followCardPayment(ctx, which)
    assert.equal((await rowOf(id)).state, 'paid', dies)
    assert.equal(await postedOf(id), 1)
    assert.deepEqual(await chargesOf(id, card), ['succeeded'], dies)
  }
})

test('its bank says no: nothing is taken, its owner hears why, and the card stays', async () => {
  const card = await savedCard(ctx, elena, 'later')
  const before = await told('cardNotTaken')
  const { id, which } = await charged(card)
  await followCardPayment(ctx, which)
  await followCardPayment(ctx, which)
  const row = await rowOf(id)
  assert.deepEqual([row.state, row.stateReason], ['failed', 'declinedFunds'])
  assert.equal(await postedOf(id), 0)
  assert.equal((await told('cardNotTaken')) - before, 1)
  const kept = (await readPaySources(book.ctx.db, elena)).find((one) => one.id === card)
  assert.equal(kept?.state, 'verified')
})

test('a card that is lost is stopped, and nothing more can be paid with it', async () => {
  const card = await savedCard(ctx, elena, 'gone')
  const { id, which } = await charged(card)
  await followCardPayment(ctx, which)
  assert.equal((await rowOf(id)).stateReason, 'declinedGone')
  const order = { ...(await cardOrder(ctx, elena)), fundingAccountId: card }
  const next = await startCardPayment(ctx, elena, order)
  assert.ok(!next.ok && next.refusal.code === 'savedCardNotUsable')
})

test('its bank wants to ask its owner: it is paid on the page of the processor, once', async () => {
  const card = await savedCard(ctx, elena, 'confirm')
  const { id, which } = await charged(card)
  await followCardPayment(ctx, which)
  const asked = await rowOf(id)
  assert.deepEqual([asked.state, asked.needsPage], ['started', true])
  const url = await pageOf(ctx, elena, id)
  assert.ok(url)
  assert.equal(await useCard(url, 'confirm'), 200)
  assert.equal(await useCard(url, 'confirm', 'approve'), 303)
  await followCardPayment(ctx, which)
  assert.equal((await rowOf(id)).state, 'paid')
  assert.equal(await postedOf(id), 1)
  assert.deepEqual(await chargesOf(id, card), ['canceled'])
})

test('ended while it is led to its page, or asked twice at once: it waits there and is paid once', async () => {
  const card = await savedCard(ctx, elena, 'confirm')
  // The processor dies as it is told to let go.
  const ended = await charged(card)
  const dies = async () => assert.fail('ended here')
  const dying = { ...ctx, card: { ...ctx.card, release: dies } }
  await assert.rejects(followCardPayment(dying, ended.which), /ended here/)
  await followCardPayment(ctx, ended.which)
  // What it was asked before is let go of, whose event comes before the first look is done.
  const twice = await charged(card)
  const overtaken = {
    ...ctx.card,
    charge: async (order: Parameters<typeof ctx.card.charge>[0]) => {
      const facts = await ctx.card.charge(order)
      await followCardPayment(ctx, twice.which)
      return { ...facts, declined: null, money: 'released' as const }
    },
  }
  await followCardPayment({ ...ctx, card: overtaken }, twice.which)
  for (const { id, which } of [ended, twice]) {
    const asked = await rowOf(id)
    assert.deepEqual([asked.state, asked.needsPage], ['started', true])
    const url = (await pageOf(ctx, elena, id)) ?? ''
    assert.equal(await useCard(url, 'confirm', 'approve'), 303)
    await followCardPayment(ctx, which)
    assert.equal((await rowOf(id)).state, 'paid')
    assert.equal(await postedOf(id), 1)
  }
})

test('nobody pays with the card of another', async () => {
  const card = await savedCard(ctx, pair)
  const order = { ...(await cardOrder(ctx, elena)), fundingAccountId: card }
  const stolen = await startCardPayment(ctx, elena, order)
  assert.ok(!stolen.ok && stolen.refusal.code === 'savedCardNotUsable')
})

test('a card that was removed is forgotten by the processor, once nothing is charged to it', async () => {
  const card = await savedCard(ctx, elena)
  const place = { accountId: elena.accountId, id: card }
  const { which } = await charged(card)
  assert.ok((await removed(card)).ok)
  await tendSavedCards(ctx)
  const stillKept = await forgottenAt(card)
  assert.equal(stillKept, null, 'what was agreed to is still charged')
  await followCardPayment(ctx, which)
  assert.equal((await rowOf(which.id)).state, 'paid')
  await tendSavedCards(ctx)
  assert.notEqual(await forgottenAt(card), null)
  const token = await openCardToken(book.ctx.db, book.ctx.vault, place)
  assert.ok(token)
  const order = { accountId: elena.accountId, paymentId: newTestId(), amount: 100, token }
  assert.equal((await world.card.charge(order)).declined, 'gone')
  assert.equal(await told('cardRemoved'), 1)
})

async function forgottenAt(id: string): Promise<unknown> {
  const row = await book.ctx.db
    .selectFrom('funding_account')
    .select('forgotten_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.forgotten_at
}

test('a payment by card past its start always has its number, whatever the card', async () => {
  const { rows } = await sql<{ name: string; rule: string }>`
    select conname as name, pg_get_constraintdef(oid) as rule from pg_constraint
    where conrelid = 'card_payment'::regclass and contype = 'c'`.execute(book.ctx.db)
  const of = (part: string) =>
    rows.filter(({ rule }) => rule.includes(part)).map(({ name }) => name)
  assert.deepEqual(of('intent_id IS NOT NULL'), ['card_payment_numbered'])
  assert.equal(of('fee_citation').length, 1)
  assert.equal(of('state_reason IS NOT NULL').length, 1)
  assert.equal(of('paid_at IS NULL').length, 1)
})

test('after all of it the ledger is what the events say', async () => {
  const report = await verifyLedger(book.ctx)
  assert.deepEqual(report.problems, [])
})

test('cards and bank accounts have one limit; a card is no new bank account of a day', async () => {
  let count = (await readPaySources(ctx.db, pair)).length
  for (const card of ['debit', 'confirm', 'disputed', 'expiring', 'later', 'gone']) {
    if (count >= MOST_TO_PAY_FROM) break
    assert.equal(await fullRefusal(ctx, ctx.db, pair), null, card)
    await savedCard(ctx, pair, card)
    count = (await readPaySources(ctx.db, pair)).length
  }
  const full = { code: 'bankAccountsFull', most: MOST_TO_PAY_FROM }
  assert.equal(count, MOST_TO_PAY_FROM)
  assert.deepEqual(await fullRefusal(ctx, ctx.db, pair), full)
  const more = await startCardSetup(ctx, pair, setupOrder())
  assert.deepEqual(more.ok ? null : more.refusal, full)
})
