import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { deliverMessage } from '#src/servicing/messages/deliver-message.ts'
import { hiddenOf } from '#test/support/portal.ts'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'

const RUTH = '1048264458'

let world: SignedInPortal
let ruth: SignedIn
before(async () => {
  world = await openSignedIn([RUTH])
  ruth = await world.signIn('ruth.calloway', RUTH)
})
after(() => world.close())

async function deliverAll(): Promise<void> {
  const waiting = await world.book.ctx.db.selectFrom('outbox').select('id').execute()
  for (const { id } of waiting) await deliverMessage(world.book.ctx, { outboxId: id })
}

test('a receipt says what, when and its number; it is new until the page is opened', async () => {
  const empty = await ruth.browser.get(`${ruth.base}/messages`)
  assert.match(wordsOf(empty.text), /No messages yet/)
  const page = await ruth.browser.get(`${ruth.base}/payments/review?choice=due&on=2026-11-27`)
  const paid = await ruth.browser.post(`${ruth.base}/payments`, {
    ...hiddenOf(page.text),
    agreed: 'yes',
  })
  assert.equal(paid.status, 303)
  await deliverAll()
  const overview = await ruth.browser.get(ruth.base)
  assert.match(wordsOf(overview.text), /1 new message/)
  const first = wordsOf((await ruth.browser.get(`${ruth.base}/messages`)).text)
  assert.match(first, /Payment scheduled: \$[\d,.]+ on Friday, November 27 New/)
  assert.match(first, /leaves your bank on Monday, November 30\. Nothing has left your bank yet\./)
  assert.match(first, /Confirmation number KT\w-\w{4}-\w{4}/)
  const second = wordsOf((await ruth.browser.get(`${ruth.base}/messages`)).text)
  assert.doesNotMatch(second, /New/)
})

test('a co-borrower has messages of their own', async () => {
  const ben = await world.signIn('ben.calloway', RUTH)
  assert.match(wordsOf((await ben.browser.get(`${ben.base}/messages`)).text), /No messages yet/)
})
