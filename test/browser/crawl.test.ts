// Every link of the site, as each person of the demo and as nobody.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { anchorsOf, type CrawledPage, crawl } from '#test/support/crawl.ts'
import { markupProblems } from '#test/support/page-checks.ts'
import { tokenOf } from '#test/support/pages.ts'
import { Browser } from '#test/support/portal.ts'
import { type ServedPortal, servePortal } from '#test/support/served-portal.ts'

let portal: ServedPortal
before(async () => {
  portal = await servePortal()
})
after(() => portal.close())

const PLACES = ['payments', 'payments/new', 'payoff', 'activity']

/** Kinds of pages whose markup was looked at and that read the same for everybody. */
const checkedForAll = new Set<string>()

test('pages that nobody has to sign in for', async () => {
  const visitor = new Browser(portal)
  const { pages, elsewhere } = await crawl(visitor, ['/', '/register/sign-in'], changesLanguage)
  await assertGood(pages)
  assert.deepEqual(elsewhere, [])
  const kinds = new Set(pages.map(({ kind }) => kind))
  for (const kind of ['/sign-in', '/register', '/help', '/help/fraud', '/privacy', '/check'])
    assert.ok(kinds.has(kind), kind)
})

test('each person reaches every page of their account and nothing of anybody else', async (t) => {
  const seen = new Set<string>()
  for (const username of portal.stories.flatMap(({ usernames }) => usernames)) {
    await t.test(username, async () => {
      const visitor = await signedIn(username)
      const { pages, elsewhere } = await crawl(visitor, ['/accounts'], changesLanguage)
      await assertGood(pages)
      assert.deepEqual(elsewhere, [])
      assertOwn(pages, username)
      assertQuiet(pages)
      for (const { kind } of pages) seen.add(kind)
    })
  }
  for (const place of [...PLACES, 'activity/:id', 'terms', 'documents', 'documents/new', 'data'])
    assert.ok(seen.has(`/accounts/:id/${place}`), place)
})

test('a payment that is set adds its own pages, for both borrowers', async () => {
  const ruth = await signedIn('ruth.calloway')
  const base = await baseOf(ruth)
  await ruth.submit(`${base}/payments`, { agreed: 'yes' }, `${base}/payments/review`)
  for (const username of ['ruth.calloway', 'ben.calloway']) {
    const { pages } = await crawl(await signedIn(username), [`${base}/payments`], changesLanguage)
    await assertGood(pages)
    assertOwn(pages, username)
    const payments = pages.filter(({ kind }) => kind.startsWith('/accounts/:id/payments/:id'))
    const one = '/accounts/:id/payments/:id'
    assert.deepEqual(
      [...new Set(payments.map(({ kind }) => kind))].sort(),
      username === 'ruth.calloway' ? [one, `${one}/cancellation`, `${one}/change`] : [one],
    )
  }
})

test('the other language is one link away and leads back', async () => {
  const elena = await signedIn('elena.marsh')
  const base = await baseOf(elena)
  const html = (await elena.get(`${base}/payoff`)).text
  const link = html.match(/href="(\/language[^"]*)"/)?.[1]?.replaceAll('&amp;', '&')
  assert.ok(link)
  const answer = await elena.get(link)
  assert.equal(answer.headers.get('location'), `${base}/payoff`)
  assert.match((await elena.get(`${base}/payoff`)).text, /<html lang="es"/)
})

async function signedIn(username: string): Promise<Browser> {
  const visitor = new Browser(portal)
  visitor.cookies.set('__Host-kt', await tokenOf(portal, username))
  return visitor
}

async function baseOf(visitor: Browser): Promise<string> {
  const base = (await visitor.get('/accounts')).headers.get('location')
  assert.ok(base)
  return base
}

/** Links that would change how every later page reads. */
function changesLanguage(path: string): boolean {
  return path.startsWith('/language')
}

/** Markup is looked at once for each kind of page. */
async function assertGood(pages: readonly CrawledPage[]): Promise<void> {
  const checked = new Set(checkedForAll)
  const problems: string[] = []
  for (const page of pages) {
    const found = problemsOf(page)
    if (page.html && !checked.has(page.kind)) found.push(...(await markupProblems(page.html)))
    if (page.html) checked.add(page.kind)
    if (!page.kind.startsWith('/accounts')) checkedForAll.add(page.kind)
    problems.push(...found.map((problem) => `${page.path}: ${problem}`))
  }
  assert.deepEqual(problems, [])
}

function problemsOf({ status, html, type }: CrawledPage): string[] {
  if (status === 303) return []
  if (status !== 200) return [`status ${status}`]
  if (html === '')
    return /^(text\/csv|application\/(pdf|json|zip))$/.test(type) ? [] : [`a file of type ${type}`]
  // What waits in a template is not on the page.
  const shown = html.replace(/<template\b[\s\S]*?<\/template>/g, '')
  const headings = shown.match(/<h1\b/g)?.length ?? 0
  const title = html.match(/<title>([^<]*)<\/title>/)?.[1] ?? ''
  return [
    ...(headings === 1 ? [] : [`${headings} headings of the first level`]),
    ...(/^\S.* · Example Motor Finance$/.test(title) ? [] : [`the title "${title}"`]),
    ...(/<html lang="(en|es)"/.test(html) ? [] : ['no language']),
    ...anchorsOf(html)
      .filter((id) => !html.includes(` id="${id}"`))
      .map((id) => `a link to #${id}, which is not there`),
  ]
}

/** No name, number or vehicle of another person, or of the other borrower of the same account. */
function assertOwn(pages: readonly CrawledPage[], username: string): void {
  const others = portal.stories.flatMap(({ record, usernames }) => {
    const people = record.obligors.filter((_, index) => usernames[index] !== username)
    const isTheirs = usernames.includes(username)
    const { vin } = record.vehicle
    const names = people.map(({ givenName }) => givenName)
    if (isTheirs) return names
    const numbers = [record.accountNumber, record.accountNumber.slice(-4)]
    const families = people.map(({ familyName }) => familyName)
    return [...names, ...families, ...numbers, ...(vin ? [vin, vin.slice(-6)] : [])]
  })
  const foreign = new RegExp(`(?<![\\w$.,-])(${others.join('|')})(?![\\w.,-]*\\w)`)
  const shown = pages.flatMap(({ path, html }) => {
    const found = html.replace(/<[^>]+>/g, ' ').match(foreign)
    return found ? [`${path}: ${found[0]}`] : []
  })
  assert.deepEqual(shown, [])
}

/** Addresses stand in histories and logs: nobody's name, number, contact or vehicle is in one. */
function assertQuiet(pages: readonly CrawledPage[]): void {
  const secrets = portal.stories.flatMap(({ record, usernames }) => [
    record.accountNumber,
    ...(record.vehicle.vin ? [record.vehicle.vin] : []),
    ...usernames,
    ...record.obligors.flatMap(({ familyName, email, phone, identityNumber }) =>
      [familyName, email, phone, identityNumber].filter((text) => text !== null),
    ),
  ])
  const told = pages
    .map(({ path }) => decodeURIComponent(path))
    .filter((path) => secrets.some((secret) => path.includes(secret)))
  assert.deepEqual(told, [])
}
