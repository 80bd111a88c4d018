import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const PRIYA = '1048264441'
const DANA = '1048264433'

let world: SignedInPortal
let elena: SignedIn
before(async () => {
  world = await openSignedIn([ELENA, PRIYA, DANA])
  elena = await world.signIn('elena.marsh', ELENA)
})
after(() => world.close())

/** The file's lines without heads, split at commas: no field of these has one. */
async function csvOf(person: SignedIn, query = ''): Promise<string[][]> {
  const answer = await person.browser.get(`${person.base}/activity?format=csv${query}`)
  assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8')
  assert.match(answer.headers.get('content-disposition') ?? '', /attachment; filename="activity-/)
  return answer.text
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','))
}

const cents = (text: string | undefined) => Math.round(Number(text || '0') * 100)

test('each payment’s interest, principal and charges add up to it, to the cent', async () => {
  const payments = (await csvOf(elena)).filter((line) => /payment/i.test(line[1] ?? ''))
  assert.equal(payments.length, 29)
  for (const [, , , amount, interest, principal, charges, held] of payments)
    assert.equal(cents(interest) + cents(principal) + cents(charges) + cents(held), cents(amount))
})

test('totals of the page are the sums of its rows', async () => {
  const lines = await csvOf(elena, '&year=2026')
  assert.ok(lines.every(([day]) => day?.startsWith('2026')))
  const sum = (column: number) =>
    lines.reduce((total, line) => total + cents(line[column]), 0) / 100
  const text = wordsOf((await elena.browser.get(`${elena.base}/activity?year=2026`)).text)
  const money = (amount: number) =>
    amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' })
  assert.ok(text.includes(`Total paid ${money(sum(3))}`))
  assert.ok(text.includes(`Interest ${money(sum(4))} Principal ${money(sum(5))}`))
})

test('the file for programs says the same as the one for spreadsheets, and no bank’s reason', async () => {
  for (const [username, number] of [
    ['elena.marsh', ELENA],
    ['priya.n', PRIYA],
  ] as const) {
    const person = await world.signIn(username, number)
    const answer = await person.browser.get(`${person.base}/activity?format=json&year=2026`)
    assert.match(answer.headers.get('content-disposition') ?? '', /activity-\d{4}-2026\.json/)
    const file = JSON.parse(answer.text) as { activity: Record<string, unknown>[] }
    // The first row of all, whose note has a comma, is left out.
    const rows = (await csvOf(person, '&year=2026')).filter((row) => row.length <= 12)
    const facts = file.activity.filter(({ kind }) => kind !== 'boarded')
    assert.equal(facts.length, rows.length)
    assert.deepEqual(
      facts.map(({ effectiveDate, amount }) => [effectiveDate, amount ?? '']),
      rows.map(([day, , , amount]) => [day, amount]),
    )
    const parts = facts.map((fact) => Object.values(fact.parts ?? {}).join())
    assert.deepEqual(
      parts,
      rows.map((row) => row.slice(4, 8).filter(Boolean).join()),
    )
    assert.doesNotMatch(answer.text, /R01/)
  }
})

test('a year nobody has shows everything', async () => {
  const all = await csvOf(elena)
  assert.deepEqual(await csvOf(elena, '&year=1999'), all)
  assert.deepEqual(await csvOf(elena, '&year=<script>'), all)
})

test('a returned payment stays, struck out, and did not count', async () => {
  const priya = await world.signIn('priya.n', PRIYA)
  const page = await priya.browser.get(`${priya.base}/activity`)
  assert.match(page.text, /<s class="k-struck">\$363\.28<\/s>/)
  assert.match(wordsOf(page.text), /Returned by your bank Insufficient funds/)
  const link = /href="([^"]+)">Returned by your bank/.exec(page.text)?.[1] ?? ''
  const working = wordsOf((await priya.browser.get(link)).text)
  assert.match(working, /This payment came back, so nothing of it counts\./)
})

test('a row opens its arithmetic, with the rule, its source and how long it can be returned', async () => {
  const page = await elena.browser.get(elena.base)
  const link = /href="([^"]+)">Extra payment/.exec(page.text)?.[1] ?? ''
  const text = wordsOf((await elena.browser.get(link)).text)
  assert.match(text, /15 days/)
  assert.match(text, /× principal × \$14,648\.98/)
  assert.match(text, /÷ days a year ÷ 365/)
  assert.match(text, /\$33\.05/)
  assert.match(text, /Rule: 12 CFR 1026 App\. J \(a\)\(3\)\./)
  assert.match(text, /Your bank can still return it as unauthorized until January 22, 2027\./)
})

test('a late charge shows how it was made', async () => {
  const dana = await world.signIn('dana.whitlock', DANA)
  const page = await dana.browser.get(`${dana.base}/activity`)
  const link = /href="([^"]+)">Late charge/.exec(page.text)?.[1] ?? ''
  const text = wordsOf((await dana.browser.get(link)).text)
  assert.match(text, /\$443\.49/)
  assert.match(text, /5\.00%/)
  assert.match(text, /\$22\.17/)
  assert.match(text, /Rule: Contract clause 7\./)
})

test('an event of another account is not found', async () => {
  const { accountId } = await world.book.ownerOf(PRIYA)
  const priya = await world.signIn('priya.n', PRIYA)
  const page = await priya.browser.get(`/accounts/${accountId}/activity`)
  const theirs = /activity\/([0-9a-f-]{36})"/.exec(page.text)?.[1] ?? ''
  const answers = await Promise.all(
    [theirs, 'x', '%00'].map((id) => elena.browser.get(`${elena.base}/activity/${id}`)),
  )
  assert.deepEqual(
    answers.map(({ status }) => status),
    [404, 404, 404],
  )
})

test('terms: the schedule adds up, and each rule is said with its source', async () => {
  const text = wordsOf((await elena.browser.get(`${elena.base}/terms`)).text)
  assert.match(text, /Total \$30,787\.17 \$3,947\.17 \$26,840\.00/)
  assert.match(text, /one late charge of 5\.00% of the payment/)
  assert.match(text, /On your payment that is \$25\.66\./)
  assert.match(text, /A day costs one 365th of a year’s interest/)
})
