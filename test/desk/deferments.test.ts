// Offers to put off payments at the desk: who may, what the page says, and what the customer sees.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openPdfCheck } from '#src/formats/attached/check-pdf.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { markupProblems } from '#test/support/page-checks.ts'
import { readPdf } from '#test/support/pdf-text.ts'
import { type Browser, hiddenOf, type Portal } from '#test/support/portal.ts'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'

const [ELENA, LEASE] = ['1048264417', '1048264508']
let world: SignedInPortal
let desk: Portal
let elena: SignedIn
let chief: Browser
let agent: Browser
let place: string

before(async () => {
  world = await openSignedIn()
  const kept = world.portal.papers
  assert.ok(kept)
  desk = await openDesk(world.book.database, world.clock, {
    papers: { ...kept, checkPdf: openPdfCheck() },
  })
  const staff = staffWorld(world.book.database, world.clock)
  chief = (await atDesk(desk, staff, 'supervisor')).browser
  agent = (await atDesk(desk, staff, 'agent')).browser
  elena = await world.signIn('elena.marsh', ELENA)
  place = `${elena.base}/deferments`
})
after(async () => {
  await desk.close()
  await world.close()
})

const formOf = async () => hiddenOf((await chief.get(`${place}?months=2`)).text)

test('the page shows what it would say, for each number of months; agents are not let in', async () => {
  for (const months of ['', '?months=1', '?months=2', '?months=6', '?months=x']) {
    const shown = await chief.get(`${place}${months}`)
    assert.equal(shown.status, 200)
    assert.deepEqual(await markupProblems(shown.text), [])
    assert.match(wordsOf(shown.text), /Next payment due/)
  }
  const two = wordsOf((await chief.get(`${place}?months=2`)).text)
  assert.match(two, /Dec 5, 2026, then Feb 5, 2027/)
  assert.equal((await agent.get(place)).status, 403)
  assert.ok((await chief.get(elena.base)).text.includes(place))
  assert.ok(!(await agent.get(elena.base)).text.includes(place))
})

test('a form with nothing or something wrong in it comes back, and makes nothing', async () => {
  const { months: _, ...hidden } = await formOf()
  const empty = await chief.post(place, { ...hidden })
  assert.equal(empty.status, 422)
  const said = wordsOf(empty.text)
  for (const told of [/Choose from 1 to 6 months/, /Choose the language of the paper/])
    assert.match(said, told)
  const wrong = await chief.post(place, { ...hidden, months: '9', language: 'en' })
  assert.equal(wrong.status, 422)
  assert.match(wordsOf((await chief.get(place)).text), /None was made/)
})

test('made once however often it is sent; staff and customer open the same paper', async () => {
  const hidden = await formOf()
  const sent = { ...hidden, language: 'es' }
  const answers = [await chief.post(place, sent), await chief.post(place, sent)]
  for (const { status, headers } of answers) {
    assert.equal(status, 303)
    assert.equal(headers.get('location'), `${place}?done=made`)
  }
  const shown = await chief.get(`${place}?done=made`)
  assert.match(wordsOf(shown.text), /Whoever owes is told of it/)
  const links = [...shown.text.matchAll(/href="([^"]*\/deferments\/[0-9a-f-]{36})"/g)]
  assert.equal(links.length, 1)
  const [, link = ''] = links[0] ?? []
  const cookie = [...chief.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const atDeskFile = await desk.request(link, { headers: { cookie } })
  const bytes = Buffer.from(await atDeskFile.arrayBuffer())
  assert.match((await readPdf(bytes)).text, /Oferta de aplazar pagos 2 meses/)
  const listed = await elena.browser.get(`${elena.base}/documents`)
  assert.match(wordsOf(listed.text), /Offer to put off payments By 2 months, good through/)
  const id = link.slice(-36)
  const own = [...elena.browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const file = await world.portal.request(`${elena.base}/documents/${id}`, {
    headers: { cookie: own },
  })
  assert.deepEqual(Buffer.from(await file.arrayBuffer()), bytes)
  const told = wordsOf((await elena.browser.get(`${elena.base}/messages`)).text)
  assert.match(told, /An offer to put off payments/)
})

test('a lease has none: the page says why, and what to do', async () => {
  const { accountId } = await world.book.ownerOf(LEASE)
  const shown = wordsOf((await chief.get(`/accounts/${accountId}/deferments`)).text)
  assert.match(shown, /This is a lease/)
  assert.doesNotMatch(shown, /Make the offer/)
})

test('what is no account, or no offer of it, is not found', async () => {
  const id = '01930000-0000-7000-8000-000000000001'
  for (const path of [`/accounts/${id}/deferments`, `${place}/${id}`, `${place}/x`])
    assert.equal((await chief.get(path)).status, 404, path)
})
