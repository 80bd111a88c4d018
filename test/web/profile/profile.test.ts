// The profile as a person uses it: what is shown, typed, confirmed, refused, held and dated.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { waitingCode, waitingMessage } from '#test/support/codes.ts'
import { markupProblems } from '#test/support/page-checks.ts'
import { readPdf } from '#test/support/pdf-text.ts'
import { type Answer, Browser, hiddenOf } from '#test/support/portal.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'

const STORIES = {
  'elena.marsh': '1048264417',
  'ruth.calloway': '1048264458',
  'ben.calloway': '1048264458',
  'lucia.ferrer': '1048264466',
} as const

let world: SignedInPortal
before(async () => {
  world = await openSignedIn([...new Set(Object.values(STORIES))])
})
after(() => world.close())

const enter = async (username: keyof typeof STORIES) =>
  (await world.signIn(username, STORIES[username])).browser

const code = () => waitingCode(world.book.database)

const day = 24 * 3600

async function isGood(answer: Answer, status: number): Promise<string> {
  assert.equal(answer.status, status)
  assert.deepEqual(await markupProblems(answer.text), [])
  return wordsOf(answer.text)
}

/** The page of a link on the profile, by what a screen reader says of it. */
async function follow(browser: Browser, label: RegExp): Promise<string> {
  const { text } = await browser.get('/profile')
  const links = [...text.matchAll(/<a href="(\/profile[^"]*)" aria-label="([^"]*)"/g)]
  const [, path = ''] = links.find(([, , name = '']) => label.test(name)) ?? []
  assert.ok(path, `${label} is on the profile`)
  return path.replaceAll('&amp;', '&')
}

async function typed(browser: Browser, to: string, path: string): Promise<Answer> {
  return browser.post('/profile/contact', { ...hiddenOf((await browser.get(path)).text), to })
}

test('a phone as people type it: sent a code, saved, shown masked with its day', async () => {
  const browser = await enter('elena.marsh')
  const shown = await isGood(await browser.get('/profile'), 200)
  assert.match(shown, /Phone ••0100/)
  assert.match(shown, /Email e••••@e••••\.com/)
  assert.match(shown, /140 Sample Street Columbus, OH 43085/)
  assert.match(shown, /Nothing was changed yet/)
  const path = '/profile/contact?kind=sms'
  await isGood(await browser.get(path), 200)
  const wrong = await typed(browser, '555-0134 ext <b>', path)
  assert.match(await isGood(wrong, 422), /Type a phone number with its area code/)
  assert.ok(wrong.text.includes('value="555-0134 ext &lt;b>"'))
  const same = await typed(browser, '(614) 555-0100', path)
  assert.match(await isGood(same, 422), /We already have this one/)
  const sent = await typed(browser, '(614) 555-0177', path)
  assert.equal(sent.headers.get('location'), '/profile/contact/code')
  assert.equal((await waitingMessage(world.book.database)).to, '+16145550177')
  const page = await browser.get('/profile/contact/code')
  assert.match(await isGood(page, 200), /We sent a code to ••0177.* It works until/)
  assert.match((await browser.get('/profile')).text, /Nothing was changed yet/)
  const bad = await browser.submit('/profile/contact/code', { code: '12' })
  assert.match(await isGood(bad, 422), /Type the 6 digits/)

  const hidden = hiddenOf((await browser.get('/profile/contact/code')).text)
  const fields = { ...hidden, code: await code() }
  const [one, two] = await Promise.all([
    browser.post('/profile/contact/code', fields),
    browser.post('/profile/contact/code', fields),
  ])
  for (const { headers } of [one, two])
    assert.equal(headers.get('location'), '/profile?done=contact')
  const done = await isGood(await browser.get('/profile?done=contact'), 200)
  assert.match(done, /Saved\. We wrote to every contact, old and new/)
  assert.equal(
    done.match(/Phone ••0177 ending 0177 added Nov 24, 2026, 11:48 am ET By you/g)?.length,
    1,
  )
  assert.match(done, /Until Nov 25, 2026, 11:48 am ET you can add/)
  assert.match(wordsOf((await browser.get('/security')).text), /Phone or email added/)
})

test('after a change nobody adds a bank account or changes a contact for a day', async () => {
  const person = await world.signIn('elena.marsh', STORIES['elena.marsh'])
  const { text } = await person.browser.get('/profile')
  assert.doesNotMatch(text, /aria-label="(Change|Remove)/)
  assert.equal((await person.browser.get(`${person.base}/bank-accounts/new`)).status, 403)
  assert.equal((await person.browser.get('/profile/contact?kind=email')).status, 200)
  world.clock.pass(day)
  const later = await world.signIn('elena.marsh', STORIES['elena.marsh'])
  assert.equal((await later.browser.get(`${later.base}/bank-accounts/new`)).status, 200)
  assert.match((await later.browser.get('/profile')).text, /aria-label="Remove/)
})

test('a form that came too late waits for the confirmation, and the code is sent once', async () => {
  const browser = await enter('lucia.ferrer')
  const page = await browser.get('/profile/contact?kind=email&lang=en')
  world.clock.pass(360)
  const fields = { ...hiddenOf(page.text), to: 'lucia.new@example.com' }
  const late = await browser.post('/profile/contact', fields)
  assert.equal(late.headers.get('location'), '/confirm?next=%2Fheld-form')
  const asked = await browser.get('/confirm?next=%2Fheld-form')
  await browser.post('/confirm/code', { ...hiddenOf(asked.text), contact: 'sms-1' })
  const confirm = hiddenOf((await browser.get('/confirm?next=%2Fheld-form')).text)
  await browser.post('/confirm', { ...confirm, code: await code() })
  const sent = await browser.get('/held-form')
  assert.equal(sent.headers.get('location'), '/profile/contact/code')
  const message = await waitingMessage(world.book.database)
  assert.deepEqual([message.to, message.template], ['lucia.new@example.com', 'contactCode'])
})

test('a phone that is to be removed cannot vouch for that while another factor can', async () => {
  const browser = await enter('elena.marsh')
  const path = await follow(browser, /^Remove Phone ending 0100/)
  const key = new URLSearchParams(path.split('?')[1]).get('contact') ?? ''
  world.clock.pass(360)
  const asked = await browser.get(path)
  const confirm = asked.headers.get('location') ?? ''
  assert.equal(new URLSearchParams(confirm.split('?')[1]).get('except'), key)
  const page = await browser.get(confirm)
  const words = wordsOf(page.text)
  assert.match(words, /Text message to ••0177/)
  assert.doesNotMatch(words, /0100/)
  // A browser that asks for the code of that very phone is asked again.
  await browser.post('/confirm/code', { ...hiddenOf(page.text), contact: 'sms-1' })
  assert.equal((await waitingMessage(world.book.database)).to, '+16145550100')
  const typedCode = { ...hiddenOf((await browser.get(confirm)).text), code: await code() }
  await browser.post('/confirm', typedCode)
  assert.match((await browser.get(path)).headers.get('location') ?? '', /^\/confirm/)
  await browser.post('/confirm/code', {
    ...hiddenOf((await browser.get(confirm)).text),
    contact: 'sms-2',
  })
  const right = { ...hiddenOf((await browser.get(confirm)).text), code: await code() }
  await browser.post('/confirm', right)
  const removal = await browser.get(path)
  assert.match(await isGood(removal, 200), /Remove the phone ••0100/)
  const removed = await browser.post('/profile/contact/removal', hiddenOf(removal.text))
  assert.equal(removed.headers.get('location'), '/profile?done=contact')
  assert.match(wordsOf((await browser.get('/profile')).text), /Phone ••0100 ending 0100 removed/)
  const again = await browser.post('/profile/contact/removal', hiddenOf(removal.text))
  assert.equal(again.headers.get('location'), '/profile')
})

test('the only phone vouches for itself, and stays where only e-mail would be left', async () => {
  const browser = await enter('ruth.calloway')
  const path = await follow(browser, /^Remove Phone/)
  const page = await browser.get(path)
  assert.equal(page.status, 200)
  const refused = await browser.post('/profile/contact/removal', hiddenOf(page.text))
  assert.match(await isGood(refused, 422), /Without this phone only email would confirm/)
})

test('co-borrowers never see what the other has or changed', async () => {
  const ben = await enter('ben.calloway')
  const before = (await ben.get('/profile')).text
  const ruth = await enter('ruth.calloway')
  const ruths = await follow(ruth, /^Change Email/)
  await typed(ruth, 'secret.mailbox@elsewhere.org', '/profile/contact?kind=email')
  const hidden = hiddenOf((await ruth.get('/profile/contact/code')).text)
  await ruth.post('/profile/contact/code', { ...hidden, code: await code() })
  assert.match((await ruth.get('/profile')).text, /s••••@e••••\.org/)
  const after = (await ben.get('/profile')).text
  const withoutKeys = (html: string) => html.replace(/(value|nonce|bust)="[^"]*"/g, '')
  assert.equal(withoutKeys(after), withoutKeys(before))
  assert.equal((await ben.get(ruths)).headers.get('location'), '/profile')
})

test('an address: what is wrong is named, what was typed stays, a strange ZIP code is asked about', async () => {
  const browser = await enter('lucia.ferrer')
  const path = '/profile/address'
  const page = await browser.get(path)
  assert.match(page.text, /value="43085"/)
  await isGood(page, 200)
  const bad = { street: '=1+1', city: ' ', state: 'Ontario', postalCode: 'K1A 0B1' }
  const refused = await browser.submit(path, bad)
  const words = await isGood(refused, 422)
  assert.match(words, /(Four|Cuatro)/)
  for (const value of Object.values(bad).filter((text) => text.trim()))
    assert.ok(refused.text.includes(`value="${value}"`), value)
  const there = {
    street: '7 Birch Lane',
    city: 'Portland',
    state: 'maine',
    postalCode: '430850001',
  }
  const asked = await browser.submit(path, there)
  assert.equal(asked.status, 422)
  assert.match(asked.text, /name="sure"/)
  await isGood(asked, 422)
  const sure = await browser.submit(path, { ...there, sure: 'yes' })
  assert.equal(sure.headers.get('location'), '/profile?done=address')
  assert.match(
    wordsOf((await browser.get('/profile')).text),
    /7 Birch Lane Portland, ME 43085-0001/,
  )
  const same = await browser.submit(path, { ...there, sure: 'yes' })
  assert.equal(same.headers.get('location'), '/profile?done=addressSame')
})

async function sampleOf(browser: Browser) {
  const cookie = [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const answer = await world.portal.request('/profile/paperless/sample', { headers: { cookie } })
  assert.equal(answer.headers.get('content-type'), 'application/pdf')
  const read = await readPdf(Buffer.from(await answer.arrayBuffer()))
  const [, code = ''] = /You can open our papers ([0-9A-Z]{6})/.exec(read.text) ?? []
  return { ...read, code }
}

test('papers: by mail until the notice is agreed to by who opened the sample paper', async () => {
  const browser = await enter('elena.marsh')
  assert.match(wordsOf((await browser.get('/profile')).text), /By mail, and here, until you choose/)
  const page = await browser.get('/profile/paperless')
  assert.doesNotMatch(page.text, /name="papers"[^>]* checked/)
  const words = wordsOf(page.text)
  for (const told of [
    /You have a right to paper .* cost nothing/,
    /Changing your mind .* There is no fee/,
    /every account of this sign-in/,
    /When your address changes/,
    /a program that opens PDF files/,
  ])
    assert.match(words, told)
  const post = (typed: Record<string, string>) =>
    browser.post('/profile/paperless', { ...hiddenOf(page.text), ...typed })
  assert.match(await isGood(await post({}), 422), /Choose one of the two/)
  const guess = await post({ papers: 'online', code: 'AAAAAA' })
  assert.match(await isGood(guess, 422), /This is not the code.*Tick the box if you agree/)
  assert.match(guess.text, /value="AAAAAA"/)
  const { code, text, language, roles } = await sampleOf(browser)
  assert.match(text, /You can open our papers.*it says nothing about your account/)
  assert.equal(language, 'en')
  assert.ok(roles.has('Table'))
  assert.equal((await post({ papers: 'online', code })).status, 422)
  const typed = { papers: 'online', code: ` ${code.toLowerCase()} `, agreed: 'yes' }
  const both = await Promise.all([1, 2].map(() => post(typed)))
  assert.deepEqual(new Set(both.map(({ status }) => status)), new Set([303]))
  const chosen = await browser.get('/profile?done=online')
  assert.match(wordsOf(chosen.text), /Papers come here alone from now on/)
  assert.equal(wordsOf(chosen.text).match(/Agreed to papers here instead of by mail/g)?.length, 1)
  assert.match((await browser.get('/profile/paperless')).text, /value="online" checked/)
  // Withdrawal asks for nothing.
  assert.equal((await post({ papers: 'mail' })).headers.get('location'), '/profile?done=mail')
  assert.match(wordsOf((await browser.get('/profile')).text), /Papers By mail, and here/)
})

test('messages: phones are empty until their owner agrees, and what is ticked is kept', async () => {
  const browser = await enter('elena.marsh')
  const page = await browser.get('/profile')
  const words = wordsOf(page.text)
  assert.match(words, /Text messages to ••\d{4} Bills and reminders by e-mail to e••••@/)
  assert.match(words, /We cannot read replies: to stop, take the tick away here at any time/)
  const box = /id="messages-sms-1" name="([0-9a-f-]{36})" type="checkbox" value="yes"( checked)?/
  const found = box.exec(page.text)
  assert.ok(found && found[2] === undefined)
  const form = { ...hiddenOf(page.text), asked: 'all', [found[1] ?? '']: 'yes' }
  const done = await browser.post('/profile/messages', form)
  assert.equal(done.headers.get('location'), '/profile?done=messages')
  const chosen = await browser.get('/profile?done=messages')
  assert.equal(box.exec(chosen.text)?.[2], ' checked')
  assert.match(wordsOf(chosen.text), /Chosen .*2026|Chosen [A-Z]/)
  const nothing = await browser.post('/profile/messages', { ...hiddenOf(page.text), asked: '' })
  await isGood(nothing, 422)
  await browser.get('/language?to=es&back=/profile')
  assert.match(wordsOf((await browser.get('/profile')).text), /Mensajes de texto al ••\d{4}/)
  await browser.get('/language?to=en&back=/profile')
})

test('the profile is reached from the menu of every page and from "More", in both languages', async () => {
  const { browser, base } = await world.signIn('elena.marsh', STORIES['elena.marsh'])
  for (const path of [base, `${base}/more`, '/security', '/preferences', '/profile'])
    assert.match((await browser.get(path)).text, /<a href="\/profile">Your profile<\/a>/, path)
  assert.match((await browser.get(`${base}/more`)).text, /<li><a href="\/profile">/)
  const spanish = await browser.get('/profile?lang=es')
  assert.match(await isGood(spanish, 200), /Su perfil .*Teléfonos y correos electrónicos/)
})

test('who is not signed in sees no profile', async () => {
  const stranger = new Browser(world.portal)
  for (const path of ['/profile', '/profile/contact?kind=sms', '/profile/address'])
    assert.match((await stranger.get(path)).headers.get('location') ?? '', /^\/sign-in/)
})
