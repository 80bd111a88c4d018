// Everything about a person in one ZIP: whole, theirs alone, noted in their activity (complaint 23).
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { insertAccountMessage } from '#src/store/accounts/account-messages.ts'
import { newTestId } from '#test/support/database.ts'
import { assertIsOfx } from '#test/support/ofx-schema.ts'
import { hiddenOf } from '#test/support/portal.ts'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'
import { zipEntries } from '#test/support/zip-entries.ts'

const [ELENA, RUTH] = ['1048264417', '1048264458'] as const

let world: SignedInPortal
before(async () => {
  world = await openSignedIn([ELENA, RUTH])
})
after(() => world.close())

async function archiveOf({ browser, base }: SignedIn): Promise<Map<string, Buffer>> {
  const path = `${base}/data/everything`
  const fields = hiddenOf((await browser.get(path)).text)
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await world.portal.request(path, {
    method: 'POST',
    headers: {
      cookie,
      'content-type': 'application/x-www-form-urlencoded',
      origin: world.portal.config.portalOrigin,
      'sec-fetch-site': 'same-origin',
    },
    body: new URLSearchParams(fields).toString(),
  })
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('content-type'), 'application/zip')
  return zipEntries(Buffer.from(await answer.arrayBuffer()))
}

function textIn(entries: ReadonlyMap<string, Buffer>): string {
  return [...entries]
    .filter(([name]) => /\.(json|html)$/.test(name))
    .map(([, bytes]) => bytes.toString('utf8'))
    .join('\n')
}

const jsonIn = (entries: ReadonlyMap<string, Buffer>, name: string) =>
  JSON.parse(entries.get(name)?.toString('utf8') ?? 'null')

test('profile, sign-ins, payments, messages, ledger and every paper, with a page to begin with', async () => {
  const elena = await world.signIn('elena.marsh', ELENA)
  const { browser, base } = elena
  const letter = await browser.submit(
    `${base}/payoff/letter`,
    { on: '2026-12-04' },
    `${base}/payoff?on=2026-12-04`,
  )
  const made = new URL(letter.headers.get('location') ?? '', 'http://x').searchParams.get('made')
  const { accountId, obligorId } = await world.book.ownerOf(ELENA)
  const parameters = { amount: 51_234, confirmation: 'KT-1' }
  const told = { accountId, obligorId, template: 'paymentCanceled', parameters }
  const sent = { ...told, id: newTestId(), sentAt: '2026-11-20T15:00:00.000Z' }
  await world.book.ctx.db.transaction().execute((tx) => insertAccountMessage(tx, sent))
  const entries = await archiveOf(elena)
  const folder = '1-loan-4417/'
  const papers = [...entries.keys()].filter((name) => name.endsWith('.pdf'))
  assert.ok(papers.includes(`${folder}papers/payoff-letter-2026-12-04-4417.pdf`), papers.join())
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const own = await world.portal.request(`${base}/documents/${made}`, { headers: { cookie } })
  const [pdf] = papers.filter((name) => name.includes('payoff-letter'))
  assert.deepEqual(entries.get(pdf ?? ''), Buffer.from(await own.arrayBuffer()))

  const you = jsonIn(entries, 'you.json')
  assert.equal(you.username, 'elena.marsh')
  assert.ok(you.sessions.length > 0 && you.contacts.length > 0)
  assert.equal(you.activity[0].action, 'dataExported')
  const account = jsonIn(entries, `${folder}account.json`)
  assert.equal(account.you.givenName, 'Elena')
  assert.equal(account.messages[0].kind, 'paymentCanceled')
  assert.ok(account.messages[0].title.length > 3)
  assert.ok(account.paidFrom.length > 0, 'what is paid from')
  const activity = jsonIn(entries, `${folder}activity.json`)
  const asJson = JSON.parse((await browser.get(`${base}/activity?format=json`)).text)
  assert.deepEqual(activity, asJson)
  const ledger = JSON.parse((await browser.get(`${base}/data/ledger`)).text)
  assert.deepEqual(jsonIn(entries, `${folder}ledger.json`), ledger)

  const ofx = entries.get(`${folder}activity.ofx`)?.toString('utf8') ?? ''
  assertIsOfx(ofx)
  assert.equal(ofx, (await browser.get(`${base}/activity?format=ofx`)).text)
  const index = entries.get('index.html')?.toString('utf8') ?? ''
  for (const name of ['you.json', `${folder}account.json`, `${folder}ledger.json`])
    assert.ok(index.includes(`href="${name}"`), name)
  assert.doesNotMatch(index, /https?:\/\/|<script/)
  const lines = wordsOf((await browser.get('/security')).text)
  assert.match(lines, /Copy of all own data downloaded/)
})

test('nothing of the co-borrower is in it but what the portal shows of a payment', async () => {
  const ben = await world.signIn('ben.calloway', RUTH)
  const ruth = await world.signIn('ruth.calloway', RUTH)
  await ruth.browser.submit(
    `${ruth.base}/payments`,
    { agreed: 'yes' },
    `${ruth.base}/payments/review`,
  )
  const list = (await ruth.browser.get(`${ruth.base}/bank-accounts`)).text
  const bank = new RegExp(`${ruth.base}/bank-accounts/[0-9a-f-]{36}`).exec(list)?.[0] ?? ''
  const named = await ruth.browser.submit(
    `${bank}/name`,
    { nickname: 'Ruth’s nest egg', bankName: 'Example Credit Union' },
    bank,
  )
  assert.equal(named.status, 303)
  const hers = await archiveOf(ruth)
  const his = await archiveOf(ben)
  const [folder] = [...his.keys()].filter((name) => name.endsWith('account.json'))
  assert.ok(folder)
  const account = jsonIn(his, folder)
  assert.equal(account.you.givenName, 'Ben')
  const theirs = account.payments.filter((each: { by: string }) => each.by === 'co-borrower')
  assert.ok(theirs.length > 0)
  for (const payment of theirs) assert.equal(payment.from, null)
  assert.ok(textIn(hers).includes('Ruth’s nest egg'))
  const text = textIn(his)
  assert.ok(!text.includes('nest egg'))
  assert.ok(!text.includes('ruth.calloway'))
})

test('whoever asks long after signing in confirms first, and nothing is sent', async () => {
  const elena = await world.signIn('elena.marsh', ELENA)
  const path = `${elena.base}/data/everything`
  const fields = hiddenOf((await elena.browser.get(path)).text)
  world.clock.pass(6 * 60)
  for (const answer of [await elena.browser.get(path), await elena.browser.post(path, fields)]) {
    assert.equal(answer.status, 303)
    assert.match(answer.headers.get('location') ?? '', /^\/confirm\?next=/)
  }
})

test('nobody gets it through the address of another', async () => {
  const ruth = await world.signIn('ruth.calloway', RUTH)
  const elena = await world.signIn('elena.marsh', ELENA)
  assert.equal((await ruth.browser.get(`${elena.base}/data/everything`)).status, 404)
})
