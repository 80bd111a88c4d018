// One day of an account, as known then and as known now: a payment that is recorded days after it
// counted changes what the account was, and both pictures stay to be seen (PRODUCT C8).
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { standingOn } from '#src/domain/account/standing.ts'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { verifyAudit } from '#src/servicing/audit/verify-audit.ts'
import type { Owner } from '#src/servicing/context.ts'
import { loadLoan } from '#src/servicing/load-account.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { readAccessAudit } from '#src/store/logins/access-audit.ts'
import { chainOfStaff } from '#src/store/logins/access-chain.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import type { Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'

const DANA = '1048264433'
const today = date('2026-11-24')
let book: PlantedBook
let desk: Portal
let world: ReturnType<typeof staffWorld>
let dana: Owner
let known: ReturnType<typeof standingOn>
const clock = movableClock()
before(async () => {
  book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers: [DANA] })
  dana = await book.ownerOf(DANA)
  desk = await openDesk(book.database, clock)
  world = staffWorld(book.database, clock)
  known = standingOn((await loadLoan(book.ctx.db, dana.accountId)).ledger, today)
  // Two days later: the lockbox had it since before the grace was over.
  book.clock.instant = '2026-11-26T15:00:00.000Z'
  const paid = { accountId: dana.accountId, amount: cents(44_000), effectiveDate: LATE }
  const terms = { extra: 'installments', extraAmount: null, toCharges: cents(0) } as const
  await postPayment(book.ctx, { ...paid, ...terms, channel: 'mail', paymentId: null })
})
const LATE = date('2026-11-10')
after(async () => {
  await desk.close()
  await book.close()
})

const pageOf = (on: string, day: string) =>
  `/accounts/${dana.accountId}/as-known?${new URLSearchParams({ on, known: day })}`

const dollars = (amount: number) =>
  `${amount < 0 ? '−' : ''}$${(Math.abs(amount) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`

test('both pictures stand side by side, to the cent, with what was recorded in between', async () => {
  const { browser, staffId } = await atDesk(desk, world, 'agent')
  const text = wordsOf((await browser.get(pageOf('2026-11-24', '2026-11-24'))).text)
  const now = standingOn((await loadLoan(book.ctx.db, dana.accountId)).ledger, today)
  assert.notEqual(known.payoffToday.total, now.payoffToday.total)
  const line = (name: string, was: number, is: number) => {
    const change = was === is ? '–' : `${is > was ? '+' : ''}${dollars(is - was)}`
    return `${name} As known on Nov 24, 2026: ${dollars(was)} ${dollars(was)} ${dollars(is)} ${change}`
  }
  for (const expected of [
    line('Principal', known.position.principal, now.position.principal),
    line('Interest', known.interestDue, now.interestDue),
    line('Past due', known.due.pastDue, now.due.pastDue),
    line('To pay it off that day', known.payoffToday.total, now.payoffToday.total),
  ])
    assert.ok(text.includes(expected), `${expected} in ${text}`)
  assert.match(text, /Payment .*Nov 10.* \$440\.00/)
  const audit = await readAccountAudit(book.ctx.db, dana.accountId)
  const seen = audit.filter(({ action }) => action === 'viewed as known')
  assert.deepEqual(
    seen.map(({ actor, details }) => [actor.id, details]),
    [[staffId, { on: '2026-11-24', knownAt: '2026-11-25T05:00:00.000Z' }]],
  )
  const own = await readAccessAudit(book.ctx.db, chainOfStaff(staffId))
  assert.ok(own.some(({ action }) => action === 'staffSawAccount'))
})

test('on a day before the money counted, nothing is told as recorded later', async () => {
  const { browser } = await atDesk(desk, world, 'auditor')
  const text = wordsOf((await browser.get(pageOf('2026-11-09', '2026-11-24'))).text)
  assert.match(text, /Nothing that we recorded later changes this day\./)
})

test('a day before the account was on the books, a day to come and no day at all', async () => {
  const { browser } = await atDesk(desk, world, 'agent')
  const before = wordsOf((await browser.get(pageOf('2026-11-24', '2026-01-02'))).text)
  assert.match(before, /By what we knew then, the account was not on our books yet\./)
  for (const wrong of ['2027-01-01', 'yesterday']) {
    const answer = await browser.get(pageOf(wrong, '2026-11-24'))
    assert.equal(answer.status, 422)
    assert.match(wordsOf(answer.text), /Choose a day, today at the latest\./)
    assert.ok(answer.text.includes(`value="${wrong}"`))
  }
  const other = await browser.get(
    pageOf('2026-11-24', '2026-11-24').replace(/[0-9a-f]{4}\//, '0000/'),
  )
  assert.equal(other.status, 404)
  const broken: unknown[] = []
  const tell = { problem: (each: unknown) => broken.push(each), progress: () => undefined }
  await verifyAudit(book.ctx, tell)
  assert.deepEqual(broken, [])
})
