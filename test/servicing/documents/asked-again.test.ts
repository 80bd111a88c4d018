// A paper that is asked for says what the screen says on that day: asked for again after a figure
// of it became another one it is another paper, and the check tells them apart.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type CivilDate, date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type { Outcome } from '#src/domain/refusal.ts'
import type { DocumentFacts } from '#src/formats/documents/document-facts.ts'
import type { Owner } from '#src/servicing/context.ts'
import { checkPaper } from '#src/servicing/documents/check-paper.ts'
import { printPayoffLetter } from '#src/servicing/documents/print-payoff-letter.ts'
import { printPaidInFull, printReceipt } from '#src/servicing/documents/print-proof.ts'
import { openPaper } from '#src/servicing/documents/read-papers.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { quotePayoff } from '#src/servicing/quote-payoff.ts'
import { viewAccount } from '#src/servicing/view-account.ts'
import { setBusinessDate } from '#src/store/business-date.ts'
import { words } from '#src/words/words.ts'
import { testPapers } from '#test/support/papers.ts'
import { readPdf } from '#test/support/pdf-text.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

const [ELENA, SAM, WADE] = ['1048264417', '1048264490', '1048264532'] as const

let book: PlantedBook
const papers = testPapers()
before(async () => {
  const numbers = [ELENA, SAM, WADE]
  book = await plantedBook({ today: date('2026-11-24'), now: '2026-11-24T16:48:00.000Z', numbers })
})
after(() => book.close())

const context = () => ({ ...book.ctx, ...papers })

async function paperOf<K extends DocumentFacts['kind']>(
  kind: K,
  owner: Owner,
  printed: Outcome<{ documentId: string }>,
) {
  assert.ok(printed.ok, kind)
  const opened = await openPaper(context(), owner, printed.value.documentId)
  assert.ok(opened.ok)
  const { facts, bytes, id } = opened.value
  assert.equal(facts.kind, kind)
  const { text } = await readPdf(bytes)
  return { id, text, facts: facts as Extract<DocumentFacts, { kind: K }> }
}

async function stateOf({ facts }: { facts: { code: string } }): Promise<string> {
  const checked = await checkPaper(context(), { code: facts.code, address: '192.0.2.7' })
  assert.ok(checked.ok && checked.value)
  return checked.value.state
}

const receiptOf = async (owner: Owner, eventId: string) =>
  paperOf('receipt', owner, await printReceipt(context(), owner, { eventId, locale: 'en' }))

async function dayIs(onDate: CivilDate): Promise<void> {
  const changedAt = book.ctx.clock.now()
  await book.ctx.db
    .transaction()
    .execute((tx) => setBusinessDate(tx, { onDate, closedThrough: onDate, changedAt }))
}

function pay(owner: Owner, dollars: number, effectiveDate: CivilDate) {
  return postPayment(book.ctx, {
    ...{ accountId: owner.accountId, amount: cents(dollars * 100), effectiveDate },
    ...{ extra: 'principal', extraAmount: null, toCharges: cents(0) },
    ...{ channel: 'mail', paymentId: null },
  })
}

test('a letter after the money has cleared is the screen’s of that day, of the same quote', async () => {
  const owner = await book.ownerOf(ELENA)
  const on = date('2026-12-10')
  const letter = async () =>
    paperOf('payoffLetter', owner, await printPayoffLetter(context(), owner, { on, locale: 'en' }))
  const before = await letter()
  assert.equal(before.facts.returnable.length, 1)
  assert.equal((await letter()).id, before.id)
  await dayIs(date('2026-12-02'))
  const quoted = await quotePayoff(book.ctx, owner, { on })
  assert.ok(quoted.ok && quoted.value.clearedOnly === null)
  const later = await letter()
  assert.equal(later.facts.cleared.total, quoted.value.payoff.total)
  assert.deepEqual(later.facts.returnable, [])
  assert.equal(later.facts.quote, before.facts.quote)
  assert.deepEqual([await stateOf(before), await stateOf(later)], ['genuine', 'genuine'])
})

test('a receipt says that its money cleared once it did', async () => {
  const owner = await book.ownerOf(ELENA)
  await dayIs(date('2026-11-24'))
  const { activity } = await viewAccount(book.ctx, owner)
  const eventId = activity.find(({ kind }) => kind === 'payment')?.eventId ?? ''
  const before = await receiptOf(owner, eventId)
  assert.equal(before.facts.clearing?.state, 'returnable')
  await dayIs(date('2026-12-02'))
  const later = await receiptOf(owner, eventId)
  assert.equal(later.facts.clearing?.state, 'cleared')
  assert.match(later.text, /It cleared on December 1, 2026/)
  assert.equal((await receiptOf(owner, eventId)).id, later.id)
  assert.deepEqual([await stateOf(before), await stateOf(later)], ['genuine', 'genuine'])
})

test('a receipt names the order of the contract by which it was split', async () => {
  const owner = await book.ownerOf(ELENA)
  const { activity } = await viewAccount(book.ctx, owner)
  const eventId = activity.find(({ kind }) => kind === 'payment')?.eventId ?? ''
  const { text } = await receiptOf(owner, eventId)
  assert.match(
    text,
    /Order of your contract \(EMF-2019-01\): interest, principal, late charges, fees\./,
  )
})

test('a payment that was split anew has another receipt; the old one still proves the money', async () => {
  const owner = await book.ownerOf(ELENA)
  const { activity } = await viewAccount(book.ctx, owner)
  const row = activity.find(({ kind }) => kind === 'payment')
  const before = await receiptOf(owner, row?.eventId ?? '')
  await pay(owner, 100, date('2026-11-10'))
  const after = await viewAccount(book.ctx, owner)
  assert.ok(after.product === 'loan')
  const now = after.activity.find(({ eventId }) => eventId === row?.eventId)
  const receipt = await receiptOf(owner, row?.eventId ?? '')
  assert.notEqual(receipt.id, before.id)
  assert.equal(receipt.facts.balance, now?.principalAfter)
  assert.equal(receipt.facts.parts[0]?.amount, now?.split?.interest)
  assert.deepEqual([await stateOf(before), await stateOf(receipt)], ['superseded', 'genuine'])
})

test('money for what was charged off: the receipt says where it went, and what is left', async () => {
  const owner = await book.ownerOf(WADE)
  const { eventId } = await pay(owner, 120, date('2026-11-24'))
  const view = await viewAccount(book.ctx, owner)
  assert.ok(view.product === 'loan')
  const row = view.activity.find((each) => each.eventId === eventId)
  assert.equal(row?.split?.recovered, 12_000)
  const { facts, text } = await receiptOf(owner, eventId)
  assert.equal(
    facts.parts.reduce((sum, { amount }) => sum + amount, 0),
    12_000,
  )
  assert.equal(facts.balance, row?.chargedOffAfter)
  assert.match(text, /To charged-off debt \$120\.00 Payment \$120\.00 Owed after \$[\d,]+\.\d\d/)
  assert.doesNotMatch(text, /Principal after it/)
})

test('a receipt says what was taken besides for paying that way, as the page of the payment does', async () => {
  const owner = await book.ownerOf(ELENA)
  const { eventId } = await postPayment(book.ctx, {
    ...{ accountId: owner.accountId, amount: cents(4_000), effectiveDate: date('2026-11-24') },
    ...{ extra: 'principal', extraAmount: null, toCharges: cents(0) },
    ...{ channel: 'card', paymentId: null },
    fee: { amount: cents(250), citation: 'Contract clause 9' },
  })
  const { text, facts } = await receiptOf(owner, eventId)
  assert.equal(facts.amount, 4_000)
  const { done } = words('en').payments
  assert.ok(text.includes(done.fee('$2.50', '$42.50')), text)
  const free = await pay(owner, 30, date('2026-11-24'))
  assert.doesNotMatch((await receiptOf(owner, free.eventId)).text, /\bfee of\b|\$0\.00 fee/)
})

test('the payoff letter of a charged-off loan promises no lien, and no interest', async () => {
  const owner = await book.ownerOf(WADE)
  const asked = { on: date('2026-12-04'), locale: 'en' } as const
  const printed = await printPayoffLetter(context(), owner, asked)
  const { text, facts } = await paperOf('payoffLetter', owner, printed)
  assert.ok(facts.cleared.chargedOff > 0)
  assert.match(text, /This loan was charged off\. Call us about the title before you pay\./)
  assert.doesNotMatch(text, /release the lien/)
  assert.match(text, /No interest is added, whichever day it is\./)
  assert.doesNotMatch(text, /\$0\.000000/)
})

test('the letter of a paid loan says that the last payment cleared once it did', async () => {
  const owner = await book.ownerOf(SAM)
  await dayIs(date('2026-11-16'))
  const letter = async () =>
    paperOf('paidInFull', owner, await printPaidInFull(context(), owner, { locale: 'en' }))
  const before = await letter()
  assert.equal(before.facts.clearing?.state, 'returnable')
  await dayIs(date('2026-12-02'))
  const later = await letter()
  assert.equal(later.facts.clearing?.state, 'cleared')
  assert.equal((await letter()).id, later.id)
  assert.deepEqual([await stateOf(before), await stateOf(later)], ['genuine', 'genuine'])
})
