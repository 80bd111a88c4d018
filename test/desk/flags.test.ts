// What one of us notes about an account: autopay follows at once, the owner is told, a form that
// comes back keeps what was typed, and who may lift it is not who may note it.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { plantAutopay } from '#seeds/autopay.ts'
import { date } from '#src/domain/calendar.ts'
import { FLAG_KINDS, type FlagKind } from '#src/domain/rules/flags/account-flags.ts'
import { verifyAudit } from '#src/servicing/audit/verify-audit.ts'
import { resumeAutopay, revokeAutopay } from '#src/servicing/autopay/change-autopay.ts'
import { setAutopay } from '#src/servicing/autopay/set-autopay.ts'
import { sendNotices } from '#src/servicing/closing/send-notices.ts'
import type { Owner } from '#src/servicing/context.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { readFlags } from '#src/store/accounts/account-flags.ts'
import { readAutopays } from '#src/store/autopay/autopays.ts'
import { readAccessAudit } from '#src/store/logins/access-audit.ts'
import { chainOfStaff } from '#src/store/logins/access-chain.ts'
import { readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import { newTestId } from '#test/support/database.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import { type Browser, hiddenOf, type Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'

const PAIR = '1048264458'
const OTHERS = ['1048264474', '1048264441']
const today = date('2026-11-24')
let book: PlantedBook
let ruth: Owner
let ben: Owner
let desk: Portal
let world: ReturnType<typeof staffWorld>
let agent: Browser
let supervisor: Browser
const clock = movableClock()
before(async () => {
  book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers: [PAIR, ...OTHERS] })
  await plantAutopay(book.ctx, today)
  ruth = await book.ownerOf(PAIR)
  ben = await book.ownerOf(PAIR, 'co')
  desk = await openDesk(book.database, clock)
  world = staffWorld(book.database, clock)
  agent = (await atDesk(desk, world, 'agent')).browser
  supervisor = (await atDesk(desk, world, 'supervisor')).browser
})
after(async () => {
  await desk.close()
  await book.close()
})

const page = () => `/accounts/${ruth.accountId}`
const latest = async () => (await readAutopays(book.ctx.db, ruth.accountId))[0]
const form = () => ({ idempotencyKey: newTestId() })
const set = async () =>
  (await readPayments(book.ctx.db, ruth.accountId)).filter(({ state }) => state === 'scheduled')

async function note(kind: string, by: Browser = agent, more: Record<string, string> = {}) {
  const fields = { kind, since: '2026-11-20', reason: 'Letter of November 20.', ...more }
  return by.submit(`${page()}/flags`, fields)
}

async function liftAll() {
  for (const { id, lifted } of await readFlags(book.ctx.db, ruth.accountId)) {
    if (lifted) continue
    const answer = await supervisor.submit(`${page()}/flags/${id}/lift`, { reason: 'Settled.' })
    assert.equal(answer.status, 303, wordsOf(answer.text))
  }
}

/** Ruth's autopay on, one debit set, nothing noted. */
async function begin() {
  await liftAll()
  const on = await latest()
  if (on && on.state !== 'ended') await revokeAutopay(book.ctx, ruth, form())
  const [from] = await readFundingAccounts(book.ctx.db, ruth)
  assert.ok(from)
  const terms = { amount: { kind: 'installment' }, day: { kind: 'dueDate' } } as const
  const answer = await setAutopay(book.ctx, ruth, {
    terms: { ...terms, charges: 'notTaken', begins: today, ends: null },
    ...{ fundingAccountId: from.id, agreed: 'yes', authorizationText: 'I allow it.', ...form() },
  })
  assert.ok(answer.ok, JSON.stringify(answer))
  assert.equal((await set()).length, 1)
}
beforeEach(begin)

const messages = async (template: string) =>
  (
    await book.ctx.db
      .selectFrom('outbox')
      .select(['channel', 'parameters'])
      .where('template', '=', template)
      .where('account_id', '=', ruth.accountId)
      .execute()
  ).map(({ channel, parameters }) => {
    return { channel, stopped: String((parameters as Record<string, unknown>).stopped ?? '') }
  })

/** What each kind leaves of an active autopay, and the message that says so. */
const FATES: Readonly<Record<FlagKind, readonly [string, string | null]>> = {
  death: ['ended', 'autopayDeceased'],
  bankruptcy: ['ended', 'autopayBankruptcy'],
  vehicleReturned: ['ended', 'autopayVehicleReturned'],
  dispute: ['paused', 'autopayDisputed'],
  totalLoss: ['paused', 'autopayTotalLoss'],
  legalHold: ['paused', 'autopayLegalHold'],
  ceaseContact: ['active', null],
  hold: ['active', null],
  repossession: ['active', null],
}

for (const kind of FLAG_KINDS.filter((each) => each !== 'repossession'))
  test(`${kind}: the debit that is set goes or is canceled at once, and its owner knows`, async () => {
    const [state, template] = FATES[kind]
    const before = template === null ? [] : await messages(template)
    const about = kind === 'death' || kind === 'bankruptcy' ? ` ${ruth.obligorId}` : ''
    const answer = await note(`${kind}${about}`)
    assert.equal(answer.headers.get('location'), `${page()}?done=set`, wordsOf(answer.text))
    assert.equal((await latest())?.state, state)
    assert.equal((await set()).length, state === 'active' ? 1 : 0)
    if (template === null) return
    const told = (await messages(template)).slice(before.length)
    const channels = kind === 'death' ? ['portal'] : ['email', 'portal']
    assert.deepEqual(told.map(({ channel }) => channel).sort(), channels)
    assert.match(told[0]?.stopped ?? '', /^2026-1\d-\d\d \d+$/)
    const shown = wordsOf((await agent.get(page())).text)
    assert.match(shown, /Letter of November 20\./)
    assert.match(shown, /Canceled/)
  })

test('the permission of a co-borrower outlives whoever died; a bankruptcy of either stays both', async () => {
  await note(`death ${ben.obligorId}`)
  assert.equal((await latest())?.state, 'active')
  assert.equal((await set()).length, 1)
  await note(`bankruptcy ${ben.obligorId}`)
  assert.equal((await latest())?.stateReason, 'bankruptcy')
  assert.equal((await set()).length, 0)
})

test('while a dispute stands autopay cannot be started; lifted, its owner is told and starts it', async () => {
  const told = (await messages('autopayMayResume')).length
  await note('dispute')
  const refused = await resumeAutopay(book.ctx, ruth, form())
  assert.deepEqual(refused, { ok: false, refusal: { code: 'autopayHeld' } })
  await note('totalLoss')
  const [, dispute] = await readFlags(book.ctx.db, ruth.accountId)
  await supervisor.submit(`${page()}/flags/${dispute?.id}/lift`, { reason: 'Withdrawn.' })
  assert.equal((await messages('autopayMayResume')).length, told)
  await liftAll()
  assert.equal((await messages('autopayMayResume')).length, told + 2)
  assert.equal((await latest())?.state, 'paused')
  assert.ok((await resumeAutopay(book.ctx, ruth, form())).ok)
  assert.equal((await set()).length, 1)
  const shown = wordsOf((await agent.get(page())).text)
  assert.match(shown, /Dispute · Lifted Letter of November 20\. .* Lifted .*: Withdrawn\./)
})

test('no bill goes to whoever is not to be asked, and goes to the living co-borrower', async () => {
  const { accountId } = ruth
  await revokeAutopay(book.ctx, ruth, form())
  await note(`death ${ruth.obligorId}`)
  await book.ctx.db
    .updateTable('payment')
    .set({ state: 'canceled' })
    .where('state', '=', 'scheduled')
    .execute()
  // Due 2026-11-29: announced by the close of 2026-11-18, past due by that of 2026-11-29.
  await sendNotices(book.ctx, { accountIds: [accountId], businessDate: date('2026-11-29') })
  const told = await book.ctx.db
    .selectFrom('account_message')
    .select('obligor_id')
    .where('account_id', '=', accountId)
    .where('template', '=', 'paymentPastDue')
    .execute()
  assert.deepEqual(
    told.map(({ obligor_id }) => obligor_id),
    [ben.obligorId],
  )
})

test('pressed twice it is noted once; the same again, no day and account numbers come back', async () => {
  const first = (await agent.get(`${page()}/flags`)).text
  const fields = { ...hiddenOf(first), kind: 'dispute', since: '2026-11-20', reason: 'He called.' }
  for (let press = 0; press < 2; press += 1)
    assert.equal((await agent.post(`${page()}/flags`, fields)).status, 303)
  const flags = await readFlags(book.ctx.db, ruth.accountId)
  assert.equal(flags.filter(({ lifted }) => lifted === null).length, 1)
  const again = await note('dispute')
  assert.equal(again.status, 422)
  assert.match(wordsOf(again.text), /This stands already\./)
  const wrong = await note('', agent, { since: '2027-01-01', reason: 'See 2000 4604 6042' })
  assert.equal(wrong.status, 422)
  const said = wordsOf(wrong.text)
  assert.match(said, /Choose what happened\./)
  assert.match(said, /Choose a day, today at the latest\./)
  assert.match(said, /Leave out long numbers/)
  assert.ok(wrong.text.includes('value="See 2000 4604 6042"'))
})

test('an agent notes and does not lift, an auditor does neither, and all of it is written down', async () => {
  const { browser, staffId } = await atDesk(desk, world, 'agent')
  await note('dispute', browser)
  const [flag] = await readFlags(book.ctx.db, ruth.accountId)
  assert.equal(flag?.setBy.id, staffId)
  const lifting = `${page()}/flags/${flag?.id}/lift`
  assert.equal((await browser.get(lifting)).status, 403)
  const auditor = (await atDesk(desk, world, 'auditor')).browser
  assert.equal((await auditor.get(`${page()}/flags`)).status, 403)
  assert.doesNotMatch((await auditor.get(page())).text, /Note something|aria-label="Lift/)
  const audit = await readAccountAudit(book.ctx.db, ruth.accountId)
  const line = audit.findLast(({ action }) => action === 'flag set')
  assert.deepEqual([line?.actor.id, line?.details.kind], [staffId, 'dispute'])
  assert.ok(audit.some(({ action }) => action === 'money viewed'))
  const own = await readAccessAudit(book.ctx.db, chainOfStaff(staffId))
  assert.ok(own.some(({ action }) => action === 'staffSetFlag'))
  const broken: unknown[] = []
  const tell = { problem: (each: unknown) => broken.push(each), progress: () => undefined }
  await verifyAudit(book.ctx, tell)
  assert.deepEqual(broken, [])
})

test('the page of a customer shows what is noted, what is due, autopay and the last payments', async () => {
  await note('legalHold')
  const text = wordsOf((await agent.get(`/customers/${ruth.accountId}/${ruth.obligorId}`)).text)
  assert.match(text, /Their account .*With our legal office .*Past due \$[\d.,]+/)
  assert.match(text, /Autopay Paused Set by Ruth Calloway\. Paused for our legal office, since/)
  assert.match(text, /Last payments .*Autopay of Ruth Calloway/)
})
