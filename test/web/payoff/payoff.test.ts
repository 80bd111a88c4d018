import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const DANA = '1048264433'
const SAM = '1048264490'

let world: SignedInPortal
let elena: SignedIn
before(async () => {
  world = await openSignedIn([ELENA, DANA, SAM])
  elena = await world.signIn('elena.marsh', ELENA)
})
after(() => world.close())

const quote = (on: string) => elena.browser.get(`${elena.base}/payoff?on=${on}`)

test('the amount, its lines with their working, and what it counts on', async () => {
  const page = await quote('2026-12-04')
  assert.equal(page.status, 200)
  const text = wordsOf(page.text)
  assert.match(text, /To close your loan on Friday, December 4 \$14,462\.42/)
  assert.match(text, /Pay exactly this by 5 pm ET that day and your balance is \$0\.00\./)
  assert.match(text, /Interest, Nov 20 to Dec 4/)
  assert.match(text, /14 days/)
  assert.match(
    text,
    /If it is returned you owe \$250\.46 more: the \$250\.00 and \$0\.46 of interest/,
  )
  assert.match(text, /Good through Mon, Dec 14, 5 pm ET/)
  assert.match(text, /Exact per diem: \$2\.170735\./)
})

test('the same day on the same facts keeps its number; another day has another', async () => {
  const number = async (on: string) => /PQ-\w{4}-\w{4}/.exec((await quote(on)).text)?.[0]
  const first = await number('2026-12-04')
  assert.equal(await number('2026-12-04'), first)
  assert.notEqual(await number('2026-12-07'), first)
})

test('without a day it is the first on which money can count', async () => {
  const page = await elena.browser.get(`${elena.base}/payoff`)
  assert.match(wordsOf(page.text), /To close your loan on Tuesday, November 24/)
})

test('a day that is none, gone or too far is refused, and stays in the field', async () => {
  for (const on of [
    '2026-02-30',
    'tomorrow',
    '2026-11-23',
    '2027-06-01',
    '"><script>x',
    '%00',
    '',
  ]) {
    const page = await quote(encodeURIComponent(on))
    assert.equal(page.status, 422, on)
    assert.match(page.text, /<title>Error: Payoff quote/)
    assert.match(page.text, /<a href="#on">/)
    assert.match(page.text, /aria-describedby="[^"]*on-error/)
    assert.doesNotMatch(page.text, /<script>x/)
  }
  assert.match((await quote('2027-06-01')).text, /name="on" type="date" value="2027-06-01"/)
})

test('the calendar turns to later weeks and nothing else in the address matters', async () => {
  const page = await quote('2026-12-04&from=2026-12-20')
  assert.match(wordsOf(page.text), /December 2026 to January 2027/)
  assert.equal((await quote('2026-12-04&from=x')).status, 200)
})

test('day by day as a file: one line a day, growing by the per diem', async () => {
  const file = await quote('2026-12-04&format=csv')
  const lines = file.text.trimEnd().split('\r\n')
  assert.equal(lines.length, 12)
  assert.equal(lines[1], '2026-12-04,14,30.39,14462.42,14462.42,Your date')
  assert.match(lines.at(-1) ?? '', /^2026-12-14,24,52\.10,14484\.13/)
})

test('the day on which a late charge is added says so, and it alone', async () => {
  const dana = await world.signIn('dana.whitlock', DANA)
  const file = await dana.browser.get(`${dana.base}/payoff?on=2026-11-24&format=csv`)
  const lines = file.text.split('\r\n').filter((line) => line.includes('late charge'))
  assert.equal(lines.length, 1, file.text)
  assert.match(lines[0] ?? '', /^2026-12-01,.*With the late charge of \$22\.17 added this day/)
  const page = await dana.browser.get(`${dana.base}/payoff?on=2026-11-24`)
  assert.match(wordsOf(page.text), /Tue, Dec 1 With the late charge of \$22\.17/)
})

test('a closed loan has no payoff and says so', async () => {
  const sam = await world.signIn('sam.okafor', SAM)
  const page = await sam.browser.get(`${sam.base}/payoff`)
  assert.equal(page.status, 200)
  assert.match(wordsOf(page.text), /This loan is closed You owe nothing, so there is no payoff\./)
})
