// What the bank says is right about an account, what it answers to our files, and the fee that a
// lender's file may have.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { handleReturns } from '#src/servicing/ach-returns/handle-returns.ts'
import { takeBankFile } from '#src/servicing/ach-returns/take-bank-file.ts'
import type { Owner, ServicingContext } from '#src/servicing/context.ts'
import { openReceiver } from '#src/store/ach/ach-entries.ts'
import { readTasks } from '#src/store/ach/money-tasks.ts'
import { openBankNumbers } from '#src/store/payments/bank-numbers.ts'
import { type Back, bankReturns } from '#test/support/bank-returns.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import { type SentPayment, sentPayment } from '#test/support/sent-payment.ts'

const ELENA = '1048264417'
let book: PlantedBook
let elena: Owner
before(async () => {
  const today = date('2026-11-24')
  book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers: [ELENA] })
  elena = await book.ownerOf(ELENA)
})
after(() => book.close())

let files = 0

async function takes(backs: readonly Back[], ctx: ServicingContext = book.ctx) {
  files += 1
  await takeBankFile(ctx, { name: `file-${files}`, bytes: bankReturns(backs, '328') })
  await handleReturns(ctx)
}

const send = (amount = 10_000) => sentPayment(book.ctx, elena, { amount, sentOn: '2026-11-20' })

const numbersOf = ({ fundingAccountId: id }: SentPayment) =>
  openBankNumbers(book.ctx.db, book.ctx.vault, { accountId: elena.accountId, id })

const fundingOf = ({ fundingAccountId: id }: SentPayment) =>
  book.ctx.db
    .selectFrom('funding_account')
    .select(['kind', 'last_four', 'state'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const openKinds = async () =>
  (await readTasks(book.ctx.db, { state: 'open', limit: 100 })).map(({ kind }) => kind)

test('an account number is corrected at once, with what waits for the bank, and its owner is told', async () => {
  const sent = await send()
  await takes([{ code: 'R01', trace: sent.trace, amount: 10_000 }])
  await takes([{ code: 'C01', trace: sent.trace, corrected: '20004604-98765' }])
  assert.equal((await numbersOf(sent))?.accountNumber, '20004604-98765')
  assert.equal((await fundingOf(sent)).last_four, '8765')
  const retry = await book.ctx.db
    .selectFrom('ach_entry')
    .select('id')
    .where('payment_id', '=', sent.paymentId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  const to = { accountId: elena.accountId, id: retry.id }
  const receiver = await openReceiver(book.ctx.db, book.ctx.vault, to)
  assert.equal(receiver?.account, '20004604-98765')
  const told = await book.ctx.db
    .selectFrom('outbox')
    .select('parameters')
    .where('template', '=', 'bankAccountCorrected')
    .where('channel', '=', 'portal')
    .executeTakeFirstOrThrow()
  assert.equal((told.parameters as { lastFour: string }).lastFour, '8765')
  assert.doesNotMatch(JSON.stringify(told), /98765/)
})

test('routing number, kind and all of them together are corrected', async () => {
  const sent = await send()
  await takes([{ code: 'C02', trace: sent.trace, corrected: '021000021' }])
  assert.equal((await numbersOf(sent))?.routingNumber, '021000021')
  await takes([{ code: 'C05', trace: sent.trace, corrected: '37' }])
  assert.equal((await fundingOf(sent)).kind, 'savings')
  await takes([{ code: 'C07', trace: sent.trace, corrected: '2313801042000460411    27' }])
  const numbers = await numbersOf(sent)
  assert.deepEqual(
    [numbers?.routingNumber, numbers?.accountNumber, (await fundingOf(sent)).kind],
    ['231380104', '2000460411', 'checking'],
  )
})

test('what cannot be used, is ours to mend or is refused goes before a person and changes nothing', async () => {
  const sent = await send()
  const before = await numbersOf(sent)
  await takes([
    { code: 'C02', trace: sent.trace, corrected: '021000022' },
    { code: 'C09', trace: sent.trace, corrected: 'OTHER' },
    { code: 'C13', trace: sent.trace, corrected: '' },
    { code: 'C65', trace: sent.trace, corrected: '' },
  ])
  assert.deepEqual(await numbersOf(sent), before)
  const kinds = await openKinds()
  for (const kind of ['changeUnreadable', 'changeReview', 'changeRefused'])
    assert.ok(kinds.includes(kind), kind)
})

test('a file of ours is confirmed when the totals agree; other totals or a refusal go before a person', async () => {
  const { ctx } = book
  await send()
  const { id, name } = await ctx.db
    .selectFrom('ach_file')
    .select(['id', 'name'])
    .orderBy('sent_on', 'desc')
    .executeTakeFirstOrThrow()
  const answer = (lines: string) =>
    takeBankFile(ctx, { name: 'ack', bytes: Buffer.from(`KEYTURN-ACK 1\n${lines}`) })
  const stateOf = async () =>
    (await ctx.db.selectFrom('ach_file').select('state').where('id', '=', id).executeTakeFirst())
      ?.state
  await answer(`file: ${name}\nstatus: accepted\ndebits: 10.01\n`)
  assert.equal(await stateOf(), 'delivered')
  await answer('file: NOBODYS.ach\nstatus: accepted\n')
  await answer(`file: ${name}\nstatus: maybe\n`)
  const accepted = `file: ${name}\nstatus: accepted\nentries: 1\ndebits: 10.00\ncredits: 0.00\n`
  await answer(accepted)
  await answer(accepted)
  assert.equal(await stateOf(), 'acknowledged')
  const second = await send()
  const file = await ctx.db
    .selectFrom('ach_file')
    .innerJoin('ach_entry', 'ach_entry.file_id', 'ach_file.id')
    .select(['ach_file.id', 'name'])
    .where('payment_id', '=', second.paymentId)
    .executeTakeFirstOrThrow()
  await answer(`file: ${file.name}\nstatus: rejected\nreason: Wrong company id\n`)
  const kinds = (await openKinds()).filter((kind) => kind.startsWith('file'))
  assert.deepEqual(kinds.toSorted(), ['fileDiffers', 'fileDoubted', 'fileNotOurs', 'fileRefused'])
})

test('a return fee is charged only where the lender’s file has one, once for a payment', async () => {
  const fee = { amount: 2_500, citation: 'Contract clause 8' }
  const [rules] = book.ctx.lender.rules.servicing
  assert.ok(rules)
  const returns = { retries: 1 as const, retryAfterDays: 0, retryOnDays: [], fee }
  const lender = {
    ...book.ctx.lender,
    rules: { ...book.ctx.lender.rules, servicing: [{ ...rules, returns }] },
  }
  const ctx = { ...book.ctx, lender }
  const feesOf = () =>
    ctx.db
      .selectFrom('account_event')
      .select('payload')
      .where('account_id', '=', elena.accountId)
      .where('kind', '=', 'fee')
      .execute()
  const plain = await send(11_000)
  await takes([{ code: 'R01', trace: plain.trace, amount: 11_000 }])
  assert.equal((await feesOf()).length, 0)
  const charged = await send(12_000)
  await takes([{ code: 'R01', trace: charged.trace, amount: 12_000 }], ctx)
  const [first] = await feesOf()
  assert.ok(first)
  const { amount, citation } = first.payload as typeof fee
  assert.deepEqual({ amount, citation }, fee)
  const closed = await send(13_000)
  await takes([{ code: 'R02', trace: closed.trace, amount: 13_000 }], ctx)
  assert.equal((await feesOf()).length, 1)
})
