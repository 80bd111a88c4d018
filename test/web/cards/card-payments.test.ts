// The pages of paying by card, with the demo's processor at the other end.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { useCard } from '#test/support/card-world.ts'
import { tokenOf } from '#test/support/pages.ts'
import { Browser, hiddenOf } from '#test/support/portal.ts'
import { type ServedPortal, servePortal } from '#test/support/served-portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'

const ELENA = '1048264417'

let portal: ServedPortal
before(async () => {
  portal = await servePortal([ELENA])
})
after(() => portal.close())

async function elena(): Promise<{ browser: Browser; base: string }> {
  const browser = new Browser(portal)
  browser.cookies.set('__Host-kt', await tokenOf(portal, 'elena.marsh'))
  const { headers } = await browser.get('/accounts')
  return { browser, base: headers.get('location') ?? '' }
}

async function started(amount: string) {
  const { browser, base } = await elena()
  const terms = { choice: 'other', amount }
  const review = `${base}/card-payments/review?${new URLSearchParams(terms)}`
  const fields = { ...hiddenOf((await browser.get(review)).text), ...terms, agreed: 'yes' }
  const send = () => browser.post(`${base}/card-payments`, { ...fields, second: 'yes' })
  const sent = await send()
  assert.equal(sent.status, 303, wordsOf(sent.text))
  return { browser, base, page: sent.headers.get('location') ?? '', send }
}

test("who leaves for the processor's page is told so before, and can turn back", async () => {
  const { browser, base } = await elena()
  const terms = new URLSearchParams({ choice: 'other', amount: '40.00' })
  const review = await browser.get(`${base}/card-payments/review?${terms}`)
  const text = wordsOf(review.text)
  assert.match(
    text,
    /charge \$40\.00 once to the card that I type on the page of its card processor/,
  )
  assert.match(review.text, new RegExp(`href="${base}/card-payments/new\\?[^"]*amount=40.00`))
  assert.match(review.text, /Paying by card is free/)
})

test('only the page whose form leads to the processor lets a form lead there', async () => {
  const { browser, base } = await elena()
  const policyOf = async (path: string) =>
    /form-action ([^;]*)/.exec(
      (await browser.get(path)).headers.get('content-security-policy') ?? '',
    )?.[1]
  const terms = new URLSearchParams({ choice: 'other', amount: '40.00' })
  const review = await policyOf(`${base}/card-payments/review?${terms}`)
  assert.equal(review, `'self' ${portal.cardsOrigin}`)
  for (const path of ['/card-payments/new', '/payments/new', ''])
    assert.equal(await policyOf(`${base}${path}`), "'self'", path)
})

test('paid on the page and come back: it is paid, and on the account’s pages', async () => {
  const { browser, base, page, send } = await started('41.00')
  assert.ok(page.startsWith(`${portal.cardsOrigin}/pay/`))
  assert.equal((await send()).headers.get('location'), page, 'pressed twice: the same page')
  assert.equal(await useCard(page, 'debit'), 303)
  const [place = ''] =
    /card-payments\/[0-9a-f-]{36}/.exec((await browser.get(`${base}/payments`)).text) ?? []
  const paid = await browser.get(`${base}/${place}`)
  assert.match(wordsOf(paid.text), /Paid .*\$41\.00 by card/)
  assert.match(wordsOf(paid.text), /Visa ••\s?5556|Visa .*5556/)
  const list = wordsOf((await browser.get(`${base}/payments`)).text)
  assert.match(list, /By card .*5556/)
  assert.doesNotMatch(list, /No payment has been made here/)
  assert.match(list, /See all activity/)
  const id = place.split('/')[1]
  const moved = await browser.get(`${base}/payments/${id}`)
  assert.equal(moved.headers.get('location'), `${base}/${place}`)
  const activity = await browser.get(`${base}/activity`)
  assert.match(wordsOf(activity.text), /\$41\.00/)
})

test('complaint 11: the receipt of money by card bears the confirmation number of its page', async () => {
  const { browser, base, page } = await started('42.00')
  assert.equal(await useCard(page, 'debit'), 303)
  const { text: payments } = await browser.get(`${base}/payments`)
  const [place = ''] = /card-payments\/[0-9a-f-]{36}/.exec(payments) ?? []
  const paid = wordsOf((await browser.get(`${base}/${place}`)).text)
  assert.match(paid, /\$42\.00/)
  const { text: list } = await browser.get(`${base}/activity`)
  const [, event] = new RegExp(`${base}/activity/([0-9a-f-]{36})`).exec(list) ?? []
  const path = `${base}/activity/${event}`
  const { text: activity } = await browser.get(path)
  assert.match(wordsOf(activity), /\$42\.00/)
  const made = await browser.submit(`${path}/receipt`, {}, path)
  const id = new URL(made.headers.get('location') ?? '', 'http://portal').searchParams.get('made')
  const signed = await browser.get(`${base}/documents/${id}/signature`)
  const { confirmation, amount } = JSON.parse(JSON.parse(signed.text).facts)
  assert.equal(amount, 4200)
  assert.match(confirmation ?? '', /^KT/)
  assert.ok(paid.includes(confirmation))
})

test('the same from a bank account, while the page is open: asked about, with the way there', async () => {
  const { browser, base } = await started('43.00')
  const [place = ''] =
    /card-payments\/[0-9a-f-]{36}/.exec((await browser.get(`${base}/payments`)).text) ?? []
  const terms = new URLSearchParams({ choice: 'other', amount: '43.00', on: '2026-11-24' })
  const { text } = await browser.get(`${base}/payments/review?${terms}`)
  assert.match(wordsOf(text), /A payment of \$43\.00 does the same: KT/)
  assert.ok(text.includes(`href="${base}/${place}"`))
  assert.match(text, /name="second"/)
})

test('an event that is forged, too large or for nobody changes nothing', async () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    new Browser(portal).send('/card-events', { method: 'POST', body, headers })
  assert.equal((await post('{}')).status, 400)
  assert.equal((await post('{}', { 'stripe-signature': 't=1,v1=00' })).status, 400)
  assert.equal((await post('x'.repeat(300_000))).status, 413)
  const none = portal.webWith({ card: null })
  const answer = await none.request('/card-events', { method: 'POST', body: '{}' })
  assert.equal(answer.status, 404)
})

test('without a processor there is no way to pay by card', async () => {
  const { browser, base } = await elena()
  const web = portal.webWith({ card: null })
  const cookie = `__Host-kt=${browser.cookies.get('__Host-kt')}`
  const incoming = { incoming: { socket: { remoteAddress: '192.0.2.1' } } }
  const get = (path: string) => web.request(`${base}${path}`, { headers: { cookie } }, incoming)
  assert.equal((await get('/card-payments/new')).status, 404)
  const amounts = await (await get('/payments/new')).text()
  assert.doesNotMatch(amounts, /card-payments/)
})
