// What holds for every answer, page and field of the portal, and of the desk.
import assert from 'node:assert/strict'
import { request } from 'node:http'
import { after, test } from 'node:test'
import { listen } from '#src/listen.ts'
import { openDesk } from '#test/support/desk.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { Browser, hiddenOf } from '#test/support/portal.ts'
import { openSignedIn } from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const world = await openSignedIn([ELENA])
const { portal } = world
after(() => world.close())

const elena = await world.signIn('elena.marsh', ELENA)
const PAGES = ['', '/activity', '/payoff', '/terms', '/messages', '/payments/new'].map(
  (page) => `${elena.base}${page}`,
)

test('every answer says of what kind it is, and in which characters its text is written', async () => {
  const kinds: Record<string, RegExp> = {
    '/preferences': /^text\/html; charset=utf-8$/i,
    '/nowhere': /^text\/html; charset=utf-8$/i,
    [`${elena.base}/activity?format=csv`]: /^text\/csv; charset=utf-8$/i,
    [portal.assetPath]: /^text\/css; charset=utf-8$/i,
  }
  for (const page of PAGES) kinds[page] = /^text\/html; charset=utf-8$/i
  for (const [path, kind] of Object.entries(kinds))
    assert.match((await elena.browser.get(path)).headers.get('content-type') ?? '', kind, path)
})

test('every cookie is far smaller than browsers take, whatever was typed', async () => {
  const browser = new Browser(portal)
  const lines: string[] = []
  for (const path of ['/sign-in', '/language?to=es', '/register'])
    lines.push(...(await browser.get(path)).headers.getSetCookie())
  const typed = { username: 'x'.repeat(900), password: 'y'.repeat(900), remember: 'yes' }
  lines.push(...(await browser.submit('/sign-in', typed)).headers.getSetCookie())
  assert.ok(lines.length > 0)
  for (const line of lines) assert.ok(line.length < 2_000, line)
})

test('every page of an account can sign out', async () => {
  for (const path of [
    ...PAGES,
    '/security',
    '/profile',
    '/preferences',
    '/add-account',
    '/confirm',
  ]) {
    const answer = await elena.browser.get(path)
    assert.equal(answer.status, 200, path)
    assert.match(answer.text, /<form method="post" action="\/sign-out"/, path)
  }
})

test('a password is masked, and can be pasted and filled in by a program', async () => {
  const browser = new Browser(portal)
  const { text } = await browser.get('/sign-in')
  assert.match(
    text,
    /<input(?=[^>]* type="password")(?=[^>]* autocomplete="current-password")[^>]*>/,
  )
  assert.doesNotMatch(text, /onpaste|autocomplete="off"/)
})

test('of a field that is sent twice, in the body or in the address, the first one counts', async () => {
  const browser = new Browser(portal)
  const hidden = hiddenOf((await browser.get('/sign-in')).text)
  const fields = new URLSearchParams({ ...hidden, username: 'first.name', password: 'x' })
  fields.append('username', 'second.name')
  const kind = { 'content-type': 'application/x-www-form-urlencoded' }
  const own = { origin: portal.config.portalOrigin, 'sec-fetch-site': 'same-origin' }
  const init = { method: 'POST', body: fields.toString(), headers: { ...kind, ...own } }
  const answer = await browser.send('/sign-in?username=third.name', init)
  assert.match(answer.text, /value="first\.name"/)
  assert.doesNotMatch(answer.text, /second\.name|third\.name/)
})

test('the desk answers with the same transport security', async () => {
  const policy = async (answer: Response | Promise<Response>) =>
    (await answer).headers.get('strict-transport-security')
  const desk = await openDesk(world.book.database, movableClock())
  const wanted = 'max-age=63072000; includeSubDomains'
  for (const path of ['/', '/nowhere']) assert.equal(await policy(desk.request(path)), wanted)
  await desk.close()
  const { headers } = await new Browser(portal).get('/sign-in')
  assert.equal(headers.get('strict-transport-security'), wanted)
})

test('TRACE is not answered with what was sent', async () => {
  const port = 20_000 + (process.pid % 20_000)
  const running = await listen((asked) => portal.request(asked.url, asked), {
    setting: 'PORT',
    port,
  })
  const sent = {
    method: 'TRACE',
    host: 'localhost',
    port,
    path: '/sign-in',
    headers: { 'x-own': 'echo me' },
  }
  const { status, body } = await new Promise<{ status: number; body: string }>((settle, fail) => {
    const asking = request(sent, (answer) => {
      let text = ''
      answer.on('data', (chunk) => (text += chunk))
      answer.on('end', () => settle({ status: answer.statusCode ?? 0, body: text }))
    })
    asking.on('error', fail)
    asking.end()
  })
  await running.stop()
  assert.ok(status >= 400, String(status))
  assert.doesNotMatch(body, /echo me/)
})
