// A file that the bank refused, at the desk: what became of it, who may decide, and what it does.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sendPayments } from '#src/servicing/ach/send-payments.ts'
import type { Owner } from '#src/servicing/context.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { readAccessAudit } from '#src/store/logins/access-audit.ts'
import { chainOfStaff } from '#src/store/logins/access-chain.ts'
import { type BankWorld, bankWorld, ELENA } from '#test/support/bank-world.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { hiddenOf, type Portal } from '#test/support/portal.ts'
import { bankAnswers, lastFile } from '#test/support/refused-file.ts'
import { wordsOf } from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'

let world: BankWorld
let elena: Owner
let desk: Portal
let staff: ReturnType<typeof staffWorld>
let paymentId: string
let fileId: string
const clock = movableClock()
before(async () => {
  world = await bankWorld([ELENA])
  elena = await world.ownerOf(ELENA)
  desk = await openDesk(world.database, clock, { moneyClock: world.clock })
  staff = staffWorld(world.database, clock)
  paymentId = await world.pay(elena, 12_345)
  world.at('2026-11-24', '17:00')
  await sendPayments(world.bankCtx)
  const { id, name } = await lastFile(world.ctx)
  fileId = id
  await bankAnswers(world.ctx, { name })
  await sendPayments(world.bankCtx)
})
after(async () => {
  await desk.close()
  await world.close()
})

test('its task leads to the page of the file, which says what was taken back and asks for a decision', async () => {
  const { browser } = await atDesk(desk, staff, 'supervisor')
  const tasks = (await browser.get('/money/tasks')).text
  assert.match(
    tasks,
    new RegExp(`href="/money/files/${fileId}#refused"><span>Decide what becomes of it`),
  )
  assert.doesNotMatch(tasks, /Mark as done/)
  const page = wordsOf((await browser.get(`/money/files/${fileId}`)).text)
  assert.match(page, /Refused by the bank/)
  assert.match(page, /Batch 1 has no company id we know/)
  assert.match(page, /Wait for a decision 1 Go again 0 Do not go 0/)
  assert.match(page, /After the cutoff of Dec 2, 2026 nothing of it may go again/)
  assert.match(page, /Refused with its file/)
})

test('an agent and an auditor see it and do not decide', async () => {
  for (const role of ['agent', 'auditor'] as const) {
    const { browser } = await atDesk(desk, staff, role)
    const { text } = await browser.get(`/money/files/${fileId}`)
    assert.doesNotMatch(text, /Send again/)
    const hidden = hiddenOf((await browser.get('/you')).text)
    const refused = await browser.post(`/money/files/${fileId}/again`, hidden)
    assert.equal(refused.status, 403)
  }
})

test('sent again once, pressed twice: written down with who, carried out, and gone with the next file', async () => {
  const { browser, staffId } = await atDesk(desk, staff, 'supervisor')
  const hidden = hiddenOf((await browser.get(`/money/files/${fileId}`)).text)
  const first = await browser.post(`/money/files/${fileId}/again`, hidden)
  assert.equal(first.headers.get('location'), `/money/files/${fileId}?decided=done#refused`)
  const second = await browser.post(`/money/files/${fileId}/drop`, hidden)
  assert.equal(second.headers.get('location'), `/money/files/${fileId}?decided=before#refused`)
  const before = wordsOf((await browser.get(`/money/files/${fileId}?decided=done`)).text)
  assert.match(before, /It is decided, and is being carried out/)
  assert.match(before, /Decided: it goes again\./)

  await world.moveTo('2026-11-25')
  await sendPayments(world.bankCtx)
  world.at('2026-11-25', '17:00')
  await sendPayments(world.bankCtx)
  const page = wordsOf((await browser.get(`/money/files/${fileId}`)).text)
  assert.match(page, /Wait for a decision 0 Go again 1 Do not go 0/)
  assert.match(page, /It is carried out for every entry/)
  const sent = await world.paymentState(paymentId)
  assert.equal(sent.state, 'sent')
  assert.equal((await world.files()).size, 2)
  const audit = await readAccountAudit(world.ctx.db, elena.accountId)
  const line = audit.find(({ action }) => action === 'payment sent again')
  assert.deepEqual([line?.actor.kind, line?.actor.id], ['staff', staffId])
  const own = await readAccessAudit(world.ctx.db, chainOfStaff(staffId))
  assert.ok(own.some(({ action }) => action === 'staffDecidedRefusedFile'))
  assert.doesNotMatch((await browser.get('/money/tasks')).text, /Decide what becomes of it/)
})

test('who they are is asked for again when that was a while ago', async () => {
  const { browser } = await atDesk(desk, staff, 'administrator')
  const hidden = hiddenOf((await browser.get(`/money/files/${fileId}`)).text)
  clock.pass(6 * 60)
  const asked = await browser.post(`/money/files/${fileId}/again`, hidden)
  assert.match(asked.headers.get('location') ?? '', /^\/confirm\?next=%2Fmoney%2Ffiles%2F/)
})
