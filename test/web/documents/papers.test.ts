// The documents page: by year, by kind, by a word; one file, or a year of them (complaint 23).
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'
import { zipEntries } from '#test/support/zip-entries.ts'

const [ELENA, RUTH] = ['1048264417', '1048264458'] as const

let world: SignedInPortal
let elena: SignedIn
const made: string[] = []

async function ask({ browser, base }: SignedIn, path: string, typed = {}): Promise<string> {
  const answer = await browser.submit(`${base}${path}`, typed, `${base}/payoff?on=2026-12-04`)
  assert.equal(answer.status, 303)
  const id = new URL(answer.headers.get('location') ?? '', 'http://x').searchParams.get('made')
  return id ?? ''
}

before(async () => {
  world = await openSignedIn([ELENA, RUTH])
  elena = await world.signIn('elena.marsh', ELENA)
  const list = (await elena.browser.get(`${elena.base}/activity`)).text
  const links = [...list.matchAll(new RegExp(`${elena.base}/activity/([0-9a-f-]{36})`, 'g'))]
  const events = [...new Set(links.map(([, event = '']) => event))]
  // Two payments of 2026, and one of the year before.
  for (const event of [events[0], events[1], events[13]])
    made.push(await ask(elena, `/activity/${event}/receipt`))
  made.push(await ask(elena, '/payoff/letter', { on: '2026-12-04' }))
})
after(() => world.close())

async function listed(query: string): Promise<string[]> {
  const page = (await elena.browser.get(`${elena.base}/documents${query}`)).text
  const links = [...page.matchAll(new RegExp(`${elena.base}/documents/([0-9a-f-]{36})"`, 'g'))]
  return [...new Set(links.map(([, id = '']) => id))]
}

test('all of them, newest first; of a year, of a kind, with a word, or with two of these', async () => {
  assert.deepEqual(new Set(await listed('')), new Set(made))
  const [first, second, older, letter] = made
  assert.deepEqual(await listed('?year=2025'), [older])
  assert.deepEqual(await listed('?kind=payoffLetter'), [letter])
  assert.deepEqual(new Set(await listed('?kind=receipt&year=2026')), new Set([first, second]))
  assert.deepEqual(await listed('?q=250.00'), [first])
  assert.deepEqual(await listed('?q=payoff+LETTER'), [letter])
  assert.deepEqual(await listed('?q=nothing+like+this'), [])
  assert.deepEqual(new Set(await listed('?year=1999&kind=x')), new Set(made))
  const page = (await elena.browser.get(`${elena.base}/documents?q=%3Cb%3E&year=2026`)).text
  assert.match(page, /value="&lt;b>|value="&lt;b&gt;"/)
  assert.match(wordsOf(page), /No paper has that in its row/)
})

const cookieOf = ({ browser }: SignedIn) =>
  [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ')

async function fileOf(person: SignedIn, path: string) {
  const answer = await world.portal.request(path, { headers: { cookie: cookieOf(person) } })
  const bytes = Buffer.from(await answer.arrayBuffer())
  return { status: answer.status, type: answer.headers.get('content-type'), bytes }
}

test('complaint 23: a year of papers is one ZIP: each file whole, and under a name of its own', async () => {
  const { status, type, bytes } = await fileOf(elena, `${elena.base}/documents/years/2026`)
  assert.deepEqual([status, type], [200, 'application/zip'])
  const entries = zipEntries(bytes)
  assert.equal(entries.size, 3)
  assert.ok(entries.has('payoff-letter-2026-12-04-4417.pdf'), [...entries.keys()].join())
  const files = [...entries.values()].map((each) => each.toString('base64'))
  for (const id of [made[0], made[1], made[3]]) {
    const one = await fileOf(elena, `${elena.base}/documents/${id}`)
    assert.ok(files.includes(one.bytes.toString('base64')))
  }
})

test('nobody gets a paper or a year of another, or a year without papers', async () => {
  const ruth = await world.signIn('ruth.calloway', RUTH)
  for (const path of [
    `${elena.base}/documents/years/2026`,
    `${elena.base}/documents/${made[0]}`,
    `${ruth.base}/documents/${made[0]}`,
    `${ruth.base}/documents/years/2026`,
    `${ruth.base}/documents/years/x`,
  ])
    assert.equal((await fileOf(ruth, path)).status, 404, path)
})

test('bytes that are gone break off their own download alone, and stand in the log', async () => {
  const files = world.portal.papers?.files
  assert.ok(files)
  const { get } = files
  let reads = 0
  Object.assign(files, {
    get: (digest: Uint8Array) => {
      reads += 1
      return reads === 2 ? Promise.reject(new Error('the file is gone')) : get(digest)
    },
  })
  try {
    await assert.rejects(fileOf(elena, `${elena.base}/documents/years/2026`), /file is gone/)
  } finally {
    Object.assign(files, { get })
  }
  const logged = world.portal.lines.filter(({ level }) => level === 'error')
  assert.deepEqual(
    logged.map(({ message }) => message),
    ['download broken off'],
  )
  const again = await fileOf(elena, `${elena.base}/documents/years/2026`)
  assert.equal(zipEntries(again.bytes).size, 3)
})
