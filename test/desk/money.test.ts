// Money at the desk: files both ways, what came back, what waits for one of us and who settled it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { verifyAudit } from '#src/servicing/audit/verify-audit.ts'
import type { Owner } from '#src/servicing/context.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { readAccessAudit } from '#src/store/logins/access-audit.ts'
import { chainOfStaff } from '#src/store/logins/access-chain.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { moneyScene } from '#test/support/money-scene.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import { hiddenOf, type Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'

const ELENA = '1048264417'
let book: PlantedBook
let elena: Owner
let desk: Portal
let world: ReturnType<typeof staffWorld>
const clock = movableClock()
before(async () => {
  const today = date('2026-11-24')
  book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers: [ELENA] })
  elena = await book.ownerOf(ELENA)
  desk = await openDesk(book.database, clock)
  world = staffWorld(book.database, clock)
  await moneyScene(book.ctx, elena)
})
after(async () => {
  await desk.close()
  await book.close()
})

test('files both ways with totals and states, and one with its entries by their last four digits', async () => {
  const { browser } = await atDesk(desk, world, 'auditor')
  const { text } = await browser.get('/money')
  const words = wordsOf(text)
  assert.match(words, /RETURNS-20261124-A\.ach/)
  assert.match(words, /In doubt, not applied/)
  assert.match(words, /Confirmed by the bank/)
  const file = /href="(\/money\/files\/[0-9a-f-]+)"/.exec(text)?.[1]
  assert.ok(file)
  const page = wordsOf((await browser.get(file)).text)
  assert.match(page, /Checking ••\d{4}/)
  assert.doesNotMatch(page, /20004604|076401251/)
})

test('rates of 60 days stand against the limits of the network, from the entries themselves', async () => {
  const { browser } = await atDesk(desk, world, 'agent')
  const words = wordsOf((await browser.get('/money')).text)
  // R01 and R16 of five debits.
  assert.match(words, /Of 5 debits/)
  assert.match(words, /All returns Limit 15% 2 · 40% Above the limit/)
  assert.match(words, /Not authorized Limit 0\.5% 0 · 0% Within the limit/)
})

test('what came back: why in plain words, what was done, and what is next', async () => {
  const { browser } = await atDesk(desk, world, 'agent')
  const words = wordsOf((await browser.get('/money/returns')).text)
  assert.match(words, /Not enough money in the account .* Payment taken back/)
  assert.match(words, /Account frozen .* Bank account stopped · One of us decides/)
  assert.match(words, /Account number corrected .* Bank account corrected Nothing more/)
  assert.match(words, /Nothing moved; fits no entry of ours One of us decides/)
  const queue = wordsOf((await browser.get('/money/payments')).text)
  assert.match(queue, /Not sent/)
  assert.match(queue, /Returned/)
})

test('what is done about each code stands on a page, by the lender’s file of today', async () => {
  const { browser } = await atDesk(desk, world, 'auditor')
  assert.match((await browser.get('/money/returns')).text, /href="\/money\/returns\/policy"/)
  const words = wordsOf((await browser.get('/money/returns/policy')).text)
  const { returns } = book.ctx.lender.rules.servicing[0] ?? {}
  const retries = returns?.retries ?? 2
  assert.match(words, new RegExp(`Tries after the first ${retries}, within 180 days`))
  assert.match(words, /R01 (Tried again )+Stays in use/)
  assert.match(words, /R10 (Not tried again without a new permission )+Stopped/)
  assert.match(words, /R16 (Not tried again · One of us decides )+Stopped/)
  assert.match(words, /Any other code (Not tried again · One of us decides )+Stopped/)
})

test('a customer opened from money is written down as any other look', async () => {
  const { browser, staffId } = await atDesk(desk, world, 'agent')
  const to = await browser.get(`/money/accounts/${elena.accountId}`)
  assert.equal(to.headers.get('location'), `/customers/${elena.accountId}/${elena.obligorId}`)
  await browser.get(to.headers.get('location') ?? '')
  const lines = await readAccessAudit(book.ctx.db, chainOfStaff(staffId))
  assert.ok(lines.some(({ action }) => action === 'staffViewed'))
})

test('a task is done once, with a note, on the account and with who did it; a bad note comes back', async () => {
  const { browser, staffId } = await atDesk(desk, world, 'agent')
  const { text } = await browser.get('/money/tasks')
  const task = /A return that one of us has to judge[\s\S]*?name="task" value="([0-9a-f-]+)"/.exec(
    text,
  )?.[1]
  assert.ok(task)
  const hidden = { ...hiddenOf(text), task }
  const empty = await browser.post('/money/tasks', { ...hidden, note: ' ' })
  assert.equal(empty.status, 422)
  assert.match(empty.text, /Write what you did, in a sentence\./)
  const numbers = await browser.post('/money/tasks', { ...hidden, note: 'Use 2000 4604 6042' })
  assert.equal(numbers.status, 422)
  assert.match(numbers.text, /Use 2000 4604 6042/)
  const note = 'Called Elena; the bank frees the account.'
  const done = await browser.post('/money/tasks', { ...hidden, note })
  assert.equal(done.headers.get('location'), '/money/tasks?done=yes')
  const again = await browser.post('/money/tasks', { ...hidden, note })
  assert.equal(again.headers.get('location'), '/money/tasks?done=before')
  assert.match(wordsOf((await browser.get('/money/tasks')).text), /Called Elena/)
  const audit = await readAccountAudit(book.ctx.db, elena.accountId)
  const line = audit.filter(({ action }) => action === 'money task done')
  assert.deepEqual(
    line.map(({ actor, details }) => [actor.id, details.note]),
    [[staffId, note]],
  )
  const broken: unknown[] = []
  const tell = { problem: (each: unknown) => broken.push(each), progress: () => undefined }
  await verifyAudit(book.ctx, tell)
  assert.deepEqual(broken, [])
})

test('an auditor sees everything and changes nothing', async () => {
  const { browser } = await atDesk(desk, world, 'auditor')
  const { text } = await browser.get('/money/tasks')
  assert.doesNotMatch(text, /Mark as done/)
  const refused = await browser.post('/money/tasks', {
    ...hiddenOf(text),
    task: elena.accountId,
    note: 'x',
  })
  assert.equal(refused.status, 403)
})
