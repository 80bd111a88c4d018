// The desk's pages of numbers that are marked for fraud: who may, what is typed and kept, and that
// a number is never written out.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import type { Owner } from '#src/servicing/context.ts'
import { addFundingAccount } from '#src/servicing/funding/add-funding-account.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { readAccessAudit } from '#src/store/logins/access-audit.ts'
import { chainOfStaff } from '#src/store/logins/access-chain.ts'
import { newTestId } from '#test/support/database.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import { hiddenOf, type Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'

const NUMBER = '550011223344'
const clock = movableClock()
let book: PlantedBook
let elena: Owner
let desk: Portal
let fundingAccountId: string
let agent: Awaited<ReturnType<typeof atDesk>>
let supervisor: Awaited<ReturnType<typeof atDesk>>
let auditor: Awaited<ReturnType<typeof atDesk>>
before(async () => {
  const today = date('2026-11-24')
  book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers: ['1048264417'] })
  elena = await book.ownerOf('1048264417')
  const added = await addFundingAccount(book.ctx, elena, {
    ...({ kind: 'checking', routingNumber: '021000021', bankName: 'Harbor Savings' } as const),
    ...{ accountNumber: NUMBER, idempotencyKey: newTestId() },
  })
  assert.ok(added.ok)
  fundingAccountId = added.value.fundingAccountId
  desk = await openDesk(book.database, clock)
  const world = staffWorld(book.database, clock)
  agent = await atDesk(desk, world, 'agent')
  supervisor = await atDesk(desk, world, 'supervisor')
  auditor = await atDesk(desk, world, 'auditor')
})
after(async () => {
  await desk.close()
  await book.close()
})

const marks = async () => (await supervisor.browser.get('/bank-marks')).text

async function lift() {
  const [, path = ''] = /href="(\/bank-marks\/[^"]+\/lift)"/.exec(await marks()) ?? []
  return { path, answer: await supervisor.browser.submit(path, { reason: 'The bank erred.' }) }
}

test('from an account its number is marked without being seen; pressed twice, once; a supervisor lifts it', async () => {
  const account = `/accounts/${elena.accountId}`
  const path = `${account}/banks/${fundingAccountId}/mark`
  assert.match((await agent.browser.get(account)).text, new RegExp(`href="${path}"`))
  const refused = await agent.browser.submit(path, { reason: '' })
  assert.equal(refused.status, 422)
  const form = hiddenOf((await agent.browser.get(path)).text)
  const sent = { ...form, reason: 'The bank called about it.' }
  for (let pressed = 0; pressed < 2; pressed += 1) {
    const answer = await agent.browser.post(path, sent)
    assert.equal(answer.headers.get('location'), '/bank-marks?done=marked')
  }
  const rows = await book.ctx.db.selectFrom('fraud_mark').select('id').execute()
  assert.equal(rows.length, 1)
  const page = wordsOf(await marks())
  assert.match(page, /Number ending 3344/)
  assert.match(page, /The bank called about it\./)
  assert.match(page, /Account ending 4417 · Harbor Savings ending 3344/)
  assert.doesNotMatch(page, new RegExp(NUMBER))
  assert.match(wordsOf((await agent.browser.get(account)).text), /Stopped · Of Elena Marsh/)
  assert.doesNotMatch((await agent.browser.get('/bank-marks')).text, /\/lift"/)
  const { path: lifting, answer } = await lift()
  assert.equal(answer.headers.get('location'), '/bank-marks?done=lifted')
  assert.equal((await agent.browser.get(lifting)).status, 403)
  assert.match(wordsOf(await marks()), /Lifted .* by .*: The bank erred\./)
  const before = await supervisor.browser.get(lifting)
  assert.equal(before.headers.get('location'), '/bank-marks?done=before')
  const audit = await readAccountAudit(book.ctx.db, elena.accountId)
  const stopped = audit.find(({ action }) => action === 'bank account stopped')
  assert.deepEqual(stopped?.actor, { kind: 'staff', id: agent.staffId })
  const own = await readAccessAudit(book.ctx.db, chainOfStaff(agent.staffId))
  assert.ok(own.some(({ action }) => action === 'staffMarkedNumber'))
  const theirs = await readAccessAudit(book.ctx.db, chainOfStaff(supervisor.staffId))
  assert.ok(theirs.some(({ action }) => action === 'staffLiftedMark'))
})

test('a typed number comes back with what is wrong, its reason kept and itself not; nobody need have it', async () => {
  const typed = { routingNumber: '021000022', accountNumber: '990000123456', reason: 'A letter.' }
  const wrong = await agent.browser.submit('/bank-marks/new', typed)
  assert.equal(wrong.status, 422)
  assert.match(wordsOf(wrong.text), /This is not a routing number of a US bank/)
  assert.match(wrong.text, /value="A letter\."/)
  assert.doesNotMatch(wrong.text, /990000123456/)
  const told = { routingNumber: '021000021', accountNumber: '55512', reason: 'It is 55512.' }
  const named = await agent.browser.submit('/bank-marks/new', told)
  assert.match(wordsOf(named.text), /Leave the account number out of it/)
  const right = { ...typed, routingNumber: '021000021', accountNumber: '9900-0012 3456' }
  const done = await agent.browser.submit('/bank-marks/new', right)
  assert.equal(done.headers.get('location'), '/bank-marks?done=marked')
  const again = await agent.browser.submit('/bank-marks/new', right)
  assert.equal(again.headers.get('location'), '/bank-marks?done=already')
  assert.match(wordsOf(await marks()), /A number that nobody has here/)
})

test('an auditor looks and marks nothing; an old sign-in is asked for again; what is not there is not found', async () => {
  assert.equal((await auditor.browser.get('/bank-marks')).status, 200)
  assert.equal((await auditor.browser.get('/bank-marks/new')).status, 403)
  for (const path of ['x', newTestId()])
    assert.equal((await supervisor.browser.get(`/bank-marks/${path}/lift`)).status, 404)
  const path = `/accounts/${elena.accountId}/banks/${newTestId()}/mark`
  assert.equal((await agent.browser.get(path)).status, 404)
  clock.pass(360)
  const late = await agent.browser.get('/bank-marks/new')
  assert.equal(late.headers.get('location'), '/confirm?next=%2Fbank-marks%2Fnew')
})
