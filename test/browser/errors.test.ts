// Pages for what cannot be shown: they help, and give nothing away.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { markupProblems } from '#test/support/page-checks.ts'
import { tokenOf } from '#test/support/pages.ts'
import { Browser } from '#test/support/portal.ts'
import { type ServedPortal, servePortal } from '#test/support/served-portal.ts'

let portal: ServedPortal
before(async () => {
  portal = await servePortal(['1048264417', '1048264425'])
})
after(() => portal.close())

test('an address that does not exist: why, what next, whom to call', async () => {
  const visitor = new Browser(portal)
  for (const path of ['/nowhere', '/assets/none.css', '/%zz', '/.env', '/sign-in/x']) {
    const { status, text } = await visitor.get(path)
    assert.equal(status, 404, path)
    assert.match(text, /<h1[^>]*>There is no page here<\/h1>/)
    assert.match(text, /href="\/help"/)
    assert.ok(text.includes(portal.config.lender.phone))
    assert.deepEqual(await markupProblems(text), [])
  }
})

test("somebody else's account cannot be told from one that does not exist", async () => {
  const [elena, marcus] = await Promise.all([signedIn('elena.marsh'), signedIn('marcus.odell')])
  const theirs = (await marcus.get('/accounts')).headers.get('location') ?? ''
  assert.equal((await marcus.get(theirs)).status, 200)
  const nobodys = theirs.replace(/[0-9a-f]{12}$/, '0123456789ab')
  for (const place of ['', '/payoff', '/activity', '/payments/new', '/terms', '/messages']) {
    const [one, other] = [await elena.get(theirs + place), await elena.get(nobodys + place)]
    assert.equal(one.status, 404)
    assert.equal(plain(one.text), plain(other.text))
  }
  const sent = await elena.submit(`${theirs}/payments`, { agreed: 'yes' }, '/preferences')
  assert.equal(sent.status, 404)
  assert.equal((await portal.db.selectFrom('payment').selectAll().execute()).length, 0)
})

test('what fails on our side: a reference the log knows, no trace of the program', async () => {
  const broken = new Proxy(portal.db, {
    get: () => {
      throw new Error('connect ECONNREFUSED 10.1.2.3:5432 secret_table')
    },
  })
  portal.takeLog()
  const answer = await portal.webWith({ db: broken }).request('/sign-in')
  const html = await answer.text()
  assert.equal(answer.status, 500)
  assert.match(html, /Something went wrong on our side/)
  assert.doesNotMatch(
    html,
    /ECONNREFUSED|secret_table|10\.1\.2\.3|node_modules|\.ts\b|\bat [\w.]+ \(/,
  )
  const reference = html.match(/<span class="k-code">([^<]+)<\/span>/)?.[1]
  assert.ok(reference)
  const [line] = portal.takeLog()
  assert.ok(line)
  assert.equal(line.level, 'error')
  const { requestId } = line.details as { requestId: string }
  assert.ok(requestId.endsWith(reference.replaceAll('-', '')))
  assert.equal(answer.headers.get('request-id'), requestId)
  assert.deepEqual(await markupProblems(html), [])
})

async function signedIn(username: string): Promise<Browser> {
  const visitor = new Browser(portal)
  visitor.cookies.set('__Host-kt', await tokenOf(portal, username))
  return visitor
}

const isNew = [
  /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
  /nonce="[^"]*"/g,
  /value="[^"]*"/g,
  /<span class="k-code">[0-9a-f-]+<\/span>/g,
]

/** Without what is new for every request, and the address itself. */
function plain(html: string): string {
  return isNew.reduce((rest, part) => rest.replace(part, ''), html)
}
