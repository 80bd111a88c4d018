// Pages in a language in which every sentence is marked: what is not marked was typed in place.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LeaseContract } from '#src/domain/contract/lease.ts'
import { words } from '#src/words/words.ts'
import { type CrawledPage, crawl } from '#test/support/crawl.ts'
import { markSentences, unmarked } from '#test/support/dictionary.ts'
import { tokenOf } from '#test/support/pages.ts'
import { type Answer, Browser } from '#test/support/portal.ts'
import { type ServedPortal, servePortal } from '#test/support/served-portal.ts'

let portal: ServedPortal
before(async () => {
  portal = await servePortal([
    '1048264417',
    '1048264433',
    '1048264441',
    '1048264490',
    '1048264508',
    '1048264516',
    '1048264524',
    '1048264532',
  ])
  markSentences(words('en'))
})
after(() => portal.close())

test('before sign-in nothing is typed in place', async () => {
  const visitor = new Browser(portal)
  const { pages } = await crawl(visitor, ['/', '/nowhere'], isNoPage)
  const refused = [
    await visitor.submit('/sign-in', { username: '', password: '' }),
    await visitor.submit('/sign-in', { username: 'nobody.there', password: 'x' }),
    await visitor.submit('/register', { accountNumber: '', lastFour: '', vin: '' }),
    await visitor.submit('/register', {
      accountNumber: '1',
      lastFour: '1234',
      vin: '1HGCM82633A004352',
    }),
  ]
  const forms = refused.map((answer, at) => shownAs(`refused form ${at}`, answer))
  assertMarked([...pages, ...forms])
})

for (const username of [
  'elena.marsh',
  'dana.whitlock',
  'priya.n',
  'sam.okafor',
  'hollis.vane',
  'ines.calder',
  'mira.solberg',
  'wade.torrance',
]) {
  test(`nothing is typed in place on the pages of ${username}`, async () => {
    const visitor = new Browser(portal)
    visitor.cookies.set('__Host-kt', await tokenOf(portal, username))
    const { pages } = await crawl(visitor, ['/accounts'], isNoPage)
    assertMarked([...pages, ...(await paymentPages(visitor, pages))])
  })
}

const noBank = { routingNumber: '', accountNumber: '', accountNumberAgain: '1', bankName: '' }

/** Of a payment as it is made, and of forms that come back. */
async function paymentPages(visitor: Browser, pages: readonly CrawledPage[]): Promise<Shown[]> {
  const base = pages.find(({ kind }) => kind === '/accounts/:id')?.path ?? ''
  const asked = ['/payments/review', '/payments/new?choice=other&amount=x', '/payoff?on=x']
  const shown: Shown[] = []
  for (const place of asked) shown.push(shownAs(place, await visitor.get(base + place)))
  const bankAccount = await visitor.submit(`${base}/bank-accounts/new`, noBank)
  shown.push(shownAs('bank account refused', bankAccount))
  const review = `${base}/payments/review`
  const refused = await visitor.submit(`${base}/payments`, {}, review)
  shown.push(shownAs('review refused', refused))
  const paid = await visitor.submit(`${base}/payments`, { agreed: 'yes' }, review)
  const payment = paid.headers.get('location')
  if (payment === null) return shown
  for (const path of [payment, `${payment}/cancellation`, `${base}/payments`, base])
    shown.push(shownAs(path, await visitor.get(path)))
  return shown
}

/** Another language, and files: the name of one travels in a header, and a PDF has letters alone. */
function isNoPage(path: string): boolean {
  return (
    path.startsWith('/language') ||
    path.includes('format=csv') ||
    path === '/profile/paperless/sample' ||
    path.startsWith('/privacy/notice/')
  )
}

type Shown = Pick<CrawledPage, 'path' | 'status' | 'html'>

function shownAs(path: string, { status, text }: Answer): Shown {
  return { path, status, html: text }
}

function assertMarked(pages: readonly Shown[]): void {
  for (const { path, status, html } of pages) {
    assert.ok([200, 303, 404, 422].includes(status), `${path} answers ${status}`)
    assert.ok(html === '' || html.includes('⟦'), path)
  }
  const found = pages.flatMap(({ path, html }) =>
    textsOf(html)
      .map((text) => unmarked(text))
      .filter((text) => isWords(text))
      .map((text) => `${path}: "${text.trim()}"`),
  )
  const different = new Map(found.map((line) => [line.replace(/^[^"]*/, ''), line]))
  assert.deepEqual([...different.values()], [])
}

/** A masked number within a sentence: dots for the eye, words for the ear. */
const masked =
  /<span aria-hidden="true">(••\w{4})<\/span><span class="k-visually-hidden">⟦[^⟧]*⟧<\/span>/g

/** What is read on a page or by a screen reader. */
function textsOf(html: string): string[] {
  const body = html
    .replace(/<(style|script)\b.*?<\/\1>/gs, '')
    .replace(masked, '$1')
    .replace(/<span class="k-long-code">[^<]*<\/span>/g, '')
  const attributes = [
    ...body.matchAll(/\s(?:aria-label|alt|placeholder|title|content)="([^"]*)"/g),
  ].map(([, text = '']) => text)
  const texts = body.split(/<[^>]*>/)
  return [...texts, ...attributes.filter((text) => !isSetting(text))].map(decoded)
}

/** `content` of the meta elements that speak to browsers. */
function isSetting(text: string): boolean {
  return /^(width=device-width.*|light dark|light|dark)$/.test(text)
}

function decoded(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}

const days = 'Mon|Tue|Wed|Thu|Fri|Sat|Sun|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'
const months =
  'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|January|February|March|April|June|July|August' +
  '|September|October|November|December'

/** What is no sentence of ours, besides names: dates, times and codes. */
const data = [
  new RegExp(`\\b(${days}|${months})\\b`, 'g'),
  /\b\d{1,2}(:\d\d)? [ap]m ET\b/g,
  /\$\d+k\b/g,
  /\bEMF-2024-01\b/g,
]

/** Numbers of payments, quotes and requests: two letters of one may be somebody's initials. */
const codes = [
  /\bEMF-LEASE-2019-02\b/g,
  // The key of an authenticator app.
  /\b[A-Z2-7]{4}( [A-Z2-7]{4}){7}\b/g,
  /\b[A-Z0-9]{2,3}(-[A-Z0-9]{4})+\b/g,
  /\b[0-9a-f]{4}(-[0-9a-f]{4}){2}\b/g,
]

/** Taxes and charges stand as the contract names them. */
function namesIn({ paymentTaxes, signingCharges }: LeaseContract): string[] {
  return [...paymentTaxes, ...signingCharges].map(({ name }) => name)
}

function isWords(text: string): boolean {
  const { lender } = portal.config
  const names = portal.stories.flatMap(({ record, usernames }) => [
    ...record.obligors.flatMap(({ givenName, familyName }) => [
      givenName,
      familyName,
      `${givenName[0]}${familyName[0]}`,
    ]),
    ...[record.vehicle.make, record.vehicle.model, record.vehicle.vin].filter((name) => !!name),
    record.contract.lateCharge?.citation ?? '',
    ...(record.product === 'lease' ? namesIn(record.contract) : []),
    ...usernames,
  ])
  // First, for a street may hold a name.
  const streets = portal.stories.flatMap(({ record }) =>
    record.obligors.flatMap(({ address }) => Object.values(address ?? {})),
  )
  const ours = [lender.name, lender.phone, lender.fraudPhone, lender.hours.en, ...lender.address]
  const known = [...streets, ...ours, new URL(portal.origin).host, 'Example Credit Union', ...names]
  const rest = [...codes, ...known.filter((name) => name), ...data].reduce<string>(
    (left, part) => left.replaceAll(part ?? '', ''),
    text,
  )
  return /\p{L}{2,}/u.test(rest)
}
