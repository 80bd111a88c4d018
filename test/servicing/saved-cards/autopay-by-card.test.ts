// Autopay from a saved card, day after day, with the real library and the demo's processor over
// HTTP: each debit is charged once, in no file to the bank, and nothing that stops it is silent.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { addDays, type CivilDate, date } from '#src/domain/calendar.ts'
import { noticeWords } from '#src/formats/messages/notice-facts.ts'
import type { BankContext } from '#src/servicing/ach/bank-context.ts'
import { setAutopay } from '#src/servicing/autopay/set-autopay.ts'
import { viewAutopay } from '#src/servicing/autopay/view-autopay.ts'
import type { CardContext } from '#src/servicing/cards/card-context.ts'
import { followCardPayment } from '#src/servicing/cards/follow-card-payment.ts'
import { closeThrough } from '#src/servicing/closing/close-through.ts'
import type { Owner } from '#src/servicing/context.ts'
import { removeFundingAccount } from '#src/servicing/funding/remove-funding-account.ts'
import { tendCards } from '#src/servicing/saved-cards/tend-cards.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { readAutopays } from '#src/store/autopay/autopays.ts'
import { readCardPayments } from '#src/store/cards/card-payments.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import { type BankWorld, bankWorld } from '#test/support/bank-world.ts'
import { type CardWorld, openCardWorld } from '#test/support/card-world.ts'
import { newTestId } from '#test/support/database.ts'
import { dyingAfter } from '#test/support/dying.ts'
import { savedCard } from '#test/support/saved-card.ts'

/** Whose card does what. */
const ACCOUNTS = {
  debit: '1048264417',
  later: '1048264458',
  gone: '1048264425',
  confirm: '1048264441',
  expiring: '1048264474',
  disputed: '1048264466',
} as const
type Card = keyof typeof ACCOUNTS

let world: BankWorld
let cards: CardWorld
let ctx: CardContext & BankContext
const owners = new Map<Card, Owner>()
const sources = new Map<Card, string>()

before(async () => {
  world = await bankWorld(Object.values(ACCOUNTS))
  cards = await openCardWorld(() => world.clock.instant)
  ctx = { ...world.bankCtx, card: cards.card }
  for (const card of Object.keys(ACCOUNTS) as Card[]) {
    const owner = await world.ownerOf(ACCOUNTS[card])
    owners.set(card, owner)
    const fundingAccountId = await savedCard(ctx, owner, card)
    sources.set(card, fundingAccountId)
    const set = await setAutopay(ctx, owner, {
      terms: {
        ...{ amount: { kind: 'installment' }, day: { kind: 'dueDate' }, charges: 'notTaken' },
        ...{ begins: date('2026-11-24'), ends: null },
      },
      fundingAccountId,
      agreed: 'yes',
      authorizationText: 'I allow each payment.',
      idempotencyKey: newTestId(),
    })
    assert.ok(set.ok, `${card}: ${JSON.stringify(set)}`)
  }
})
after(async () => {
  await cards.close()
  await world.close()
})

function ownerOf(card: Card): Owner {
  const owner = owners.get(card)
  assert.ok(owner)
  return owner
}

async function autopayOf(card: Card) {
  const [autopay] = await readAutopays(ctx.db, ownerOf(card).accountId)
  assert.ok(autopay)
  return autopay
}

async function closeTo(day: CivilDate): Promise<void> {
  await closeThrough(ctx, {
    through: day,
    mover: {
      advanceTo: (instant) => {
        world.clock.instant = instant
      },
    },
    tell: ({ failed }) => assert.deepEqual(failed, []),
  })
}

/** What its owner was told under a template, in English. */
async function told(card: Card, template: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('outbox')
    .select(['channel', 'parameters'])
    .where('account_id', '=', ownerOf(card).accountId)
    .where('template', '=', template)
    .execute()
  assert.equal(
    rows.filter(({ channel }) => channel === 'email').length > 0,
    rows.length > 0,
    'what autopay tells goes by mail too',
  )
  return rows
    .filter(({ channel }) => channel === 'portal')
    .map(({ parameters }) => {
      const said = noticeWords(
        { template, parameters: parameters as Record<string, unknown> },
        'en',
      )
      return `${said?.title} ${said?.text}`
    })
}

async function postedOf(accountId: string, id: string): Promise<number> {
  const { rows } = await sql<{ posted: number }>`
    select count(*)::int as posted from account_event
    where account_id = ${accountId} and payload ->> 'paymentId' = ${id}
      and kind = 'payment'`.execute(ctx.db)
  return rows[0]?.posted ?? 0
}

test('its debit is seen ahead: on the day itself, to be stopped until that day’s cutoff', async () => {
  const view = (await viewAutopay(ctx, ownerOf('debit'))).view
  const [first] = view?.next ?? []
  assert.ok(first)
  assert.equal(first.withdrawn, first.on)
  assert.ok(first.stopUntil.startsWith(first.on))
})

test('ended after any step of the charge and run again, it is charged once and counts once', async () => {
  const owner = ownerOf('debit')
  const [first] = (await viewAutopay(ctx, owner)).view?.next ?? []
  assert.ok(first)
  await closeTo(addDays(first.on, -1))
  const [set] = (await readPayments(ctx.db, owner.accountId)).filter(
    ({ effectiveDate, byCard }) => byCard && effectiveDate === first.on,
  )
  assert.equal(set?.state, 'scheduled')
  world.clock.instant = first.stopUntil
  const ends = await endedAtEachStep(owner.accountId)
  assert.ok(ends > 40, `${ends} ends in the middle`)
  await tendCards(ctx)
  const [paid] = await readCardPayments(ctx.db, owner.accountId)
  assert.equal(`${paid?.state} ${paid?.effectiveDate}`, `paid ${first.on}`)
  assert.equal(paid?.amount, first.amount)
  assert.equal(paid?.confirmation, set?.confirmation, 'it keeps its number')
  assert.equal(await postedOf(owner.accountId, paid?.id ?? ''), 1)
  const mine = (await readPayments(ctx.db, owner.accountId)).find(({ id }) => id === set?.id)
  assert.equal(mine?.state, 'charged')
  const entries = await ctx.db
    .selectFrom('ach_entry')
    .select('id')
    .where('account_id', '=', owner.accountId)
    .where('payment_id', '=', set?.id ?? '')
    .execute()
  assert.deepEqual(entries, [])
  assert.equal((await chargesOf('debit')).length, 1)
})

/** Charges with an end after one step, two, three; from each place where something was written. */
async function endedAtEachStep(accountId: string): Promise<number> {
  const standing = async () => {
    const written = await readCardPayments(ctx.db, accountId)
    return written.map(({ state, postedEventId }) => `${state} ${postedEventId}`).join()
  }
  let last = await standing()
  let steps = 0
  for (let runs = 1; runs < 1000; runs += 1) {
    const isDone = await tendCards(dyingAfter(ctx, steps)).then(
      () => true,
      () => false,
    )
    const now = await standing()
    if (now.startsWith('paid') && !now.endsWith('null')) return runs
    // What was handed over is asked about when some time has passed.
    if (isDone) world.clock.instant = addMinutes(world.clock.instant, 3)
    steps = now === last ? steps + 1 : 0
    last = now
  }
  assert.fail('it comes to an end')
}

function addMinutes(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString()
}

/** What the processor was asked to charge to the card, whatever came of it. */
async function chargesOf(card: Card) {
  const { default: Stripe } = await import('stripe')
  const { openCardToken } = await import('#src/store/cards/saved-cards.ts')
  const { hostname: host, port } = new URL(cards.origin)
  const stripe = new Stripe(cards.secrets.secretKey, { host, port, protocol: 'http' })
  const place = { accountId: ownerOf(card).accountId, id: sources.get(card) ?? '' }
  const token = await openCardToken(ctx.db, ctx.vault, place)
  return (await stripe.paymentIntents.list({ customer: token?.customer ?? '' })).data
}

test('the days pass: what each bank answers decides the next debits, and each owner hears of it', async () => {
  await closeTo(date('2027-01-09'))
  // Too little money: told with the reason, tried once, and the next debits go on.
  assert.equal((await autopayOf('later')).state, 'active')
  const declined = await told('later', 'autopayCardDeclined')
  assert.ok(declined.length > 0)
  assert.match(declined[0] ?? '', /too little money on the card/)
  assert.equal((await chargesOf('later')).length, declined.length)
  // Lost: nothing more is taken until its owner chooses.
  const gone = await autopayOf('gone')
  assert.deepEqual([gone.state, gone.stateReason], ['needsAttention', 'cardStopped'])
  assert.equal((await told('gone', 'autopayCardStopped')).length, 1)
  assert.equal((await chargesOf('gone')).length, 1)
  // Its bank would ask: nobody is there, so it is told and not taken.
  assert.match((await told('confirm', 'autopayCardDeclined'))[0] ?? '', /wanted to ask you/)
  // Good until the end of the year: what comes after is not set, and told ahead of it.
  const expiring = await autopayOf('expiring')
  assert.deepEqual([expiring.state, expiring.stateReason], ['needsAttention', 'cardExpires'])
  assert.match((await told('expiring', 'autopayCardExpires'))[0] ?? '', /Visa ••4444/)
  const beyond = (await readPayments(ctx.db, ownerOf('expiring').accountId)).filter(
    ({ byCard, effectiveDate, state }) =>
      byCard && effectiveDate > '2026-12-31' && state !== 'canceled',
  )
  assert.deepEqual(beyond, [])
  // No event of the processor has come: the clock asks.
  const paid = await readCardPayments(ctx.db, ownerOf('disputed').accountId)
  assert.ok(paid.length > 0)
  for (const { accountId, id } of paid) await followCardPayment(ctx, { accountId, id })
  for (const { effectiveDate, askedOn } of paid) assert.equal(effectiveDate, askedOn)
  // Disputed: it counts no more, and nothing more is taken.
  const disputed = await autopayOf('disputed')
  assert.deepEqual([disputed.state, disputed.stateReason], ['needsAttention', 'cardDisputed'])
  assert.equal((await told('disputed', 'autopayCardDisputed')).length, 1)
  for (const card of ['gone', 'later', 'confirm'] as const) {
    const { accountId } = ownerOf(card)
    for (const { id } of await readCardPayments(ctx.db, accountId))
      assert.equal(await postedOf(accountId, id), 0)
  }
})

test('removed: its debits are canceled in the same moment, and its owner is told', async () => {
  const owner = ownerOf('debit')
  const autopay = await autopayOf('debit')
  assert.equal(autopay.state, 'active')
  const set = (await readPayments(ctx.db, owner.accountId)).filter(
    ({ state }) => state === 'scheduled',
  )
  const order = { fundingAccountId: sources.get('debit') ?? '' }
  const asked = await removeFundingAccount(ctx, owner, { ...order, cancel: [] })
  assert.ok(!asked.ok && asked.refusal.code === 'bankAccountInUse')
  const cancel = [autopay.id, ...set.map(({ id }) => id)]
  assert.ok((await removeFundingAccount(ctx, owner, { ...order, cancel })).ok)
  const after = await autopayOf('debit')
  assert.deepEqual([after.state, after.stateReason], ['needsAttention', 'cardRemoved'])
  assert.equal((await told('debit', 'autopayCardRemoved')).length, 1)
  const left = (await readPayments(ctx.db, owner.accountId)).filter(
    ({ state }) => state === 'scheduled',
  )
  assert.deepEqual(left, [])
})

test('after all of it the ledger is what the events say', async () => {
  assert.deepEqual((await verifyLedger(ctx)).problems, [])
})
