// Whose papers somebody can open: each by its own address, none of another person or account.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { printStatements } from '#src/servicing/documents/print-statements.ts'
import { testPapers } from '#test/support/papers.ts'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const PAIR = '1048264458'

let world: SignedInPortal
let elena: SignedIn
let ruth: SignedIn
let ben: SignedIn
before(async () => {
  world = await openSignedIn([ELENA, PAIR])
  elena = await world.signIn('elena.marsh', ELENA)
  ruth = await world.signIn('ruth.calloway', PAIR)
  ben = await world.signIn('ben.calloway', PAIR)
  // Papers of the account beside those of one person.
  assert.equal(await printStatements({ ...world.book.ctx, ...testPapers() }), 2)
})
after(() => world.close())

/** Asks for the letter of a day; the id of its paper. */
async function letterOf({ browser, base }: SignedIn, on: string): Promise<string> {
  const answer = await browser.submit(`${base}/payoff/letter`, { on }, `${base}/payoff?on=${on}`)
  assert.equal(answer.status, 303)
  const made = new URL(answer.headers.get('location') ?? '', 'http://portal')
  return made.searchParams.get('made') ?? ''
}

async function digestOf({ browser, base }: SignedIn, id: string) {
  const answer = await browser.get(`${base}/documents/${id}`)
  return { status: answer.status, text: answer.text }
}

test('of several papers each opens its own', async () => {
  const days = ['2026-11-25', '2026-12-01', '2026-12-04']
  const ids: string[] = []
  for (const day of days) ids.push(await letterOf(elena, day))
  const opened = await Promise.all(ids.map((id) => digestOf(elena, id)))
  assert.deepEqual(
    opened.map(({ status }) => status),
    [200, 200, 200],
  )
  assert.equal(new Set(opened.map(({ text }) => text)).size, 3)
  for (const [index, id] of ids.entries())
    assert.ok(opened[index]?.text.includes(id), 'a paper names its own id')
})

test('nobody opens or lists a paper of another account or of the co-borrower alone', async () => {
  const hers = await letterOf(ruth, '2026-12-01')
  const own = await letterOf(elena, '2026-12-01')
  assert.equal((await digestOf(ruth, hers)).status, 200)
  assert.equal((await digestOf(ben, hers)).status, 404)
  for (const reader of [ruth, ben]) {
    assert.equal((await digestOf(reader, own)).status, 404)
    const list = (await reader.browser.get(`${reader.base}/documents`)).text
    assert.ok(!list.includes(own))
  }
  const his = wordsOf((await ben.browser.get(`${ben.base}/documents`)).text)
  assert.doesNotMatch(his, /Payoff letter/)
})
