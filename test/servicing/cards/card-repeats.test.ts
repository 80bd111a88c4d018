// The same payment twice, once by card and once from a bank account: asked about either way round.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { cents } from '#src/domain/money.ts'
import type { CardContext } from '#src/servicing/cards/card-context.ts'
import { cardOptions } from '#src/servicing/cards/card-options.ts'
import { giveUpCardPayment } from '#src/servicing/cards/give-up-card-payment.ts'
import { previewCardPayment } from '#src/servicing/cards/preview-card-payment.ts'
import { startCardPayment } from '#src/servicing/cards/start-card-payment.ts'
import type { Owner } from '#src/servicing/context.ts'
import { makePayment } from '#src/servicing/payments/make-payment.ts'
import { previewPayment } from '#src/servicing/payments/preview-payment.ts'
import { readCardPayment } from '#src/store/cards/card-payments.ts'
import { words } from '#src/words/words.ts'
import { type BankWorld, bankWorld, PAIR } from '#test/support/bank-world.ts'
import { type CardWorld, cardOrder, onItsPage, openCardWorld } from '#test/support/card-world.ts'
import { orderFor } from '#test/support/payment-orders.ts'

const DANA = '1048264433'

let world: BankWorld
let cards: CardWorld
let ctx: CardContext
let one: Owner
before(async () => {
  world = await bankWorld([PAIR, DANA])
  one = await world.ownerOf(PAIR)
  cards = await openCardWorld(() => world.clock.instant)
  ctx = { ...world.ctx, card: cards.card }
})
after(async () => {
  await cards.close()
  await world.close()
})

const DUE = { choice: 'due', amount: null } as const

test('from a bank account, while a card does the same on its page: asked about, by its number', async () => {
  const { id } = await onItsPage(ctx, one, await cardOrder(ctx, one, DUE))
  const card = await readCardPayment(ctx.db, { accountId: one.accountId, id })
  assert.equal(card?.state, 'started')
  const order = await orderFor(ctx, one)
  const made = await makePayment(ctx, one, order)
  assert.ok(!made.ok)
  const { confirmation = '' } = card ?? {}
  const code = 'duplicatePayment'
  assert.deepEqual(made.refusal, { code, confirmation, how: 'installment', by: 'card' })
  const said = words('en').refusals.sentence(made.refusal, 'en')
  assert.match(said, /by card/)
  assert.doesNotMatch(said, /scheduled/, 'nothing of a card is scheduled')
  for (const owner of [one, await world.ownerOf(PAIR, 'co')]) {
    const { choice } = await orderFor(ctx, owner)
    const preview = await previewPayment(ctx, owner, choice)
    assert.ok(preview.ok, owner.obligorId)
    const { of } = preview.value.repeats ?? assert.fail('it is asked about')
    const isSeen = owner.obligorId === one.obligorId
    assert.deepEqual([of.by, of.id, of.isSeen], ['card', id, isSeen])
  }
  assert.ok((await giveUpCardPayment(ctx, one, id)).ok)
  const free = await previewPayment(ctx, one, order.choice)
  assert.ok(free.ok && free.value.repeats === null, 'given up, it is nothing')
})

test('a page on which nobody has paid is no money: what is past due still comes first', async () => {
  const dana = await world.ownerOf(DANA)
  const pastDue = 88_698
  const { id } = await onItsPage(ctx, dana, await cardOrder(ctx, dana, DUE))
  const beside = await cardOptions(ctx, dana)
  assert.ok(beside.ok)
  assert.equal(beside.value.lateFirst, pastDue)
  const principal = { choice: 'principal', amount: cents(10_000), extraAmount: null } as const
  const asked = await previewCardPayment(ctx, dana, { ...principal, extra: 'principal' })
  assert.ok(!asked.ok && asked.refusal.code === 'principalWhilePastDue')
  assert.equal(asked.refusal.pastDue, pastDue)
  assert.ok((await giveUpCardPayment(ctx, dana, id)).ok)
})

test('the obligor who wants both has both; and the card is asked about the bank’s', async () => {
  const { id } = await onItsPage(ctx, one, await cardOrder(ctx, one, DUE))
  const both = await orderFor(ctx, one, {}, { duplicateConfirmed: 'yes' })
  assert.ok((await makePayment(ctx, one, both)).ok)
  assert.ok((await giveUpCardPayment(ctx, one, id)).ok)
  const order = { ...(await cardOrder(ctx, one, DUE)), duplicateConfirmed: 'no' } as const
  const started = await startCardPayment(ctx, one, order)
  assert.ok(!started.ok && started.refusal.code === 'duplicatePayment')
  assert.equal(started.refusal.how, 'installment')
})

test('on the same day, the same amount is asked about, and another is not', async () => {
  const other = { choice: 'other', amount: cents(4321) } as const
  const { id } = await onItsPage(ctx, one, await cardOrder(ctx, one, other))
  const card = await readCardPayment(ctx.db, { accountId: one.accountId, id })
  const effective = card?.askedOn ?? assert.fail('it has a day')
  const same = await orderFor(ctx, one, { ...other, effective })
  const made = await makePayment(ctx, one, same)
  assert.ok(!made.ok && made.refusal.code === 'duplicatePayment')
  assert.equal(made.refusal.how, 'sameDay')
  const less = await orderFor(ctx, one, { ...other, amount: cents(4320), effective })
  assert.ok((await makePayment(ctx, one, less)).ok)
})
