// What the page of a payment says when it did not go as it was set: to whom it is, and to the
// co-borrower, who learns that it does not count and nothing of the bank.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { changePayment } from '#src/servicing/payments/change-payment.ts'
import { type ComplaintWorld, complaintWorld } from '#test/support/complaint-world.ts'
import { orderFor, paid } from '#test/support/payment-orders.ts'
import { wordsOf } from '#test/support/signed-in.ts'

const PAIR = '1048264458'
const NUMBER = { choice: 'other', effective: date('2026-11-24') } as const

let world: ComplaintWorld
/** The payment that comes back once. */
let cameBack: string
before(async () => {
  world = await complaintWorld([PAIR])
})
after(() => world.close())

async function seen(username: string, path: string): Promise<string> {
  const { browser, base } = await world.signIn(username, PAIR)
  return wordsOf((await browser.get(`${base}${path}`)).text)
}

test('lack of funds: tried once more, on which day, and until then it is due', async () => {
  const ruth = await world.book.ownerOf(PAIR)
  cameBack = await paid(world.ctx, ruth, { ...NUMBER, amount: cents(31_000) })
  const id = cameBack
  await world.dayEnds('2026-11-24')
  const way = await seen('ruth.calloway', `/payments/${id}`)
  assert.match(way, /Payment applied/)
  await world.dayEnds('2026-11-25')
  await world.comesBack(id, 'R01', '330')
  const hers = await seen('ruth.calloway', `/payments/${id}`)
  assert.match(hers, /Payment returned, tried once more/)
  assert.match(hers, /Your bank returned \$310\.00: insufficient funds \(R01\)\./)
  assert.match(hers, /We try once more on Friday, November 27\./)
  assert.match(hers, /Tried once more Still to come Fri, Nov 27/)
  assert.match(
    await seen('ruth.calloway', ''),
    /Your payment of \$310\.00 was returned and is tried again/,
  )

  const his = await seen('ben.calloway', `/payments/${id}`)
  assert.match(his, /The co-borrower.s bank returned \$310\.00\. The amount is due again/)
  for (const secret of [/insufficient/i, /R01/, /Checking/, /6042/, /I authorize/])
    assert.doesNotMatch(his, secret)
  const activity = await seen('ben.calloway', '/activity')
  assert.match(activity, /Returned by your bank Paid by the co-borrower/)
  assert.doesNotMatch(activity.slice(0, activity.indexOf('Total paid')), /Insufficient funds/)
  assert.doesNotMatch(await seen('ben.calloway', ''), /was returned and is tried again/)
})

test('once its file is with the bank: no change and no cancellation, and what the bank must do', async () => {
  const ruth = await world.book.ownerOf(PAIR)
  const effective = date('2026-11-28')
  const id = await paid(world.ctx, ruth, { choice: 'other', amount: cents(12_000), effective })
  await world.dayEnds('2026-11-27')
  const page = await seen('ruth.calloway', `/payments/${id}`)
  assert.match(page, /Payment on its way/)
  assert.match(page, /It can no longer be changed or canceled here\./)
  assert.match(
    page,
    /Your bank must honor a stop order that you give it 3 business days or more before/,
  )
  assert.doesNotMatch(page, /Change this payment|Cancel this payment/)
  assert.match(
    await seen('ruth.calloway', ''),
    /\$120\.00 is on its way\. Counts on Saturday, November 28/,
  )
  assert.match(await seen('ben.calloway', ''), /\$120\.00 is on its way, paid by the co-borrower/)
  const { browser, base } = await world.signIn('ruth.calloway', PAIR)
  const late = await browser.get(`${base}/payments/${id}/change`)
  assert.equal(late.headers.get('location'), `${base}/payments/${id}`)
})

test('what could not be sent says why and what to do; the co-borrower only that it was not', async () => {
  const ruth = await world.book.ownerOf(PAIR)
  const effective = date('2026-12-04')
  const id = await paid(world.ctx, ruth, { choice: 'other', amount: cents(13_000), effective })
  await world.ctx.db
    .updateTable('funding_account')
    .set({ state: 'stopped' })
    .where('obligor_id', '=', ruth.obligorId)
    .execute()
  await world.dayEnds('2026-12-04')
  const hers = await seen('ruth.calloway', `/payments/${id}`)
  assert.match(hers, /Payment not sent/)
  assert.match(hers, /your bank had sent back an earlier payment from this bank account\./)
  assert.match(hers, /No money moved, and what is due stays due\. Pay from another bank account/)
  const his = await seen('ben.calloway', `/payments/${id}`)
  assert.match(his, /This payment was not sent\. No money moves for it\./)
  assert.doesNotMatch(his, /sent back an earlier payment/)
  await world.ctx.db
    .updateTable('funding_account')
    .set({ state: 'verified' })
    .where('obligor_id', '=', ruth.obligorId)
    .execute()
})

test('one that came back and was paid at the next try says both, and the list too', async () => {
  const hers = await seen('ruth.calloway', `/payments/${cameBack}`)
  assert.match(hers, /Payment applied \$310\.00 on Monday, November 30/)
  assert.match(
    hers,
    /Your bank returned \$310\.00: insufficient funds \(R01\)\. That was on Thursday, November 26\. It was tried again, was paid, and counts from Monday, November 30\./,
  )
  assert.match(await seen('ruth.calloway', '/payments'), /Returned once, then paid/)
  const his = await seen('ben.calloway', `/payments/${cameBack}`)
  assert.match(his, /The co-borrower.s bank returned \$310\.00\. That was on Thursday/)
  assert.doesNotMatch(his, /insufficient/i)
})

test('a changed payment shows what it was, to whoever changed it alone', async () => {
  const ruth = await world.book.ownerOf(PAIR)
  const choice = { choice: 'other', effective: date('2026-12-10') } as const
  const id = await paid(world.ctx, ruth, { ...choice, amount: cents(14_000) })
  const order = await orderFor(world.ctx, ruth, { ...choice, amount: cents(15_000) })
  assert.ok((await changePayment(world.ctx, ruth, { ...order, paymentId: id })).ok)
  const hers = await seen('ruth.calloway', `/payments/${id}`)
  assert.match(hers, /\$150\.00 on Thursday, December 10/)
  assert.match(hers, /What it was before \$140\.00 for Thursday, December 10 Until Fri, Dec 4/)
  assert.doesNotMatch(await seen('ben.calloway', `/payments/${id}`), /What it was before/)
})
