// What the calendar tells customers, day by day over the planted book: once, to each obligor, and
// nothing that money on its way makes untrue.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { contactsOf } from '#src/identity/factors/contacts.ts'
import { closeDay } from '#src/servicing/closing/close-day.ts'
import { sendNotices } from '#src/servicing/closing/send-notices.ts'
import { deliverMessage } from '#src/servicing/messages/deliver-message.ts'
import { tellOutside } from '#src/servicing/messages/tell-outside.ts'
import { makePayment } from '#src/servicing/payments/make-payment.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { insertMessageChoices } from '#src/store/accounts/message-choices.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

const ELENA = '1048264417'
const PAIR = '1048264458'
const today = date('2026-11-24')
let book: PlantedBook

before(async () => {
  book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers: [ELENA, PAIR] })
})
after(() => book.close())

async function told(number: string) {
  const { accountId } = await book.ownerOf(number)
  const rows = await book.ctx.db
    .selectFrom('account_message')
    .select(['obligor_id', 'template', 'parameters', 'sent_at'])
    .where('account_id', '=', accountId)
    .where('template', 'in', ['paymentDue', 'paymentPastDue'])
    .orderBy('sent_at')
    .execute()
  return rows.map(({ template, parameters, obligor_id }) => {
    const { amount, effective } = parameters as { amount: string; effective: string }
    return { template, amount, effective, obligor_id }
  })
}

async function closeThrough(day: string) {
  let open = (await book.ctx.db.selectFrom('business_date').select('on_date').executeTakeFirst())
    ?.on_date
  while (open && open <= day) {
    book.clock.instant = `${addDays(open, 1)}T05:00:00.000Z`
    await closeDay(book.ctx, open)
    open = addDays(open, 1)
  }
}

test('ten days ahead the payment is announced to each obligor, once', async () => {
  // Elena's 28th is due 2026-12-05: announced by the close of 2026-11-24.
  await closeThrough('2026-11-24')
  const [first, ...others] = await told(ELENA)
  assert.deepEqual(others, [])
  assert.deepEqual([first?.template, first?.effective], ['paymentDue', '2026-12-05'])
  const { accountId } = await book.ownerOf(ELENA)
  await sendNotices(book.ctx, { accountIds: [accountId], businessDate: today })
  assert.equal((await told(ELENA)).length, 1)
})

test('missed, it is past due on the next day: told once, to both who owe', async () => {
  // The pair's is due 2026-11-29.
  await closeThrough('2026-12-20')
  const late = (await told(PAIR)).filter(({ template }) => template === 'paymentPastDue')
  assert.deepEqual(new Set(late.map(({ effective }) => effective)), new Set(['2026-11-29']))
  assert.deepEqual([late.length, new Set(late.map((each) => each.obligor_id)).size], [2, 2])
  // Past due since November, December's is announced all the same.
  const announced = (await told(PAIR)).filter(({ template }) => template === 'paymentDue')
  assert.deepEqual(new Set(announced.map(({ effective }) => effective)), new Set(['2026-12-29']))
})

test('paid ahead, nothing is announced and nothing is missed', async () => {
  const { accountId } = await book.ownerOf(ELENA)
  const before = (await told(ELENA)).length
  await postPayment(book.ctx, {
    accountId,
    amount: cents(200_000),
    effectiveDate: date('2026-12-21'),
    extra: 'installments',
    extraAmount: null,
    toCharges: cents(0),
    channel: 'mail',
    paymentId: null,
  })
  await closeThrough('2027-01-10')
  assert.equal((await told(ELENA)).length, before)
})

test('money on its way covers it: not announced', async () => {
  const owner = await book.ownerOf(PAIR)
  book.clock.instant = '2027-01-11T15:00:00.000Z'
  const funding = await book.ctx.db
    .selectFrom('funding_account')
    .select('id')
    .where('account_id', '=', owner.accountId)
    .where('obligor_id', '=', owner.obligorId)
    .executeTakeFirstOrThrow()
  const amount = cents(250_000)
  const made = await makePayment(book.ctx, owner, {
    choice: {
      choice: 'other',
      amount,
      extraAmount: null,
      extra: 'installments',
      effective: date('2027-01-28'),
      fundingAccountId: funding.id,
    },
    shownAmount: amount,
    agreed: 'yes',
    duplicateConfirmed: 'yes',
    unusualConfirmed: 'yes',
    authorizationText: 'I authorize it.',
    idempotencyKey: 'covered',
  })
  assert.ok(made.ok)
  await closeThrough('2027-01-25')
  const dues = (await told(PAIR)).map(({ effective }) => effective)
  assert.ok(!dues.includes('2027-01-29'))
})

test('they go by mail too, by text message only with consent, and to no mailbox that said no', async () => {
  const { ctx } = book
  const elena = await book.ownerOf(ELENA)
  const contacts = await contactsOf(ctx.db, ctx.vault, [elena])
  const sent = async () => {
    const rows = await ctx.db
      .selectFrom('outbox')
      .innerJoin('login_account', 'login_account.login_id', 'outbox.login_id')
      .select(['outbox.id', 'channel'])
      .where('login_account.account_id', '=', elena.accountId)
      .where('template', '=', 'paymentPastDue')
      .orderBy('outbox.created_at')
      .execute()
    return rows.map(({ channel }) => channel)
  }
  const choose = (method: 'sms' | 'email', choice: 'wanted' | 'notWanted') =>
    ctx.db.transaction().execute(async (tx) => {
      const contact = contacts.find((each) => each.method === method)
      assert.ok(contact)
      const said = {
        method,
        choice,
        wording: '2026-11',
        how: 'portal',
        at: ctx.clock.now(),
      } as const
      const name = { id: ctx.newId(), contactKey: contact.key }
      await insertMessageChoices(tx, [{ ...elena, ...name, ...said }])
    })
  const tell = () =>
    ctx.db.transaction().execute((tx) =>
      tellOutside(ctx, tx, {
        owner: elena,
        template: 'paymentPastDue',
        parameters: { amount: '51312', effective: '2026-12-05' },
        about: 'reminder',
      }),
    )
  const before = (await sent()).length
  await tell()
  assert.deepEqual((await sent()).slice(before), ['email'])
  await choose('sms', 'wanted')
  await choose('email', 'notWanted')
  await tell()
  assert.deepEqual((await sent()).slice(before + 1), ['sms'])
  const { id } = await ctx.db
    .selectFrom('outbox')
    .select('id')
    .where('channel', '=', 'sms')
    .where('template', '=', 'paymentPastDue')
    .executeTakeFirstOrThrow()
  await deliverMessage(ctx, { outboxId: id })
  assert.match(book.messages.at(-1)?.text ?? '', /\$513\.12 is past due since .*December 5, 2026/)
  await choose('sms', 'notWanted')
  await tell()
  assert.equal((await sent()).length, before + 2)
})

test('the close of a day announces by mail what it announces in the portal', async () => {
  const mails = await book.ctx.db
    .selectFrom('outbox')
    .select(['template', 'channel'])
    .where('template', 'in', ['paymentDue', 'paymentPastDue'])
    .where('channel', '=', 'email')
    .execute()
  assert.ok(mails.some(({ template }) => template === 'paymentDue'))
})
