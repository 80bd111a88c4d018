// A form that arrives with fields missing altogether: every one of the site, in both languages,
// answers in our own words and keeps what did arrive.

import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { DEMO_PASSWORD } from '#seeds/plant.ts'
import { type Answer, Browser, hiddenOf } from '#test/support/portal.ts'
import { dealerWith, share } from '#test/support/shared-payoff.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const web = resolve(import.meta.dirname, '../../src/web')

let world: SignedInPortal
before(async () => {
  world = await openSignedIn([ELENA])
})
after(() => world.close())

/** The library's own sentences, and a path of a schema. */
const library = /Invalid (input|option|UUID|string|value)|expected \w+, received|Too (small|big)/

/** What only the page knows; the form token, without which nothing gets past the guard. */
function tokenOf(html: string): Record<string, string> {
  const { token = '' } = hiddenOf(html)
  return { token }
}

async function people() {
  const visitor = new Browser(world.portal)
  const { browser, base } = await world.signIn('elena.marsh', ELENA)
  const terms = { choice: 'other', amount: '25.00' }
  const query = new URLSearchParams(terms)
  const review = `${base}/payments/review?${query}`
  const ticked = { agreed: 'yes', second: 'yes' }
  const paid = await browser.submit(`${base}/payments`, { ...terms, ...ticked }, review)
  const payment = paid.headers.get('location') ?? ''
  assert.match(payment, /payments\/[0-9a-f-]{36}/)
  const list = (await browser.get(`${base}/bank-accounts`)).text
  const [bank = ''] = new RegExp(`${base}/bank-accounts/[0-9a-f-]{36}`).exec(list) ?? []
  const order = { choice: 'other', amount: '21.00' }
  const cardReview = `${base}/card-payments/review?${new URLSearchParams(order)}`
  const begun = await browser.submit(`${base}/card-payments`, { ...order, ...ticked }, cardReview)
  // No processor listens here: the payment waits for its page.
  const [card = ''] = (begun.headers.get('location') ?? '').split('?')
  assert.match(card, /card-payments\/[0-9a-f-]{36}$/)
  const saving = await browser.submit(`${base}/cards/new`, { agreed: 'yes' })
  const [visit = ''] = (saving.headers.get('location') ?? '').split('?')
  assert.match(visit, /cards\/visits\/[0-9a-f-]{36}$/)
  const owner = { browser, base }
  const dealer = await dealerWith(world.portal, await share(owner))
  return { visitor, browser, base, bank, payment, card, visit, dealer }
}

test('the list below holds every form of the site', () => {
  const source = globSync('**/*.tsx', { cwd: web })
    .map((file) => readFileSync(resolve(web, file), 'utf8'))
    .join('')
  const posts = [...source.matchAll(/app\.post\(\s*'([^']+)'/g)].map(([, path]) => path)
  const known = [
    '/enroll',
    '/sign-in',
    '/register',
    '/register/sign-in',
    '/preferences',
    '/sign-out',
    '/session',
  ]
  const factors = ['authenticator', 'authenticator/removal', 'backup-codes', 'passkeys']
  const security = [
    'sessions',
    'stronger',
    'trusted-devices',
    'password',
    'not-me',
    'closure',
    ...factors,
  ].map((name) => `/security/${name}`)
  const byHand = ['/confirm/authenticator', '/confirm/backup-code']
  const changes = ['/security/passkeys/challenge', '/security/passkeys/removal']
  const passkeys = ['/sign-in/passkey', '/confirm/passkey', '/passkey-challenge', ...changes]
  const codes = ['/confirm', '/confirm/code', '/register/contact', '/register/contact/code']
  const recovery = ['', '/contact', '/contact/code', '/password'].map((path) => `/recover${path}`)
  const lost = ['', '/contact', '/contact/code', '/removal'].map((path) => `/recover/factor${path}`)
  const proofs = [
    '/security/proof',
    ...['', '/contact', '/contact/code'].map((p) => `/add-account${p}`),
  ]
  const contact = ['', '/code', '/new-code', '/removal'].map((path) => `/contact${path}`)
  const profile = ['/paperless', '/messages', '/address', ...contact].map(
    (path) => `/profile${path}`,
  )
  const bank = ['amounts', 'check', 'name', 'default', 'removal']
  const bankAccounts = ['new', 'copies', ...bank.map((form) => `:bank/${form}`)]
  const ofPayment = ['cancellation', 'change'].map((name) => `/payments/:payment/${name}`)
  const ofAccount = [
    ...bankAccounts.map((path) => `/bank-accounts/${path}`),
    '/payments',
    ...ofPayment,
    '/documents',
    '/payoff/letter',
    ...['', '/:link/end'].map((path) => `/payoff/links${path}`),
    ...['', '/end'].map((path) => `/payoff/dealer${path}`),
    '/paid-in-full',
    ...['calendar', 'calendar/end', 'everything'].map((name) => `/data/${name}`),
    '/activity/:event/receipt',
    ...['', '/:payment/page', '/:payment/end'].map((path) => `/card-payments${path}`),
    ...['new', 'visits/:setup/page'].map((path) => `/cards/${path}`),
    ...['', '/stop', '/pause', '/resume'].map((path) => `/autopay${path}`),
  ]
  assert.deepEqual(
    posts.sort(),
    [
      ...known,
      ...codes,
      ...recovery,
      ...lost,
      ...proofs,
      ...byHand,
      ...passkeys,
      ...security,
      ...profile,
      ...['code', 'payoff', 'end'].map((path) => `/shared/${path}`),
      ...ofAccount.map((path) => `/accounts/:id${path}`),
    ].sort(),
  )
})

for (const language of ['en', 'es'] as const) {
  test(`a form with nothing in it gets our own words (${language})`, async () => {
    const { visitor, browser, base, bank, payment, card, visit, dealer } = await people()
    const half = new Browser(world.portal)
    const typed = { username: 'elena.marsh', password: DEMO_PASSWORD }
    await half.submit('/sign-in', typed)
    const forms: [Browser, string, string, number][] = [
      [visitor, '/sign-in', '/sign-in', 422],
      [visitor, '/register', '/register', 422],
      [visitor, '/register/sign-in', '/register', 422],
      [visitor, '/register/contact', '/register', 303],
      [visitor, '/register/contact/code', '/register', 303],
      [visitor, '/recover', '/recover', 422],
      [visitor, '/recover/contact', '/recover', 303],
      [visitor, '/recover/contact/code', '/recover', 303],
      [visitor, '/recover/password', '/recover', 303],
      [visitor, '/preferences', '/preferences', 422],
      [visitor, '/sign-in/passkey', '/sign-in', 422],
      [visitor, '/passkey-challenge', '/sign-in', 200],
      [visitor, '/confirm/passkey', '/sign-in', 303],
      [half, '/confirm/passkey', '/confirm', 422],
      [half, '/enroll', '/confirm', 303],
      [half, '/confirm', '/confirm', 422],
      [half, '/confirm/code', '/confirm', 422],
      [half, '/confirm/authenticator', '/confirm', 422],
      [half, '/confirm/backup-code', '/confirm', 422],
      [half, '/recover/factor', '/confirm', 422],
      [visitor, '/recover/factor', '/recover', 303],
      [visitor, '/recover/factor/contact', '/recover', 303],
      [visitor, '/recover/factor/contact/code', '/recover', 303],
      [visitor, '/recover/factor/removal', '/recover', 303],
      [visitor, '/shared/code', '/preferences', 303],
      [visitor, '/shared/payoff', '/preferences', 303],
      [visitor, '/shared/end', '/preferences', 303],
      [dealer, '/shared/code', '/shared', 422],
      [dealer, '/shared/payoff', '/shared', 422],
      [browser, `${base}/payoff/links`, `${base}/payoff/links`, 422],
      [browser, `${base}/payoff/dealer`, `${base}/payoff/dealer`, 422],
      [browser, `${base}/payoff/dealer/end`, `${base}/payoff/dealer`, 303],
      [browser, '/session', '/preferences', 303],
      [browser, '/security/proof', '/security/proof', 422],
      [browser, '/add-account', '/add-account', 422],
      [browser, '/add-account/contact', '/add-account', 303],
      [browser, '/add-account/contact/code', '/add-account', 303],
      [browser, '/preferences', '/preferences', 422],
      [browser, '/security/sessions', '/security', 303],
      [browser, '/security/stronger', '/security', 303],
      [browser, '/security/trusted-devices', '/security', 303],
      [browser, '/security/password', '/security/password', 422],
      [browser, '/security/not-me', '/security', 303],
      [browser, '/security/closure', '/security/closure', 422],
      [browser, '/security/authenticator', '/security/authenticator', 422],
      [browser, '/security/authenticator/removal', '/security', 303],
      [browser, '/security/backup-codes', '/security/backup-codes', 422],
      [browser, '/security/passkeys', '/security/passkeys', 422],
      [browser, '/security/passkeys/challenge', '/security/passkeys', 200],
      [browser, '/security/passkeys/removal', '/security/passkeys', 303],
      [browser, '/profile/paperless', '/profile/paperless', 422],
      [browser, '/profile/messages', '/profile', 422],
      [browser, '/profile/address', '/profile/address', 422],
      [browser, '/profile/contact', '/profile', 303],
      [browser, '/profile/contact/code', '/profile', 303],
      [browser, '/profile/contact/new-code', '/profile', 303],
      [browser, '/profile/contact/removal', '/profile', 303],
      [browser, `${base}/bank-accounts/new`, `${base}/bank-accounts/new`, 422],
      [browser, `${base}/bank-accounts/copies`, `${base}/bank-accounts/new`, 422],
      [browser, `${bank}/amounts`, bank, 422],
      [browser, `${bank}/check`, bank, 303],
      [browser, `${bank}/name`, bank, 422],
      [browser, `${bank}/default`, bank, 303],
      [browser, `${bank}/removal`, `${bank}/removal`, 303],
      [browser, `${base}/data/calendar`, `${base}/data`, 303],
      [browser, `${base}/data/calendar/end`, `${base}/data`, 303],
      [browser, `${base}/data/everything`, `${base}/data/everything`, 200],
      [browser, `${base}/payments`, `${base}/payments/review`, 200],
      [browser, `${base}/documents`, `${base}/documents/new`, 422],
      [browser, `${base}/autopay`, `${base}/autopay/review`, 422],
      [browser, `${base}/autopay/stop`, `${base}/autopay`, 303],
      [browser, `${base}/autopay/pause`, `${base}/autopay`, 303],
      [browser, `${base}/autopay/resume`, `${base}/autopay`, 303],
      [browser, `${payment}/change`, `${payment}/change/review`, 422],
      [browser, `${base}/card-payments`, `${base}/card-payments/review`, 422],
      [browser, `${card}/page`, card, 303],
      [browser, `${card}/end`, card, 303],
      [browser, `${base}/cards/new`, `${base}/cards/new`, 422],
      [browser, `${visit}/page`, visit, 303],
      [browser, `${payment}/cancellation`, `${payment}/cancellation`, 303],
    ]
    for (const [person, path, from, status] of forms) {
      const page = await person.get(`/language?to=${language}&back=/help`)
      assert.equal(page.status, 303)
      const answer = await person.post(path, tokenOf((await person.get(from)).text))
      speaksOurWords(answer, path, status)
    }
  })
}

function speaksOurWords(answer: Answer, path: string, status: number) {
  const text = wordsOf(answer.text)
  assert.doesNotMatch(text, library, path)
  assert.ok(answer.status < 500, `${path}: ${answer.status}`)
  assert.ok(
    [status, 422].includes(answer.status),
    `${path}: ${answer.status} ${text.slice(0, 200)}`,
  )
}

test('without even the hidden token nothing is looked at', async () => {
  const { visitor, browser, base } = await people()
  for (const [person, path] of [
    [visitor, '/sign-in'],
    [browser, '/preferences'],
    [browser, `${base}/bank-accounts/new`],
    [browser, `${base}/payments`],
  ] as const) {
    await person.get('/preferences')
    const answer = await person.post(path, {})
    assert.equal(answer.status, 403, path)
    assert.doesNotMatch(answer.text, library)
  }
})

test('one field missing: its own sentence, the others as they were typed', async () => {
  const { browser, base } = await people()
  const visitor = new Browser(world.portal)
  const typed = { accountNumber: '1048264417', vin: '1ZZAB4EH0NK814306' }
  const proof = await visitor.submit('/register', typed)
  assert.equal(proof.status, 422)
  assert.match(wordsOf(proof.text), /One thing to fix Type the last 4 digits of your SSN or ITIN/)
  for (const value of Object.values(typed)) assert.ok(proof.text.includes(`value="${value}"`))

  const path = `${base}/bank-accounts/new`
  const numbers = { routingNumber: '021000021', accountNumber: '12345678901' }
  const bank = await browser.submit(path, {
    ...numbers,
    accountNumberAgain: numbers.accountNumber,
    bankName: 'Harbor Savings',
    holder: 'mine',
  })
  assert.match(wordsOf(bank.text), /One thing to fix Choose checking or savings/)
  assert.ok(bank.text.includes('value="Harbor Savings"'))
})

test('a form that lost its key is shown again with a new one', async () => {
  const { browser, base } = await people()
  const path = `${base}/bank-accounts/new`
  const token = tokenOf((await browser.get(path)).text)
  const number = '12345678901'
  const named = { bankName: 'Harbor Savings', holder: 'mine' }
  const whole = { kind: 'savings', routingNumber: '021000021', ...named }
  const fields = { ...whole, accountNumber: number, accountNumberAgain: number, ...token }
  for (const key of [{}, { key: 'not a key' }]) {
    const answer = await browser.post(path, { ...fields, ...key })
    assert.equal(answer.status, 422)
    assert.match(wordsOf(answer.text), /A part of this form did not arrive/)
    assert.doesNotMatch(answer.text, /href="#key"/)
    assert.match(hiddenOf(answer.text).key ?? '', /^[0-9a-f-]{36}$/)
  }
})
