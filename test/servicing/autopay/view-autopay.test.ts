// What the page of autopay shows, and what becomes of a debit between its notice and its file.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents, ZERO_CENTS } from '#src/domain/money.ts'
import { autopayAtCutoff } from '#src/servicing/autopay/autopay-at-cutoff.ts'
import { autopayNow } from '#src/servicing/autopay/autopay-now.ts'
import { revokeAutopay } from '#src/servicing/autopay/change-autopay.ts'
import { previewAutopay } from '#src/servicing/autopay/preview-autopay.ts'
import { setAutopay } from '#src/servicing/autopay/set-autopay.ts'
import { viewAutopay } from '#src/servicing/autopay/view-autopay.ts'
import type { Owner } from '#src/servicing/context.ts'
import { loadLoanForUpdate } from '#src/servicing/load-account.ts'
import { cancelPayment } from '#src/servicing/payments/cancel-payment.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import { newTestId } from '#test/support/database.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

const ELENA = '1048264417'
const PAIR = '1048264458'
const LUCIA = '1048264466'
const PRIYA = '1048264441'
const MARCUS = '1048264425'
const today = date('2026-11-24')
const now = '2026-11-24T16:48:00.000Z'
let book: PlantedBook

before(async () => {
  book = await plantedBook({ today, now, numbers: [ELENA, PAIR, LUCIA, PRIYA, MARCUS] })
})
after(() => book.close())

async function choice(owner: Owner) {
  const [first] = await readFundingAccounts(book.ctx.db, owner)
  return {
    terms: {
      amount: { kind: 'installment' },
      day: { kind: 'dueDate' },
      charges: 'notTaken',
      begins: today,
      ends: null,
    },
    fundingAccountId: first?.id ?? '',
  } as const
}

async function set(owner: Owner) {
  const order = { ...(await choice(owner)), agreed: 'yes', authorizationText: 'Yes.' } as const
  const done = await setAutopay(book.ctx, owner, { ...order, idempotencyKey: newTestId() })
  assert.ok(done.ok)
}

async function shown(owner: Owner) {
  const { view } = await viewAutopay(book.ctx, owner)
  assert.ok(view)
  return view
}

/** As the verb that fills the file of the day asks. */
async function atCutoff(owner: Owner) {
  const [payment] = await readPayments(book.ctx.db, owner.accountId)
  assert.ok(payment)
  return book.ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadLoanForUpdate(tx, owner.accountId)
    return (await autopayAtCutoff(tx, book.ctx, { loaded, payment })).payment
  })
}

function pay(owner: Owner, amount: number) {
  return postPayment(book.ctx, {
    accountId: owner.accountId,
    amount: cents(amount),
    effectiveDate: today,
    extra: 'installments',
    extraAmount: null,
    toCharges: ZERO_CENTS,
    channel: 'mail',
    paymentId: null,
  })
}

test('the preview shows what setting it then does: the same three debits, to the cent', async () => {
  const owner = await book.ownerOf(ELENA)
  const preview = await previewAutopay(book.ctx, owner, await choice(owner))
  assert.ok(preview.ok)
  await set(owner)
  const view = await shown(owner)
  const brief = (debits: typeof view.next) =>
    debits.map(({ on, amount, withdrawn }) => [on, amount, withdrawn])
  assert.deepEqual(brief(view.next), brief(preview.value.next))
  assert.deepEqual(brief(view.next), [
    ['2026-12-05', 51_312, '2026-12-07'],
    ['2027-01-05', 51_312, '2027-01-06'],
    ['2027-02-05', 51_312, '2027-02-08'],
  ])
  assert.notEqual(view.next[0]?.paymentId, null)
  assert.equal(view.next[1]?.paymentId, null)
})

test('what is paid between the notice and the file makes the debit smaller, and then takes it off', async () => {
  const owner = await book.ownerOf(LUCIA)
  book.clock.instant = '2026-12-01T16:48:00.000Z'
  await set(owner)
  const announced = (await shown(owner)).next[0]?.amount ?? ZERO_CENTS
  assert.equal((await atCutoff(owner))?.amount, announced)
  await pay(owner, 10_000)
  assert.equal((await atCutoff(owner))?.amount, announced - 10_000)
  await pay(owner, announced)
  assert.equal(await atCutoff(owner), null)
  const [payment] = await readPayments(book.ctx.db, owner.accountId)
  assert.equal(payment?.state, 'canceled')
  const told = await book.ctx.db
    .selectFrom('outbox')
    .select('template')
    .where('account_id', '=', owner.accountId)
    .where('channel', '=', 'portal')
    .execute()
  const templates = told.map(({ template }) => template)
  assert.ok(templates.includes('autopayDebitChanged'))
  assert.ok(templates.includes('autopayDebitCanceled'))
  book.clock.instant = now
})

test('stopping says what is stopped and what no longer can be, and the file takes only the latter', async () => {
  const owner = await book.ownerOf(PRIYA)
  book.clock.instant = '2026-12-05T16:48:00.000Z'
  await set(owner)
  const before = await shown(owner)
  assert.deepEqual([before.stoppable.stopped.length, before.stoppable.going.length], [1, 0])
  const cutoff = before.next[0]?.stopUntil ?? ''
  book.clock.instant = cutoff
  const late = await shown(owner)
  assert.deepEqual([late.stoppable.stopped.length, late.stoppable.going.length], [0, 1])
  assert.ok((await revokeAutopay(book.ctx, owner, { idempotencyKey: newTestId() })).ok)
  assert.equal((await shown(owner)).autopay.state, 'ended')
  assert.equal((await atCutoff(owner))?.state, 'scheduled')
  book.clock.instant = now
})

test('a debit that its owner cancels is not set again, and shows as nothing taken', async () => {
  const owner = await book.ownerOf(PAIR)
  await set(owner)
  const [payment] = await readPayments(book.ctx.db, owner.accountId)
  assert.ok(payment)
  assert.ok((await cancelPayment(book.ctx, owner, { paymentId: payment.id })).ok)
  const view = await shown(owner)
  assert.deepEqual([view.next[0]?.on, view.next[0]?.amount], [payment.effectiveDate, 0])
  // None is set: the overview names the one that will be.
  const { on, amount } = view.next[1] ?? {}
  const now = await autopayNow(book.ctx, owner)
  assert.deepEqual([now?.next?.on, now?.next?.amount], [on, amount])
})

test('the co-borrower sees the debits and never the bank account', async () => {
  const co = await book.ownerOf(PAIR, 'co')
  const view = await shown(co)
  assert.equal(view.mine, false)
  assert.equal(view.fundingAccount, null)
  assert.ok(view.next.length > 0)
})

test('who is behind is shown that past due money is not taken', async () => {
  const owner = await book.ownerOf(MARCUS)
  const preview = await previewAutopay(book.ctx, owner, await choice(owner))
  assert.ok(preview.ok)
  const codes = preview.value.next[0]?.reasons.map(({ code }) => code)
  assert.ok(codes?.includes('pastDueApart'))
})
