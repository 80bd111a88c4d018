// The desk's forms by which a loan's due dates are moved and a loan is given up as lost: a
// supervisor's alone, kept as typed, once, and told to the borrower in their language.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type ComplaintWorld, complaintWorld } from '#test/support/complaint-world.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { type Browser, hiddenOf, type Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'

const ELENA = '1048264417'
const LEASE = '1048264508'
let world: ComplaintWorld
let desk: Portal
let staff: ReturnType<typeof staffWorld>
let chief: Browser
let elena: string
before(async () => {
  world = await complaintWorld([ELENA, LEASE])
  const { book, clock } = world
  desk = await openDesk(book.database, clock)
  staff = staffWorld(book.database, clock)
  elena = (await book.ownerOf(ELENA)).accountId
  chief = (await atDesk(desk, staff, 'supervisor')).browser
})
after(async () => {
  await desk.close()
  await world.close()
})

const WHY = 'Lost work for two months'

async function offered(accountId: string, browser = chief) {
  const { text } = await browser.get(`/money/corrections/${accountId}`)
  const months = [...text.matchAll(/name="months" value="([\d ]+)"/g)].map(([, value]) => value)
  const principal = /name="principal" value="(\d+)"/.exec(text)?.[1]
  return { hidden: hiddenOf(text), months, principal, words: wordsOf(text) }
}

test('the forms are a supervisor’s: others see none and are turned away, a lease has none', async () => {
  for (const role of ['agent', 'administrator'] as const) {
    const { browser } = await atDesk(desk, staff, role)
    const { hidden, months, principal, words } = await offered(elena, browser)
    assert.deepEqual([months, principal], [[], undefined])
    assert.doesNotMatch(words, /Move the due dates|Charge off/)
    for (const what of ['extensions', 'charge-offs']) {
      const path = `/money/corrections/${elena}/${what}`
      const answer = await browser.post(path, { ...hidden, reason: WHY, principal: '100' })
      assert.equal(answer.status, 403, `${role} ${what}`)
    }
  }
  const lease = await offered((await world.book.ownerOf(LEASE)).accountId)
  assert.deepEqual([lease.months, lease.principal], [[], undefined])
})

test('a form with mistakes comes back with what was typed, and with what has changed since', async () => {
  const path = `/money/corrections/${elena}/extensions`
  const { hidden, months } = await offered(elena)
  assert.equal(months.length, 6)
  const none = await chief.post(path, { ...hidden, reason: WHY })
  assert.equal(none.status, 422)
  assert.match(wordsOf(none.text), /Choose by how many months\./)
  assert.ok(none.text.includes(`value="${WHY}"`))
  const silent = await chief.post(path, { ...hidden, months: months[1] ?? '' })
  assert.match(wordsOf(silent.text), /Write why, in a sentence\./)
  assert.match(silent.text, new RegExp(`value="${months[1]}"[^>]*checked`))
  const stale = await chief.post(path, { ...hidden, months: '2 1 100', reason: WHY })
  assert.equal(stale.status, 422)
  assert.match(wordsOf(stale.text), /has changed since the page was shown/)
  const loss = `/money/corrections/${elena}/charge-offs`
  const old = await chief.post(loss, { ...hidden, principal: '100', reason: WHY })
  assert.equal(old.status, 422)
  assert.match(wordsOf(old.text), /has changed since the page was shown/)
})

test('pressed twice it is asked for once, and the page says what would come of it', async () => {
  const path = `/money/corrections/${elena}/extensions`
  const { hidden, months } = await offered(elena)
  const typed = { ...hidden, months: months[1] ?? '', reason: WHY }
  const answers = [await chief.post(path, typed), await chief.post(path, typed)]
  const [to, again] = answers.map(({ headers }) => headers.get('location'))
  assert.match(to ?? '', /^\/money\/requests\/[0-9a-f-]{36}\?done=asked$/)
  assert.equal(again, to)
  const page = (to ?? '').replace('?done=asked', '')
  const own = wordsOf((await chief.get(page)).text)
  assert.match(own, /Put off \$1,026\.24/)
  assert.match(own, /Due dates move by 2 months First payment that moves Payment 28/)
  assert.match(own, /Payment 28 Dec 5, 2026 Feb 5, 2027/)
  assert.match(own, /Payment 60, the last Aug 5, 2029 Oct 5, 2029/)
  assert.match(own, new RegExp(WHY))
  assert.doesNotMatch(own, /Approve and carry out/)
  const { browser } = await atDesk(desk, staff, 'administrator')
  const { text } = await browser.get(page)
  const done = await browser.post(`${page}/approval`, hiddenOf(text))
  assert.equal(done.headers.get('location'), `${page}?done=done`)
})

test('the borrower reads of both, in their language', async () => {
  const { hidden, principal = '' } = await offered(elena)
  const path = `/money/corrections/${elena}/charge-offs`
  const asked = await chief.post(path, { ...hidden, principal, reason: 'No answer' })
  const page = (asked.headers.get('location') ?? '').replace('?done=asked', '')
  const { browser } = await atDesk(desk, staff, 'administrator')
  const { text } = await browser.get(page, { 'accept-language': 'es' })
  const words = wordsOf(text)
  assert.match(words, /Capital dado por perdido/)
  assert.match(words, /Ningún pago tiene ya fecha: se debe todo el importe\./)
  await browser.post(`${page}/approval`, hiddenOf(text))
  await world.deliver()
  const person = await world.signIn('elena.marsh', ELENA)
  const read = wordsOf((await person.browser.get(`${person.base}/messages`)).text)
  assert.match(read, /Due dates moved: next payment on Friday, February 5 /)
  assert.match(read, /Loan charged off: you still owe \$14,\d{3}\.\d\d/)
})
