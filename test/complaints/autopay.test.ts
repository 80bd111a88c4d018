// Complaints 1, 2 and 3 of PRODUCT section D: autopay that leaves out the last payment, that goes
// off in silence after a return, and that keeps drawing when it should not.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { person, vehicle } from '#seeds/person.ts'
import { plantStories } from '#seeds/plant.ts'
import { story } from '#seeds/story.ts'
import { addDays, type CivilDate, date, daysBetween } from '#src/domain/calendar.ts'
import { setAutopay } from '#src/servicing/autopay/set-autopay.ts'
import { closeThrough } from '#src/servicing/closing/close-through.ts'
import { recordOnAccount } from '#src/servicing/holds/record-on-account.ts'
import { loadForUpdate } from '#src/servicing/load-account.ts'
import { readEvents } from '#src/store/accounts/account-events.ts'
import { readAccount } from '#src/store/accounts/accounts.ts'
import { readAutopays } from '#src/store/autopay/autopays.ts'
import { readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import { type ComplaintWorld, complaintWorld } from '#test/support/complaint-world.ts'
import { newTestId } from '#test/support/database.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import type { Browser, Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'

const NORA = '1048264599'
const ELENA = '1048264417'
const RUTH = '1048264458'
const THEO = '1048264474'
const today = date('2026-11-24')
let world: ComplaintWorld
let desk: Portal
let agent: Browser
before(async () => {
  world = await complaintWorld([ELENA, RUTH, THEO])
  const { book, clock } = world
  const nora = {
    number: NORA,
    terms: { principal: 310_000, ratePercent: 7.25, payments: 6 },
    nextDue: date('2026-12-05'),
    past: 4,
  }
  const who = {
    obligors: [person({ givenName: 'Nora', familyName: 'Lund', number: 9 })],
    vehicle: vehicle(2019, 'Tern', '445566'),
  }
  const short = { ...story(nora, who), about: 'two payments are left', usernames: ['nora.lund'] }
  await plantStories(book.ctx, [short], today)
  desk = await openDesk(book.database, clock)
  agent = (await atDesk(desk, staffWorld(book.database, clock), 'agent')).browser
  for (const number of [NORA, ELENA, RUTH]) await setFor(number)
})
after(async () => {
  await desk.close()
  await world.close()
})

async function setFor(number: string): Promise<void> {
  const owner = await world.book.ownerOf(number)
  const [from] = await readFundingAccounts(world.ctx.db, owner)
  const answer = await setAutopay(world.ctx, owner, {
    terms: {
      ...{ amount: { kind: 'installment' }, day: { kind: 'dueDate' } },
      ...{ charges: 'notTaken', begins: today, ends: null },
    },
    fundingAccountId: from?.id ?? '',
    ...{ agreed: 'yes', authorizationText: 'I allow each payment.', idempotencyKey: newTestId() },
  })
  assert.ok(answer.ok, `${number}: ${JSON.stringify(answer)}`)
}

async function pageOf(username: string, number: string, path = '/autopay'): Promise<string> {
  const { browser, base } = await world.signIn(username, number)
  return wordsOf((await browser.get(`${base}${path}`)).text)
}

async function closeDays(through: string): Promise<void> {
  const failed: unknown[] = []
  const mover = { advanceTo: (instant: string) => world.clock.set(instant) }
  const tell = (day: { failed: readonly unknown[] }) => void failed.push(...day.failed)
  await closeThrough(world.ctx, { through: date(through), mover, tell })
  assert.deepEqual(failed, [])
}

async function told(number: string, template: string) {
  const { accountId } = await world.book.ownerOf(number)
  const rows = await world.ctx.db
    .selectFrom('outbox')
    .select(['channel', 'parameters', 'created_at'])
    .where('account_id', '=', accountId)
    .where('template', '=', template)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({ ...row, parameters: row.parameters as Record<string, string> }))
}

async function stateOf(number: string) {
  const { accountId } = await world.book.ownerOf(number)
  const [autopay] = await readAutopays(world.ctx.db, accountId)
  const payments = await readPayments(world.ctx.db, accountId)
  return { accountId, autopay, payments }
}

test('complaint 3: canceling one debit says what becomes of the next, and where to stop them', async () => {
  const set = (await stateOf(ELENA)).payments.find(isSet)
  const { browser, base } = await world.signIn('elena.marsh', ELENA)
  const page = await browser.get(`${base}/payments/${set?.id}/cancellation`)
  assert.match(wordsOf(page.text), /Only this one is canceled: the next debits go on as planned/)
  assert.ok(page.text.includes(`href="${base}/autopay/stop"`))
  assert.ok((await browser.get(`${base}/payments`)).text.includes(`href="${base}/autopay"`))
})

test('complaint 3: due dates that move cancel the debit of the old day at once, and say so', async () => {
  const { accountId } = await stateOf(ELENA)
  assert.equal((await stateOf(ELENA)).payments.filter(isSet).length, 1)
  await world.ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, accountId)
    const payload = { kind: 'extension', months: 1, reason: 'hardship' } as const
    const actor = { kind: 'staff', id: 'somebody' } as const
    await recordOnAccount(tx, world.ctx, {
      loaded,
      facts: [{ effectiveDate: today, payload }],
      actor,
    })
  })
  assert.equal((await stateOf(ELENA)).payments.filter(isSet).length, 0)
  const text = await pageOf('elena.marsh', ELENA)
  assert.match(
    text,
    /Your due dates moved, and autopay with them .*Canceled: \$[\d.]+ on December 5/,
  )
  assert.match(text, /Counts as paid on .*January 5/)
  assert.equal((await told(ELENA, 'autopayDeferred')).length, 2)
})

test('complaint 3: after a turn-in nothing is drawn, what can no longer be stopped is named', async () => {
  // Ruth's debit of Sunday, November 29: its file goes at the cutoff of the banking day before.
  const set = (await stateOf(RUTH)).payments.find(isSet)
  assert.ok(set)
  await closeDays(addDays(set.sendOn, -1))
  world.at(set.sendOn, '17:01')
  const { accountId } = await stateOf(RUTH)
  const noted = await freshAgent()
  const fields = {
    kind: 'vehicleReturned',
    since: '2026-11-24',
    reason: 'Turned in at the branch.',
  }
  const answer = await noted.submit(`/accounts/${accountId}/flags`, fields)
  assert.match(answer.headers.get('location') ?? '', /done=set/, wordsOf(answer.text))
  const text = await pageOf('ruth.calloway', RUTH)
  assert.match(text, /Autopay is off: the vehicle was returned/)
  assert.match(text, /With the bank and no longer to be stopped: \$[\d.,]+ on November 29/)
  assert.equal((await stateOf(RUTH)).autopay?.state, 'ended')
  await closeDays('2026-12-31')
  const { payments } = await stateOf(RUTH)
  assert.equal(payments.filter(({ autopayId }) => autopayId !== null).length, 1)
})

async function freshAgent(): Promise<Browser> {
  const { book, clock } = world
  agent = (await atDesk(desk, staffWorld(book.database, clock), 'agent')).browser
  return agent
}

test('complaint 1: the last payment is taken at its true amount, announced ten days ahead, and leaves 0.00', async () => {
  const before = await pageOf('nora.lund', NORA)
  const foreseen = /On [^$]{5,40} autopay takes (\$[\d.,]+) and closes the loan at \$0\.00/.exec(
    before,
  )
  await closeDays('2027-01-12')
  const { accountId, autopay, payments } = await stateOf(NORA)
  const [last] = payments
  assert.ok(last)
  assert.equal((await readAccount(world.ctx.db, accountId))?.status, 'closed')
  assert.deepEqual([autopay?.state, autopay?.stateReason], ['ended', 'paidOff'])
  const events = await readEvents(world.ctx.db, accountId)
  assert.ok(events.every(({ payload }) => payload.kind !== 'lateCharge'))
  const [notice] = await told(NORA, 'autopayLastDebitMade')
  assert.ok(notice, 'the last debit is announced as the last')
  assert.equal(notice.parameters.amount, String(last.amount))
  assert.ok(foreseen, before)
  assert.equal(foreseen[1], `$${(last.amount / 100).toFixed(2)}`)
  const announcedOn = notice.created_at.slice(0, 10) as CivilDate
  assert.ok(daysBetween(announcedOn, last.effectiveDate) >= 10)
  const paidOff = await told(NORA, 'autopayPaidOff')
  assert.deepEqual(paidOff.map(({ channel }) => channel).sort(), ['email', 'portal'])
  assert.match(await pageOf('nora.lund', NORA), /Autopay is off: your account is paid in full/)
})

test('complaint 2: after a return it stays on or says what it needs, with the way back, never silent', async () => {
  const { payments } = await stateOf(ELENA)
  const sent = payments.find(({ state, autopayId }) => state === 'sent' && autopayId !== null)
  assert.ok(sent, 'the debit of January 5 has gone')
  await world.comesBack(sent.id, 'R01', '012')
  const first = await pageOf('elena.marsh', ELENA)
  assert.equal((await stateOf(ELENA)).autopay?.state, 'active')
  assert.match(first, /Your bank returned \$[\d.,]+\. Autopay stays on/)
  assert.equal((await told(ELENA, 'autopayPaymentReturned')).length, 2)
  assert.match(first, /Next three debits/)

  await closeDays('2027-01-20')
  const again = (await stateOf(ELENA)).payments.find(({ id }) => id === sent.id)
  assert.equal(again?.attempts, 2, 'the same debit went once more')
  await world.comesBack(sent.id, 'R10', '025')
  const { autopay, payments: after } = await stateOf(ELENA)
  assert.deepEqual(
    [autopay?.state, autopay?.stateReason],
    ['needsAttention', 'paymentUnauthorized'],
  )
  assert.equal(after.filter(isSet).length, 0)
  const needs = await world.signIn('elena.marsh', ELENA)
  const html = (await needs.browser.get(`${needs.base}/autopay`)).text
  assert.match(wordsOf(html), /Autopay needs you: your bank returned a debit as not authorized/)
  assert.match(html, new RegExp(`href="${needs.base}/autopay/new"`))
  assert.equal((await told(ELENA, 'autopayPaymentUnauthorized')).length, 2)
  await world.deliver()
  assert.match(await pageOf('elena.marsh', ELENA, '/messages'), /Autopay needs you/)
})

function isSet({ state, autopayId }: { state: string; autopayId: string | null }): boolean {
  return state === 'scheduled' && autopayId !== null
}
