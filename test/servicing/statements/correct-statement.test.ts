// A corrected statement takes the place of one whose figures are no longer what is known: once, told,
// the old one kept byte for byte (complaint 11: proof; complaint 23: kept).
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type { StatementFacts } from '#src/formats/documents/document-facts.ts'
import type { Files } from '#src/gateways/files.ts'
import { verifyAudit } from '#src/servicing/audit/verify-audit.ts'
import { closeDay } from '#src/servicing/closing/close-day.ts'
import { checkPaper } from '#src/servicing/documents/check-paper.ts'
import { printStatements } from '#src/servicing/documents/print-statements.ts'
import { loadAccount } from '#src/servicing/load-account.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { reversePayment } from '#src/servicing/reverse-payment.ts'
import { correctStatement } from '#src/servicing/statements/correct-statement.ts'
import { viewStatement, viewStatements } from '#src/servicing/statements/view-statements.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { readStatements } from '#src/store/documents/statements.ts'
import { newTestId } from '#test/support/database.ts'
import { visit } from '#test/support/identity-world.ts'
import { testPapers } from '#test/support/papers.ts'
import { readPdf } from '#test/support/pdf-text.ts'
import { type Person, type PostingWorld, postingWorld } from '#test/support/posting-world.ts'

const [ELENA, PAIR] = ['1048264417', '1048264458']
let world: PostingWorld
let agent: Person
let accountId: string
const papers = testPapers()
const context = () => ({ ...world.ctx, ...papers })

before(async () => {
  world = await postingWorld([ELENA, PAIR])
  agent = await world.person('agent')
  accountId = (await world.book.ownerOf(PAIR)).accountId
  await printStatements(context())
})
after(() => world.close())

type Kept = { id: string; digest: Buffer; correction: number; facts: StatementFacts }

async function kept(of = accountId): Promise<Kept[]> {
  const rows = await readStatements(world.ctx.db, world.ctx.vault, of)
  return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) as StatementFacts }))
}

const knownNow = async (of = accountId) => (await loadAccount(world.ctx.db, of)).events.length

async function correct(
  documentId: string,
  more: { known?: number; formKey?: string; files?: Files; of?: string } = {},
) {
  const { of = accountId, files = papers.files, formKey = newTestId() } = more
  return correctStatement(
    { ...context(), files },
    {
      ...{ permit: world.may(agent, 'correctStatement'), accountId: of, documentId, formKey },
      ...{ reason: 'recordedLate', note: 'A check was found.' },
      known: more.known ?? (await knownNow(of)),
    },
  )
}

function pay(on: string, amount: number, of = accountId) {
  return postPayment(world.ctx, {
    ...{ accountId: of, amount: cents(amount), effectiveDate: date(on) },
    ...{ extra: 'principal', extraAmount: cents(amount), toCharges: cents(0) },
    ...{ channel: 'mail', paymentId: null },
  })
}

async function closeThrough(last: string) {
  const { on_date: from } = await world.ctx.db
    .selectFrom('business_date')
    .select('on_date')
    .executeTakeFirstOrThrow()
  for (let day = from; day <= last; day = addDays(day, 1)) {
    world.book.clock.instant = `${addDays(day, 1)}T12:00:00.000Z`
    await closeDay(world.book.ctx, day)
  }
  await printStatements(context())
}

const told = () =>
  world.ctx.db
    .selectFrom('account_message')
    .select(['obligor_id', 'parameters'])
    .where('account_id', '=', accountId)
    .where('template', '=', 'statementCorrected')
    .execute()

test('a statement that says what is known has none in its place', async () => {
  const [first] = await kept()
  assert.ok(first)
  assert.equal(await correct(first.id), 'same')
  assert.equal(await correct(newTestId()), 'notFound')
  assert.equal(await correct(first.id, { of: newTestId(), known: 1 }), 'notFound')
  assert.equal((await kept()).length, 1)
})

test('once for a form, whole, told to both who owe; the old one stays byte for byte', async () => {
  const [first] = await kept()
  assert.ok(first)
  const bytes = await papers.files.get(first.digest)
  const before = await knownNow()
  await pay('2026-11-10', 10_000)
  // Whoever decided has not seen it.
  assert.equal(await correct(first.id, { known: before }), 'moved')
  const formKey = newTestId()
  const tries = await Promise.all([
    correct(first.id, { formKey }),
    correct(first.id, { formKey }),
    correct(first.id, { formKey: newTestId() }),
  ])
  assert.ok(tries.includes('done'), tries.join())
  assert.equal(await correct(first.id), 'replaced')
  const all = await kept()
  assert.deepEqual(
    all.map(({ correction }) => correction),
    [0, 1],
  )
  const [, second] = all
  assert.ok(second)
  assert.deepEqual(await papers.files.get(first.digest), bytes)
  assert.equal(second.facts.corrects?.document, first.id)
  assert.equal(second.facts.corrects?.code, first.facts.code)
  assert.notEqual(second.facts.code, first.facts.code)
  assert.deepEqual(second.facts.opening, first.facts.opening)
  assert.ok(first.facts.closing.balance > second.facts.closing.balance)
  const closing = second.facts.corrects?.changes.figures.find(
    (figure) => figure.in === 'balance' && figure.row === 'closing' && figure.of === 'balance',
  )
  assert.deepEqual(
    [closing?.before, closing?.now],
    [first.facts.closing.balance, second.facts.closing.balance],
  )
  const messages = await told()
  assert.equal(new Set(messages.map((row) => row.obligor_id)).size, 2)
  assert.equal(messages.length, 2)
  const letters = await world.ctx.db
    .selectFrom('paper_mailing')
    .select('document_id')
    .where('document_id', '=', second.id)
    .execute()
  assert.ok(letters.length >= 1)
  const audit = await readAccountAudit(world.ctx.db, accountId)
  assert.equal(audit.filter(({ action }) => action === 'statement corrected').length, 1)
})

test('on paper: which it replaces, why, and what changed, with a code of its own', async () => {
  const [first, second] = await kept()
  assert.ok(first && second)
  const { text, language, title, roles } = await readPdf(await papers.files.get(second.digest))
  assert.equal(language, second.facts.locale)
  assert.match(title, /^Corrected statement/)
  assert.ok(roles.has('Table'))
  for (const said of [first.facts.code, second.facts.code, 'What changed', 'recorded after it'])
    assert.ok(text.includes(said), said)
  assert.match(text, /Added \$100\.00/)
})

test('the code of the old one is superseded, with the day; the new one is genuine', async () => {
  const [first, second] = await kept()
  assert.ok(first && second)
  const checked = async ({ facts: { code } }: Kept) => {
    const ask = { code, address: visit().address }
    const answer = await checkPaper({ ...world.ctx, wallClock: world.clock }, ask)
    assert.ok(answer.ok && answer.value && answer.value.kind === 'statement')
    return answer.value
  }
  const old = await checked(first)
  assert.deepEqual([old.state, old.replacedOn], ['superseded', second.facts.writtenOn])
  const held = await checked(second)
  assert.deepEqual([held.state, held.replacedOn], ['genuine', null])
  assert.equal(held.replaces, first.facts.writtenOn)
})

test('the next one begins where the corrected one ends, and tells nothing of it again', async () => {
  await closeThrough('2026-12-24')
  const all = await kept()
  const [corrected, next] = all.slice(-2)
  assert.ok(corrected && next && next.facts.on > corrected.facts.on)
  assert.deepEqual(next.facts.opening, corrected.facts.closing)
  assert.deepEqual(next.facts.changes.corrections, { balance: 0, charges: 0 })
  assert.deepEqual(
    next.facts.lines.filter((line) => line.on < next.facts.from),
    [],
  )
})

test('an earlier one is corrected with those after it: the chain holds', async () => {
  const { events } = await loadAccount(world.ctx.db, accountId)
  const late = events.findLast(({ payload }) => payload.kind === 'payment')
  assert.ok(late)
  const order = { accountId, eventId: late.id, code: null }
  await reversePayment(world.ctx, { ...order, reason: 'correction' })
  const permit = world.may(agent, 'seeCustomer')
  const list = await viewStatements(world.ctx, { permit, accountId })
  assert.deepEqual(
    list?.statements.map(({ state }) => state),
    ['outdated', 'outdated', 'replaced'],
  )
  const [, outdated] = list?.statements ?? []
  assert.ok(outdated)
  const documentId = outdated.id
  const seen = await viewStatement(world.ctx, { permit, accountId, documentId })
  assert.equal(seen?.restated.length, 2)
  assert.equal(await correct(documentId, { known: seen?.known ?? 0 }), 'done')
  const all = await kept()
  assert.deepEqual(
    all.map(({ correction, facts }) => [facts.on, correction]),
    [
      [outdated.facts.on, 0],
      [outdated.facts.on, 1],
      [outdated.facts.on, 2],
      [all[3]?.facts.on, 0],
      [all[3]?.facts.on, 1],
    ],
  )
  const [november, december] = [all[2], all[4]]
  assert.deepEqual(december?.facts.opening, november?.facts.closing)
  assert.equal(december?.facts.corrects?.reason, 'followsEarlier')
  assert.equal(november?.facts.corrects?.document, documentId)
  // Back to what was first printed: the payment never counted.
  assert.deepEqual(november?.facts.closing, all[0]?.facts.closing)
  const once = (await told()).filter(({ obligor_id }, at, rows) => {
    return rows.findIndex((row) => row.obligor_id === obligor_id) === at
  })
  assert.equal((await told()).length, 2 * once.length)
})

test('ended at any step and pressed again, all of a correction is there or none of it', async () => {
  const elena = (await world.book.ownerOf(ELENA)).accountId
  await pay('2026-11-12', 5_000, elena)
  const before = await kept(elena)
  assert.equal(before.length, 2)
  const [first] = before
  assert.ok(first)
  const formKey = newTestId()
  let calls = 0
  const dying: Files = {
    get: papers.files.get,
    put: async (digest, bytes) => {
      calls += 1
      if (calls === 1) throw new Error('ended before its bytes were written')
      await papers.files.put(digest, bytes)
      if (calls === 2 || calls === 4) throw new Error('ended before its row committed')
    },
  }
  const answers: string[] = []
  for (let press = 0; press < 6; press += 1) {
    const pressed = await correct(first.id, { of: elena, formKey, files: dying }).catch(String)
    answers.push(pressed)
    const count = (await kept(elena)).length
    assert.equal(count, answers.includes('done') ? 4 : 2, answers.join())
  }
  assert.deepEqual(answers.slice(-2), ['done', 'done'])
  assert.ok(answers[0]?.includes('ended') && answers[1]?.includes('ended'))
  for (const { digest } of await kept(elena)) assert.ok((await papers.files.get(digest)).length > 0)
})

test('a correction and the job at the same moment leave a chain that holds', async () => {
  const elena = (await world.book.ownerOf(ELENA)).accountId
  await pay('2026-12-02', 2_000, elena)
  const all = await kept(elena)
  const outdated = all.at(-1)
  assert.ok(outdated)
  const busy = async () => {
    await world.ctx.db.selectFrom('account').select('account_id').execute()
    return correct(outdated.id, { of: elena })
  }
  const [, answer] = await Promise.all([closeThrough('2027-01-25'), busy()])
  if (answer !== 'done') assert.equal(await correct(outdated.id, { of: elena }), 'done')
  await printStatements(context())
  const rows = await kept(elena)
  const held = rows.filter(({ facts }, at) => rows[at + 1]?.facts.on !== facts.on)
  assert.equal(held.length, 3)
  for (const [at, { facts }] of held.entries()) {
    if (at > 0) assert.deepEqual(facts.opening, held[at - 1]?.facts.closing)
  }
})

test('the database keeps one of each number, none without the one before it', async () => {
  const [row] = await world.ctx.db
    .selectFrom('document')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('kind', '=', 'statement')
    .where('correction', '=', 0)
    .execute()
  assert.ok(row)
  const { statement_day: _day, corrects: _corrects, ...own } = row
  const add = (correction: number, more: Partial<typeof own> = {}) =>
    world.ctx.db
      .insertInto('document')
      .values({
        ...{ ...own, id: newTestId(), subject: newTestId(), correction },
        ...{ code_hash: Buffer.from(newTestId().replaceAll('-', ''), 'ascii'), ...more },
      })
      .execute()
  await assert.rejects(add(1), /document_statement_once/)
  await assert.rejects(add(9), /document_corrects/)
  await assert.rejects(add(1, { kind: 'receipt' }), /document_correction_kind/)
  await assert.rejects(add(-1), /document_correction_check/)
})

test('the audit proves itself, and staff who looked stand in it', async () => {
  const actions = (await readAccountAudit(world.ctx.db, accountId)).map(({ action }) => action)
  assert.ok(actions.includes('statements viewed'))
  const problem = (found: unknown) => assert.fail(JSON.stringify(found))
  await verifyAudit(world.ctx, { problem, progress: () => undefined })
})
