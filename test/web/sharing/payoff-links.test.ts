import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { redacted } from '#src/redaction.ts'
import { verifyAudit } from '#src/servicing/audit/verify-audit.ts'
import { VISIT_MINUTES } from '#src/servicing/sharing/code-typed.ts'
import { readPayoffLinks } from '#src/store/sharing/payoff-links.ts'
import { Browser } from '#test/support/portal.ts'
import { dealerWith, share, sharedIn } from '#test/support/shared-payoff.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const PAIR = '1048264458'

let world: SignedInPortal
before(async () => {
  world = await openSignedIn([ELENA, PAIR])
})
after(() => world.close())

const elena = () => world.signIn('elena.marsh', ELENA)

test('a dealer sees the owner’s figure of the day and where money goes, and nothing of the owner', async () => {
  const owner = await elena()
  const shared = await share(owner)
  const dealer = await dealerWith(world.portal, shared)
  const answer = await dealer.get('/shared?on=2026-12-04')
  assert.equal(answer.status, 200)
  const seen = wordsOf(answer.text)
  const own = wordsOf((await owner.browser.get(`${owner.base}/payoff?on=2026-12-04`)).text)
  const [, cleared = ''] = /Cleared money only (\$[\d,.]+)/.exec(own) ?? []
  const [, counted = ''] = /Friday, December 4 (\$[\d,.]+)/.exec(own) ?? []
  const [, quote = ''] = /(PQ-\w{4}-\w{4})/.exec(own) ?? []
  assert.match(cleared, /^\$14,7/)
  assert.ok(seen.includes(`Closes the loan on Friday, December 4, 2026 ${cleared}`), seen)
  assert.ok(seen.includes(`If nothing is taken back, ${counted} closes the loan`), seen)
  assert.ok(seen.includes(quote))
  assert.match(seen, /Routing number 044999999/)
  assert.match(seen, /holds the lien/)
  assert.match(seen, /VIN ending/)
  const whole = `${answer.text} ${(await dealer.get('/shared')).text}`
  assert.doesNotMatch(whole, /Elena|Marsh|Alder|4417|elena/)
  assert.doesNotMatch(whole, new RegExp(shared.secret))
  assert.equal(answer.headers.get('x-robots-tag'), 'noindex, nofollow, noarchive')
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  const hosts = [...whole.matchAll(/(?:src|href|action)="(?:https?:)?\/\/([^/"]+)/g)]
  assert.deepEqual(hosts, [])
})

test('each opening stands in the activity of the owner, with whom it was given to and from where', async () => {
  const owner = await elena()
  const shared = await share(owner, 'Cove Insurance')
  await dealerWith(world.portal, shared, { address: '203.0.113.77' })
  const links = wordsOf((await owner.browser.get(`${owner.base}/payoff/links`)).text)
  assert.match(links, /Cove Insurance Works/)
  assert.match(links, /from 203\.0\.113\.77/)
  const activity = wordsOf((await owner.browser.get('/security')).text)
  assert.match(activity, /Shared payoff opened by the one you gave it to/)
  assert.match(activity, /203\.0\.113\.77/)
  const { accountId } = await world.book.ownerOf(ELENA)
  const told = await world.book.ctx.db
    .selectFrom('outbox')
    .select(['template', 'parameters'])
    .where('account_id', '=', accountId)
    .where('template', 'like', 'payoffLink%')
    .execute()
  assert.ok(told.some(({ template }) => template === 'payoffLinkOpened'))
  const broken: unknown[] = []
  const tell = { problem: (found: unknown) => broken.push(found), progress: () => undefined }
  await verifyAudit(world.book.ctx, tell)
  assert.deepEqual(broken, [])
})

test('guessed codes: five in a row lock the link for good, and the right one opens nothing then', async () => {
  const owner = await elena()
  const shared = await share(owner, 'Guessed Motors')
  const guesser = await dealerWith(world.portal, shared, {
    code: 'not yet',
    address: '198.51.100.31',
  })
  const wrong = shared.code.replace(/.$/, (last) => (last === '7' ? '8' : '7'))
  for (const left of [4, 3, 2]) {
    const answer = await guesser.submit('/shared/code', { code: wrong }, '/shared')
    assert.equal(answer.status, 422)
    assert.match(wordsOf(answer.text), new RegExp(`${left} tries are left`))
    assert.ok(!answer.text.includes(wrong))
  }
  const fourth = await guesser.submit('/shared/code', { code: wrong }, '/shared')
  assert.match(wordsOf(fourth.text), /One more wrong one locks the link/)
  const last = await guesser.submit('/shared/code', { code: wrong }, '/shared')
  assert.equal(last.status, 404)
  const opened = await dealerWith(world.portal, shared, { code: 'not yet' })
  const right = await opened.post('/shared/code', { code: shared.code })
  assert.notEqual(right.status, 200)
  assert.equal((await opened.get('/shared')).status, 404)
  const links = wordsOf((await owner.browser.get(`${owner.base}/payoff/links`)).text)
  assert.match(links, /Guessed Motors Locked: five wrong codes in a row/)
})

test('a right code forgives the wrong ones before it', async () => {
  const shared = await share(await elena(), 'Slow Fingers')
  const dealer = await dealerWith(world.portal, shared, { code: 'not yet' })
  for (let round = 0; round < 2; round += 1) {
    for (let time = 0; time < 4; time += 1)
      await dealer.submit('/shared/code', { code: '00000000' }, '/shared')
    const opened = await dealerWith(world.portal, shared, { address: `203.0.113.4${round}` })
    assert.equal((await opened.get('/shared')).status, 200)
  }
})

test('a network that guesses at codes waits, whichever the link', async () => {
  const owner = await world.signIn('ruth.calloway', PAIR)
  const statuses: number[] = []
  let words = ''
  for (const name of ['One', 'Two', 'Three']) {
    const shared = await share(owner, name)
    const dealer = await dealerWith(world.portal, shared, {
      code: 'not yet',
      address: '198.51.100.40',
    })
    for (let time = 0; time < 4; time += 1) {
      const answer = await dealer.submit('/shared/code', { code: '00000000' }, '/shared')
      statuses.push(answer.status)
      words = wordsOf(answer.text)
    }
  }
  assert.ok(statuses.every((status) => status === 422))
  assert.match(words, /Wait|wait/)
  assert.doesNotMatch(words, /tries are left/)
})

test('fifty wrong codes at the same moment are five tries, wherever they come from', async () => {
  const shared = await share(await elena(), 'Racing Cars')
  const dealer = await dealerWith(world.portal, shared, { code: 'not yet' })
  const form = (await dealer.get('/shared')).text
  const [, token = ''] = /name="token" value="([^"]*)"/.exec(form) ?? []
  await world.book.ctx.db.deleteFrom('attempt_budget').execute()
  const tries = Array.from({ length: 50 }, (_, at) => {
    const from = new Browser(world.portal, `203.0.113.${100 + at}`)
    for (const [name, value] of dealer.cookies) from.cookies.set(name, value)
    return from.post('/shared/code', { token, code: '00000001' })
  })
  const answers = await Promise.all(tries)
  assert.equal(answers.filter(({ status }) => status === 422).length, 4)
  assert.equal(answers.filter(({ status }) => status === 404).length, 46)
})

test('revoked, it shows nothing from that moment on, whoever has it open', async () => {
  const owner = await elena()
  const shared = await share(owner, 'Revoked Motors')
  const dealer = await dealerWith(world.portal, shared)
  assert.equal((await dealer.get('/shared')).status, 200)
  const { accountId } = await world.book.ownerOf(ELENA)
  const all = await readPayoffLinks(world.book.ctx.db, { accountId, limit: 50 })
  const link = all.find(({ givenTo }) => givenTo === 'Revoked Motors')
  const path = `${owner.base}/payoff/links`
  for (let time = 0; time < 2; time += 1) {
    const ended = await owner.browser.submit(`${path}/${link?.id}/end`, {}, path)
    assert.equal(ended.status, 303)
  }
  const answer = await dealer.get('/shared')
  assert.equal(answer.status, 404)
  assert.doesNotMatch(answer.text, /Closes the loan/)
})

test('an altered address and one that leads nowhere are answered alike', async () => {
  const shared = await share(await elena(), 'Altered Motors')
  const altered = shared.secret.replace(/.$/, (last) => (last === '7' ? '8' : '7'))
  const known = new Browser(world.portal)
  assert.equal((await known.get(`/shared/${altered}`)).status, 303)
  const answer = await known.get('/shared')
  assert.equal(answer.status, 404)
  assert.match(wordsOf(answer.text), /This link is not open/)
  const short = await new Browser(world.portal).get('/shared/1234')
  assert.equal(short.status, 404)
  assert.equal((await new Browser(world.portal).get('/shared')).status, 404)
})

test('the same form sent twice is one link, and shows the same address and code', async () => {
  const owner = await world.signIn('ruth.calloway', PAIR)
  const path = `${owner.base}/payoff/links`
  const { accountId } = await world.book.ownerOf(PAIR)
  const count = async () =>
    (await readPayoffLinks(world.book.ctx.db, { accountId, limit: 50 })).length
  const before = await count()
  const page = (await owner.browser.get(path)).text
  const hidden = Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="(token|key)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name, value],
    ),
  )
  const fields = { ...hidden, kind: 'insurer', givenTo: 'Twice', days: '3' }
  const answers = await Promise.all([
    owner.browser.post(path, fields),
    owner.browser.post(path, fields),
  ])
  const [one, two] = answers.map(({ text }) => sharedIn(text))
  assert.deepEqual(one, two)
  assert.equal(await count(), before + 1)
})

test('what is missing is named, what was typed stays; six links are one too many', async () => {
  const owner = await elena()
  const path = `${owner.base}/payoff/links`
  const { accountId } = await world.book.ownerOf(ELENA)
  await world.book.ctx.db
    .updateTable('payoff_link')
    .set({ ended_at: world.clock.now(), ended_why: 'revoked' })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
  const empty = await owner.browser.submit(path, { kind: 'insurer', givenTo: '', days: '400' })
  assert.equal(empty.status, 422)
  const said = wordsOf(empty.text)
  assert.match(said, /Type their name/)
  assert.match(said, /Choose how long the link works/)
  assert.match(empty.text, /value="insurer" checked/)
  for (let made = 0; made < 5; made += 1) await share(owner, `Number ${made}`)
  const sixth = await owner.browser.submit(path, { kind: 'dealer', givenTo: 'Six', days: '7' })
  assert.equal(sixth.status, 422)
  assert.match(wordsOf(sixth.text), /You have 5 links that work/)
})

test('the co-borrower sees no link of the other, and ends none', async () => {
  const owner = await world.signIn('ruth.calloway', PAIR)
  const { accountId } = await world.book.ownerOf(PAIR)
  const [link] = await readPayoffLinks(world.book.ctx.db, { accountId, limit: 1 })
  const co = await world.signIn('samuel.calloway', PAIR).catch(() => null)
  if (co) {
    const page = await co.browser.get(`${co.base}/payoff/links`)
    assert.match(wordsOf(page.text), /You have shared nothing/)
  }
  const path = `${owner.base}/payoff/links`
  const stranger = await elena()
  const other = await stranger.browser.submit(
    `${path}/${link?.id}/end`,
    {},
    `${stranger.base}/payoff/links`,
  )
  assert.equal(other.status, 404)
})

test('after half an hour the code is asked for again; after its days the link is over', async () => {
  const shared = await share(await elena().then(freed), 'Expiring Motors')
  const dealer = await dealerWith(world.portal, shared)
  world.clock.pass(VISIT_MINUTES * 60 + 1)
  const again = await dealer.get('/shared')
  assert.match(wordsOf(again.text), /Eight digits, told by voice/)
  world.clock.pass(7 * 24 * 3600)
  const over = await dealer.get('/shared')
  assert.equal(over.status, 404)
  assert.match(wordsOf(over.text), /It has expired/)
})

async function freed<T>(owner: T): Promise<T> {
  const end = { ended_at: world.clock.now(), ended_why: 'revoked' } as const
  await world.book.ctx.db
    .updateTable('payoff_link')
    .set(end)
    .where('ended_at', 'is', null)
    .execute()
  return owner
}

test('making a link asks once more who one is', async () => {
  const owner = await elena()
  world.clock.pass(301)
  const path = `${owner.base}/payoff/links`
  const fields = { kind: 'dealer', givenTo: 'Later', days: '7' }
  const answer = await owner.browser.submit(path, fields)
  assert.equal(answer.status, 303)
  assert.match(answer.headers.get('location') ?? '', /^\/confirm\?next=%2Fheld-form/)
})

test('neither the address nor the code stands in a log or in the database', async () => {
  const shared = await share(await elena().then(freed), 'Logged Motors')
  await dealerWith(world.portal, shared)
  const lines = JSON.stringify(world.portal.lines)
  assert.ok(!lines.includes(shared.secret) && !lines.includes(shared.code))
  const line = redacted({ path: shared.path, code: shared.code })
  assert.deepEqual(line, { path: '/shared/[token]', code: '[hidden]' })
  for (const table of [
    'payoff_link',
    'directory',
    'account_audit',
    'access_audit',
    'outbox',
  ] as const) {
    const rows = JSON.stringify(await world.book.ctx.db.selectFrom(table).selectAll().execute())
    assert.ok(!rows.includes(shared.secret) && !rows.includes(shared.code), table)
  }
})

test('“this was not me” ends every link: who was in may have made one', async () => {
  const owner = await elena().then(freed)
  const shared = await share(owner, 'Thief Motors')
  const dealer = await dealerWith(world.portal, shared)
  const [, line = ''] = /not-me\?line=(\d+)/.exec((await owner.browser.get('/security')).text) ?? []
  const form = `/security/not-me?line=${line}`
  const told = await owner.browser.submit('/security/not-me', { line }, form)
  assert.ok([200, 303].includes(told.status))
  assert.equal((await dealer.get('/shared')).status, 404)
})
