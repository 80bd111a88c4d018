import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { letterCodeOf } from '#src/web/documents/letter-code.ts'
import { Browser } from '#test/support/portal.ts'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'

const ELENA = '1048264417'

let world: SignedInPortal
let elena: SignedIn
before(async () => {
  world = await openSignedIn([ELENA])
  elena = await world.signIn('elena.marsh', ELENA)
})
after(() => world.close())

/** Asks for the letter of a day; the path of its paper. */
async function letterOf(on: string): Promise<string> {
  const { browser, base } = elena
  const answer = await browser.submit(`${base}/payoff/letter`, { on }, `${base}/payoff?on=${on}`)
  assert.equal(answer.status, 303)
  const made = new URL(answer.headers.get('location') ?? '', 'http://portal')
  assert.equal(made.pathname, `${base}/documents`)
  return `${made.pathname}/${made.searchParams.get('made')}`
}

async function textOf(path: string): Promise<string> {
  const answer = await world.portal.request(path, {
    headers: { cookie: [...elena.browser.cookies].map(([k, v]) => `${k}=${v}`).join('; ') },
  })
  assert.equal(answer.headers.get('content-type'), 'application/pdf')
  const data = new Uint8Array(await answer.arrayBuffer())
  const pdf = await getDocument({ data, verbosity: 0 }).promise
  assert.equal(pdf.numPages, 1)
  const page = await pdf.getPage(1)
  const { items } = await page.getTextContent()
  return items
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replace(/\s+/g, ' ')
}

test('the letter says what the page says: cleared money apart, every day, and a code', async () => {
  const path = await letterOf('2026-12-04')
  const text = await textOf(path)
  const screen = wordsOf((await elena.browser.get(`${elena.base}/payoff?on=2026-12-04`)).text)
  const [, cleared = ''] = /Cleared money only (\$[\d,.]+)/.exec(screen) ?? []
  const [, counted = ''] = /Friday, December 4 (\$[\d,.]+)/.exec(screen) ?? []
  assert.match(cleared, /^\$14,7/)
  assert.ok(text.includes(`To close this loan on Friday, December 4, 2026 ${cleared}`), text)
  assert.ok(text.includes(`the amount becomes ${counted}`), text)
  assert.match(text, /Letter code [0-9A-Z]{4}(-[0-9A-Z]{4}){3}/)
  assert.match(text, /Elena Marsh/)
  const perDiem = (amount: string) => new RegExp(`Each day adds \\$${amount} of interest`)
  assert.match(text, perDiem('2\\.203367'))
})

test('each day without the money that may still come back: the first is the total', async () => {
  const text = await textOf(await letterOf('2026-12-04'))
  const rows = [...text.matchAll(/(Dec \d+), 2026 (?:\(online only\) )?(\$[\d,.]+) (\$[\d,.]+)/g)]
  assert.equal(rows.length, 11)
  assert.equal(rows[0]?.[2], /To close this loan on [^$]*(\$[\d,.]+)/.exec(text)?.[1])
  assert.equal(rows[0]?.[3], /the amount becomes (\$[\d,]+\.\d\d)/.exec(text)?.[1])
  for (const [, day, cleared, counted] of rows) assert.notEqual(cleared, counted, day)
})

test('asked for twice it is one paper; the documents page lists it', async () => {
  const path = await letterOf('2026-12-04')
  assert.equal(await letterOf('2026-12-04'), path)
  const list = await elena.browser.get(`${elena.base}/documents`)
  assert.equal(list.text.split(`${path}"`).length, 2)
  assert.match(wordsOf(list.text), /Payoff letter To close the loan on December 4, 2026: \$14,7/)
})

test('anybody who holds the code sees the amount and where money goes, and no name', async () => {
  const text = await textOf(await letterOf('2026-12-04'))
  const [, code = ''] = /Letter code ([0-9A-Z-]{19})/.exec(text) ?? []
  const stranger = new Browser(world.portal)
  const shown = await stranger.get(`/check?code=${code.toLowerCase().replaceAll('-', ' ')}`)
  assert.equal(shown.status, 200)
  const page = wordsOf(shown.text)
  assert.match(page, /Genuine\./)
  assert.match(page, /Routing number 044999999/)
  assert.doesNotMatch(page, /Marsh|Larkfield|4417/)
  const altered = code.replace(/.$/, (last) => (last === '7' ? '8' : '7'))
  const unknown = await stranger.get(`/check?code=${altered}`)
  assert.equal(unknown.status, 404)
  assert.match(wordsOf(unknown.text), /do not send money/)
  const wrong = await stranger.get('/check?code=12345')
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /value="12345"/)
})

test('a code is read however it was typed or copied', () => {
  const code = '7K4M-2D91-0ABC-DEFG'
  for (const typed of [
    '7k4m2d910abcdefg',
    ' 7K4M 2D91 0ABC DEFG ',
    '7K4M\u20102D91\u20110ABC\u2013DEFG',
    '7K4M-2D9I-OABC-DEFG',
    '7k4m-2d9l-oabc-defg',
    '７Ｋ４Ｍ-2D91-0ABC-DEFG\u200b',
    '\ufeff7K4M-2D91\u00ad-0ABC-DEFG\u202c',
  ])
    assert.equal(letterCodeOf(typed), code, JSON.stringify(typed))
  for (const typed of ['', '7K4M-2D91-0ABC-DEF', '7K4M-2D91-0ABC-DEFGH', 'UUUU-2D91-0ABC-DEFG'])
    assert.equal(letterCodeOf(typed), null, typed)
})

test('codes that are guessed make their sender wait', async () => {
  const guesser = new Browser(world.portal, '198.51.100.9')
  const guess = (at: number) =>
    guesser.get(`/check?code=${at.toString(16).toUpperCase().padStart(16, '0')}`)
  const answers = []
  for (let at = 0; at < 25; at += 1) answers.push((await guess(at)).status)
  assert.equal(answers.filter((status) => status === 404).length, 20)
  assert.equal(answers.at(-1), 422)
})

test('a payment after the letter: the check says that it was replaced', async () => {
  const text = await textOf(await letterOf('2026-12-07'))
  const [, code = ''] = /Letter code ([0-9A-Z-]{19})/.exec(text) ?? []
  const quote = /Quote (PQ-\w{4}-\w{4})/.exec(text)?.[1] ?? ''
  await world.book.ctx.db
    .updateTable('payoff_quote')
    .set({ state: 'superseded' })
    .where('number', '=', quote)
    .execute()
  const shown = wordsOf((await new Browser(world.portal).get(`/check?code=${code}`)).text)
  assert.match(shown, /Replaced: the amount has changed/)
  assert.doesNotMatch(shown, /Routing number/)
})
