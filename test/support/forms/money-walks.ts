// The forms by which money is moved at the desk, each asked for by one person and decided by
// another.
import assert from 'node:assert/strict'
import { addDays } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { openMoneyTask } from '#src/servicing/ach-returns/money-task.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import { cardPaid } from '#src/servicing/cards/card-paid.ts'
import { startCardPayment } from '#src/servicing/cards/start-card-payment.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { readCardPayment } from '#src/store/cards/card-payments.ts'
import { settleCredit } from '#src/store/desk-money/received-credits.ts'
import { cardOrder } from '#test/support/card-world.ts'
import { insertTestCredit } from '#test/support/test-credit.ts'
import type { DeskWalk, DeskWorld } from './desk-world.ts'
import type { Hand } from './hand.ts'

const SMALL = '1048264490'
const LATE = '1048264433'
const ELENA = '1048264417'

let checks = 0

async function askToPost(hand: Hand, account: string, amount: string): Promise<string> {
  checks += 1
  await hand.open('/money/posting')
  await hand.fill({ account, amount })
  await hand.tick('way', 'mail')
  await hand.fill({ reference: `C${checks}${Date.now()}`, reason: 'A check without a stub' })
  await hand.send('/money/posting', /^\/money\/requests\/.+/)
  return new URL(hand.page.url()).pathname
}

/** Money above all that is owed, of which no bank can take anything back any more. */
async function overpay({ desk: { ctx } }: DeskWorld, number: string): Promise<void> {
  const accountId = await findAccountByNumber(ctx.db, ctx.vault, { kind: 'account', number })
  assert.ok(accountId)
  await postPayment(ctx, {
    ...{
      accountId,
      amount: cents(1_500_000),
      effectiveDate: addDays(await businessDay(ctx.db), -25),
    },
    ...{ extra: 'installments', extraAmount: null, toCharges: cents(0) },
    ...{ channel: 'mail', paymentId: null },
  })
}

/** Paid on the page of a processor that is not there, and counting. */
async function paidByCard({ desk: { ctx } }: DeskWorld, number: string): Promise<void> {
  const accountId = await findAccountByNumber(ctx.db, ctx.vault, { kind: 'account', number })
  assert.ok(accountId)
  const [obligor] = await readObligors(ctx.db, ctx.vault, accountId)
  assert.ok(obligor)
  const owner = { accountId, obligorId: obligor.id, loginId: '' }
  const order = await cardOrder(ctx, owner, { amount: cents(1_200) })
  const started = await startCardPayment(ctx, owner, order)
  assert.ok(started.ok)
  const payment = await readCardPayment(ctx.db, { accountId, id: started.value.paymentId })
  assert.ok(payment)
  const said = { page: 'done', url: null, intentId: `pi_${payment.id}`, money: 'taken' } as const
  const rest = { amount: 1_200, refunded: 0, dispute: 'none', disputeId: null } as const
  const card = { brand: 'visa', lastFour: '5556', expires: '12/2031', funding: 'debit' } as const
  const facts = { ...said, ...rest, card, declined: null, paidAt: ctx.clock.now() }
  await ctx.db
    .updateTable('card_payment')
    .set({ session_id: `cs_${payment.id}` })
    .where('id', '=', payment.id)
    .execute()
  await cardPaid(ctx, { payment, facts })
}

async function unapplied({ desk: { ctx } }: DeskWorld): Promise<string> {
  return ctx.db.transaction().execute(async (tx) => {
    const id = await insertTestCredit(tx, ctx.vault)
    await settleCredit(tx, { id, from: 'waiting', to: 'unapplied', at: ctx.clock.now() })
    return id
  })
}

function openTaskIn({ desk: { ctx } }: DeskWorld): Promise<void> {
  const about = ctx.newId()
  const task = { kind: 'fileNotOurs', about, accountId: null, details: {} } as const
  return ctx.db.transaction().execute((tx) => openMoneyTask(ctx, tx, task))
}

async function approve(hand: Hand, world: DeskWorld, request: string): Promise<void> {
  await world.enter(hand.page, 'administrator')
  await hand.open(request)
  await hand.send(`${request}/approval`, /done=done/)
  await world.enter(hand.page, 'supervisor')
}

export const MONEY_WALKS: readonly DeskWalk[] = [
  {
    wants: 'to post a check alone, another with a colleague, and to take one back',
    walk: async (hand, world) => {
      await world.enter(hand.page, 'supervisor')
      await hand.open('/money/requests')
      await hand.follow('/money/posting')
      await hand.refused('/money/posting')
      const small = await askToPost(hand, LATE, '12.34')
      await hand.send(`${small}/execution`, /done=done/)
      const taken = await askToPost(hand, LATE, '999.00')
      await hand.send(`${taken}/withdrawal`, /done=withdrawn/)
      const doubted = await askToPost(hand, LATE, '998.00')
      await world.enter(hand.page, 'administrator')
      await hand.open(doubted)
      await hand.refused(`${doubted}/refusal`)
      await hand.fill({ note: 'The check is not signed' })
      await hand.send(`${doubted}/refusal`, /done=refused/)
    },
  },
  {
    wants: 'to put right money that is held, a payment and a late charge',
    walk: async (hand, world) => {
      await world.enter(hand.page, 'supervisor')
      await approve(hand, world, await askToPost(hand, LATE, '997.00'))
      await overpay(world, SMALL)
      await hand.open('/money/corrections')
      await hand.refused('/money/corrections')
      await hand.fill({ account: SMALL })
      await hand.send('/money/corrections', /^\/money\/corrections\/.+/)
      const account = new URL(hand.page.url()).pathname
      await hand.refused(`${account}/held`)
      await hand.tick('what', 'moveHeld')
      await hand.fill({ 'held-amount': '1.00', 'held-to': LATE, 'held-reason': 'It was for them' })
      await hand.send(`${account}/held`, /^\/money\/requests\/.+/)
      await hand.open(account)
      await hand.refused(`${account}/moves`)
      await hand.tick('payment')
      await hand.fill({ 'move-to': LATE, 'move-reason': 'Wrong number on the stub' })
      await hand.send(`${account}/moves`, /^\/money\/requests\/.+/)
      await hand.open('/money/corrections')
      await hand.fill({ account: LATE })
      await hand.send('/money/corrections', /^\/money\/corrections\/.+/)
      const late = new URL(hand.page.url()).pathname
      await hand.refused(`${late}/waivers`)
      await hand.tick('charge')
      await hand.fill({ 'waiver-amount': '1.00', 'waiver-reason': 'The letter was late' })
      await hand.send(`${late}/waivers`, /^\/money\/requests\/.+/)
    },
  },
  {
    wants: 'to send a payment by card back to its card',
    walk: async (hand, world) => {
      await paidByCard(world, ELENA)
      await world.enter(hand.page, 'supervisor')
      await hand.open('/money/corrections')
      await hand.fill({ account: ELENA })
      await hand.send('/money/corrections', /^\/money\/corrections\/.+/)
      const account = new URL(hand.page.url()).pathname
      await hand.refused(`${account}/card-refunds`)
      await hand.tick('card')
      await hand.fill({ 'card-reason': 'She paid it twice' })
      await hand.send(`${account}/card-refunds`, /^\/money\/requests\/.+/)
      await approve(hand, world, new URL(hand.page.url()).pathname)
    },
  },
  {
    wants: 'to move the due dates of a loan, and to give it up as lost',
    walk: async (hand, world) => {
      await world.enter(hand.page, 'supervisor')
      await hand.open('/money/corrections')
      await hand.fill({ account: LATE })
      await hand.send('/money/corrections', /^\/money\/corrections\/.+/)
      const account = new URL(hand.page.url()).pathname
      await hand.refused(`${account}/extensions`)
      await hand.tick('months')
      await hand.fill({ 'extension-reason': 'Lost work for two months' })
      await hand.send(`${account}/extensions`, /^\/money\/requests\/.+/)
      const request = new URL(hand.page.url()).pathname
      await hand.send(`${request}/withdrawal`, /done=withdrawn/)
      await hand.open(account)
      await hand.refused(`${account}/charge-offs`)
      await hand.fill({ 'loss-reason': 'Four months without an answer' })
      await hand.send(`${account}/charge-offs`, /^\/money\/requests\/.+/)
      const loss = new URL(hand.page.url()).pathname
      await hand.send(`${loss}/withdrawal`, /done=withdrawn/)
    },
  },
  {
    wants: 'to take a file of payments and post it alone, and to settle a task',
    walk: async (hand, world) => {
      await world.enter(hand.page, 'supervisor')
      await hand.open('/money/requests')
      await hand.follow('/money/credit-files')
      await hand.refused('/money/credit-files')
      checks += 1
      const line = `${LATE},3.21,2026-11-20,F${checks}-${Date.now()},"A payer"`
      const text = `account,amount,received,reference,payer\n${line}\ntotal,1,3.21\n`
      await hand.choose('file', { name: `lockbox-${checks}.csv`, text })
      await hand.send('/money/credit-files', /^\/money\/requests\/.+done=asked/)
      const request = new URL(hand.page.url()).pathname
      await hand.send(`${request}/execution`, /done=done/)
      await openTaskIn(world)
      await hand.open('/money/tasks')
      await hand.refused('/money/tasks')
      const note = hand.page.locator('form[action="/money/tasks"] input[name="note"]').first()
      await hand.fill({ [(await note.getAttribute('id')) ?? '']: 'Somebody called about it.' })
      await hand.send('/money/tasks', /done=yes/)
    },
  },
  {
    wants: 'to settle a payment of a file that fits no account',
    walk: async (hand, world) => {
      const id = await unapplied(world)
      await world.enter(hand.page, 'supervisor')
      await hand.open('/money/requests')
      await hand.follow(`/money/credits/${id}`)
      await hand.refused(`/money/credits/${id}`)
      await hand.tick('what', 'sendBack')
      await hand.fill({ reason: 'Nobody knows the payer' })
      await hand.send(`/money/credits/${id}`, /^\/money\/requests\/.+/)
    },
  },
]
