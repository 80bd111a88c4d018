// What staff do in place of a customer who calls, with the effect of the customer's own act: papers
// by mail again, and the end of a payoff link.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sampleCodeOf, whoGetsPaper } from '#src/identity/profile/choose-paperless.ts'
import { verifyAudit } from '#src/servicing/audit/verify-audit.ts'
import type { Owner } from '#src/servicing/context.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { findLoginOfObligor } from '#src/store/logins/logins.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { type Browser, hiddenOf, type Portal } from '#test/support/portal.ts'
import { dealerWith, share } from '#test/support/shared-payoff.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'

const ELENA = '1048264417'
let world: SignedInPortal
let desk: Portal
let elena: Owner
let agent: Browser
let auditor: Browser
before(async () => {
  world = await openSignedIn([ELENA])
  const { book, clock } = world
  desk = await openDesk(book.database, clock)
  const staff = staffWorld(book.database, clock)
  agent = (await atDesk(desk, staff, 'agent')).browser
  auditor = (await atDesk(desk, staff, 'auditor')).browser
  elena = await book.ownerOf(ELENA)
})
after(async () => {
  await desk.close()
  await world.close()
})

const customer = () => `/customers/${elena.accountId}/${elena.obligorId}`

const ownActivity = async () => {
  const { browser } = await world.signIn('elena.marsh', ELENA)
  return wordsOf((await browser.get('/security')).text)
}

const getsPaper = async () => (await whoGetsPaper(world.book.ctx.db, [elena])).length === 1

const told = (template: string) =>
  world.book.ctx.db
    .selectFrom('outbox')
    .select('channel')
    .where('template', '=', template)
    .execute()

test('a consent to papers online is taken back for a caller as on their own page', async () => {
  const { browser } = await world.signIn('elena.marsh', ELENA)
  const { db } = world.book.ctx

  const loginId = await findLoginOfObligor(db, elena)
  assert.ok(loginId)
  const code = sampleCodeOf(world.book.ctx.vault, loginId)
  await browser.submit('/profile/paperless', { papers: 'online', code, agreed: 'yes' })
  assert.equal(await getsPaper(), false)
  const page = (await agent.get(customer())).text
  assert.match(wordsOf(page), /Papers Online alone/)
  // Who only looks is offered nothing, and may nothing.
  assert.doesNotMatch(wordsOf((await auditor.get(customer())).text), /Papers by mail again/)
  const sneaky = hiddenOf((await auditor.get('/customers')).text)
  assert.equal((await auditor.post(`${customer()}/paper`, sneaky)).status, 403)

  const form = hiddenOf(page)
  const press = () => agent.post(`${customer()}/paper`, form)
  for (const answer of await Promise.all([press(), press()]))
    assert.equal(answer.headers.get('location'), `${customer()}?done=paper`)
  assert.equal(await getsPaper(), true)
  const rows = await db
    .selectFrom('obligor_change')
    .select(['became', 'actor_kind', 'wording', 'proof'])
    .where('kind', '=', 'paperlessChosen')
    .where('became', '=', 'mail')
    .execute()
  assert.deepEqual(
    rows.map(({ actor_kind, proof }) => [actor_kind, proof]),
    [['staff', null]],
  )
  assert.ok((await told('papersByMail')).some(({ channel }) => channel === 'email'))
  assert.match(await ownActivity(), /Papers set to come by mail by our staff, asked for on a call/)
  const profile = wordsOf((await browser.get('/profile')).text)
  assert.match(profile, /Papers wanted by mail .*By us/)
  const after = wordsOf((await agent.get(`${customer()}?done=paper`)).text)
  assert.match(after, /Papers come by mail from now on/)
  assert.match(after, /Papers By mail/)
  assert.doesNotMatch(after, /Papers by mail again/)
  // Nothing is left to take back: a late form writes nothing.
  const late = hiddenOf((await agent.get(customer())).text)
  await agent.post(`${customer()}/paper`, late)
  const { length } = await db
    .selectFrom('obligor_change')
    .select('id')
    .where('kind', '=', 'paperlessChosen')
    .execute()
  assert.equal(length, 2)
})

test('a payoff link ends for a caller as by its owner: nothing is shown, and they know who did it', async () => {
  const owner = await world.signIn('elena.marsh', ELENA)
  const dealer = await dealerWith(world.portal, await share(owner))
  assert.equal((await dealer.get('/shared')).status, 200)
  const path = `/accounts/${elena.accountId}`
  const page = (await agent.get(path)).text
  const [, action = ''] = /action="([^"]+\/links\/[^"]+\/end)"/.exec(page) ?? []
  assert.ok(action.startsWith(`${path}/links/`))
  assert.doesNotMatch((await auditor.get(path)).text, /links\/[^"]+\/end/)
  const form = hiddenOf(page)
  for (const answer of await Promise.all([agent.post(action, form), agent.post(action, form)]))
    assert.equal(answer.headers.get('location'), `${path}?done=linkEnded`)
  const gone = wordsOf((await dealer.get('/shared')).text)
  assert.doesNotMatch(gone, /per day|payoff amount/i)
  assert.match(wordsOf((await agent.get(path)).text), /Ended here for a caller/)
  const links = wordsOf((await owner.browser.get(`${owner.base}/payoff/links`)).text)
  assert.match(links, /Ended by us, as asked on a call/)
  assert.match(await ownActivity(), /withdrawn by our staff, asked for on a call/)
  assert.equal((await told('payoffLinkEnded')).length, 1)
  const audit = await readAccountAudit(world.book.ctx.db, elena.accountId)
  const ended = audit.filter((line) => line.action === 'payoff link ended')
  assert.deepEqual(
    ended.map(({ actor }) => actor.kind),
    ['staff'],
  )
  const other = `${path}/links/${randomUUID()}/end`
  assert.equal((await agent.post(other, form)).status, 404)
  const problem = (found: unknown) => assert.fail(JSON.stringify(found))
  await verifyAudit(world.book.ctx, { problem, progress: () => undefined })
})
