// Files of payments: taken whole or not at all, approved by one person of the desk, each line posted
// once however often it stops; what fits no account is held until somebody settles it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { date } from '#src/domain/calendar.ts'
import { readCredits } from '#src/formats/credits/read-credits.ts'
import { postCreditFile, postCreditFiles } from '#src/servicing/posting/post-credit-files.ts'
import { takeCreditFile } from '#src/servicing/posting/take-credit-file.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { readTasks } from '#src/store/ach/money-tasks.ts'
import { unappliedCredits } from '#src/store/desk-money/received-credits.ts'
import { type CreditLine, credits } from '#test/support/credit-file.ts'
import {
  type Person,
  type PostingWorld,
  postingWorld,
  valueIn,
  whyNot,
} from '#test/support/posting-world.ts'

const ELENA = '1048264417'
const LATE = '1048264433'
let world: PostingWorld
let chief: Person
let elena: string
before(async () => {
  world = await postingWorld([ELENA, LATE])
  chief = await world.person('supervisor')
  elena = (await world.book.ownerOf(ELENA)).accountId
})
after(() => world.close())

type Line = Partial<CreditLine> & Pick<CreditLine, 'amount' | 'reference'>

const fileOf = (lines: readonly Line[]): Buffer =>
  Buffer.from(credits(lines.map((line) => ({ account: ELENA, ...line }))))

const take = (bytes: Uint8Array) =>
  takeCreditFile(world.ctx, { name: 'LOCKBOX-1.csv', bytes, by: null })

async function refusal(bytes: Uint8Array): Promise<unknown> {
  const taken = await take(bytes)
  return taken.ok ? null : taken.refusal
}

/** All that came in cash by file, all that is held unapplied, in cents. */
async function money() {
  const posted = await world.ctx.db
    .selectFrom('received_credit')
    .select(['state', 'amount', 'event_id'])
    .execute()
  const sum = (state: string) =>
    posted.filter((row) => row.state === state).reduce((all, row) => all + row.amount, 0)
  return { posted: sum('posted'), unapplied: sum('unapplied'), sentBack: sum('sentBack') }
}

async function cashOf(accountId: string): Promise<number> {
  const rows = await world.ctx.db
    .selectFrom('posting')
    .select(['debit', 'credit', 'amount'])
    .where('account_id', '=', accountId)
    .execute()
  return rows.reduce(
    (all, { debit, credit, amount }) =>
      all + (debit === 'cash' ? amount : credit === 'cash' ? -amount : 0),
    0,
  )
}

test('nothing of a file is taken unless all of it can be read and adds up', async () => {
  const good = fileOf([{ amount: 10_000, reference: 'G1' }]).toString()
  const faults: [string, string][] = [
    [good.replace('account,amount', 'konto,amount'), 'header'],
    [good.replace('100.00,2026', '100.0,2026'), 'amount'],
    [good.replace('2026-11-20', '11/20/2026'), 'received'],
    [good.replace('total,1', 'total,2'), 'count'],
    [good.replace('total,1,100.00', 'total,1,100.01'), 'sum'],
    [good.replace('total,1,100.00\n', ''), 'total'],
    [good.replace(',G1,', ',,'), 'reference'],
    [good.replace('"A"', '"A'), 'quotes'],
    [good.replace('total,1,100.00', 'total,0,0.00').replace(/1048.*\n/, ''), 'empty'],
  ]
  for (const [text, what] of faults) {
    const read = readCredits(Buffer.from(text))
    assert.ok(!read.ok, what)
    assert.equal(read.problems[0]?.what, what)
    assert.equal((await take(Buffer.from(text))).ok, false)
  }
  const twice = fileOf([
    { amount: 100, reference: 'x1' },
    { amount: 200, reference: 'X1' },
  ])
  assert.deepEqual(await refusal(twice), {
    code: 'unreadable',
    problems: [{ line: 3, what: 'repeated' }],
  })
  const ahead = fileOf([{ amount: 100, reference: 'F1', day: '2026-11-25' }])
  assert.deepEqual(await refusal(ahead), { code: 'ahead', line: 2 })
  assert.equal((await money()).posted, 0)
})

test('whatever bytes come, the reader answers and never half reads', () => {
  const bytes = fc.uint8Array({ maxLength: 200 })
  fc.assert(
    fc.property(bytes, fc.nat(150), (noise, at) => {
      const whole = fileOf([{ amount: 12_345, reference: 'P1' }])
      const cut = Buffer.concat([whole.subarray(0, at), noise])
      for (const tried of [noise, cut]) {
        const read = readCredits(tried)
        if (read.ok)
          assert.equal(
            read.total,
            read.credits.reduce((all, c) => all + c.amount, 0),
          )
      }
    }),
    { numRuns: 300 },
  )
})

test('a file waits for one of the desk; its lines count from the day they came, each once', async () => {
  const before = await cashOf(elena)
  const bytes = fileOf([
    { amount: 51_255, reference: 'A1' },
    { amount: 1_000, reference: 'A2', account: ' 1048-264417 ' },
    { amount: 2_000, reference: 'A3', account: '5550001' },
    { amount: 3_000, reference: 'A4', account: '5550002' },
  ])
  const taken = await take(bytes)
  assert.ok(taken.ok)
  assert.deepEqual([taken.lines, taken.unknown, taken.total], [4, 2, 57_255])
  assert.deepEqual(await refusal(bytes), { code: 'known' })
  const other = fileOf([{ amount: 9_999, reference: 'a1' }])
  assert.deepEqual(await refusal(other), { code: 'repeated', line: 2 })
  await postCreditFiles(world.ctx)
  assert.equal(await cashOf(elena), before)
  const agent = await world.person('agent')
  assert.throws(() => world.may(agent, 'decideMoney'), /never/)
  assert.equal(whyNot(await world.approve(chief, taken.requestId)), null)
  assert.equal(whyNot(await world.approve(chief, taken.requestId)), 'requestDecided')
  await Promise.all([postCreditFiles(world.ctx), postCreditFiles(world.ctx)])
  await postCreditFiles(world.ctx)
  assert.equal(await cashOf(elena), before + 52_255)
  assert.deepEqual(await money(), { posted: 52_255, unapplied: 5_000, sentBack: 0 })
  const tasks = await readTasks(world.ctx.db, { state: 'open', limit: 50 })
  assert.equal(tasks.filter(({ kind }) => kind === 'creditUnapplied').length, 2)
})

test('stopped after any line and begun again, no line is lost and none is posted twice', async () => {
  const before = await cashOf(elena)
  const lines = Array.from({ length: 12 }, (_, at) => ({ amount: 100 + at, reference: `K${at}` }))
  const taken = await take(fileOf(lines))
  assert.ok(taken.ok)
  assert.equal(whyNot(await world.approve(chief, taken.requestId)), null)
  const { id } = await world.ctx.db
    .selectFrom('credit_file')
    .select('id')
    .where('state', '=', 'approved')
    .executeTakeFirstOrThrow()
  for (let after = 1; after < 12; after += 1) {
    let left = after % 3
    const dies = () => {
      if (left === 0) throw new Error('killed')
      left -= 1
      return world.ctx.newId()
    }
    await assert.rejects(postCreditFile({ ...world.ctx, newId: dies }, id), /killed/)
  }
  await postCreditFile(world.ctx, id)
  const total = lines.reduce((all, { amount }) => all + amount, 0)
  assert.equal(await cashOf(elena), before + total)
})

test('a payment that fitted no account is assigned by two persons, or sent back, once', async () => {
  const agent = await world.person('agent')
  const [first, second] = await unappliedCredits(world.ctx.db, 10)
  assert.ok(first && second)
  const assign = {
    ...({ kind: 'assign', creditId: first.id, accountId: elena } as const),
    ...{ amount: first.amount, effectiveDate: date(first.receivedOn) },
  }
  const id = await world.asked(agent, assign)
  const back = { kind: 'sendBack', creditId: first.id, amount: first.amount } as const
  assert.equal(whyNot(await world.ask(agent, back)), 'requestOpen')
  assert.equal(whyNot(await world.approve(chief, id)), null)
  assert.equal(whyNot(await world.ask(agent, back)), 'creditNotOpen')
  const sent = { kind: 'sendBack', creditId: second.id, amount: second.amount } as const
  assert.equal(whyNot(await world.approve(chief, valueIn(await world.ask(agent, sent)))), null)
  assert.equal((await money()).unapplied, 0)
  assert.equal((await money()).sentBack, second.amount)
})

test('a file that is refused is dropped, and may be sent again', async () => {
  const bytes = fileOf([{ amount: 700, reference: 'R1' }])
  const taken = await take(bytes)
  assert.ok(taken.ok)
  assert.equal(whyNot(await world.refuse(chief, taken.requestId)), null)
  await postCreditFiles(world.ctx)
  assert.ok((await take(bytes)).ok)
})

test('all of it follows from the events', async () => {
  const { problems } = await verifyLedger(world.ctx)
  assert.deepEqual(problems, [])
})
