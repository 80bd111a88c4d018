// The pages of saved cards, with the demo's processor at the other end.
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

type Person = Awaited<ReturnType<typeof elena>>

/** On the processor's page: its address, and the same press once more. */
async function leaves({ browser, base }: Person) {
  const { text } = await browser.get(`${base}/cards/new`)
  const fields = { ...hiddenOf(text), agreed: 'yes' }
  const press = () => browser.post(`${base}/cards/new`, fields)
  const sent = await press()
  assert.equal(sent.status, 303, wordsOf(sent.text))
  return { page: sent.headers.get('location') ?? '', press }
}

/** Comes back from the page as the processor leads; the place it ends at. */
async function comesBack({ browser }: Person, page: string, card: string): Promise<string> {
  const body = new URLSearchParams({ card, do: 'pay' })
  const { headers } = await fetch(page, { method: 'POST', body, redirect: 'manual' })
  const { pathname } = new URL(headers.get('location') ?? '')
  const answer = await browser.get(pathname)
  return answer.headers.get('location') ?? pathname
}

async function saved(person: Person, card: string): Promise<string> {
  const { page } = await leaves(person)
  const place = await comesBack(person, page, card)
  return /bank-accounts\/([0-9a-f-]{36})/.exec(place)?.[1] ?? assert.fail(place)
}

async function pays({ browser, base }: Person, card: string, amount: string) {
  const terms = { choice: 'other', amount, card }
  const review = await browser.get(`${base}/card-payments/review?${new URLSearchParams(terms)}`)
  const fields = { ...hiddenOf(review.text), ...terms, agreed: 'yes', second: 'yes' }
  const press = () => browser.post(`${base}/card-payments`, fields)
  const sent = await press()
  assert.equal(sent.status, 303, wordsOf(sent.text))
  return { place: sent.headers.get('location') ?? '', press, review: wordsOf(review.text) }
}

test('saved: the permission first, then the processor’s page, then it stands on the list', async () => {
  const person = await elena()
  const { browser, base } = person
  const form = await browser.get(`${base}/cards/new`)
  const policy = form.headers.get('content-security-policy') ?? ''
  assert.match(policy, new RegExp(`form-action 'self' ${portal.cardsOrigin}`))
  assert.match(wordsOf(form.text), /to have its card processor keep the card/)
  const without = await browser.post(`${base}/cards/new`, hiddenOf(form.text))
  assert.equal(without.status, 422)
  assert.match(wordsOf(without.text), /Nothing was saved/)
  const { page, press } = await leaves(person)
  assert.ok(page.startsWith(`${portal.cardsOrigin}/pay/`))
  assert.equal((await press()).headers.get('location'), page, 'pressed twice: the same page')
  const place = await comesBack(person, page, 'debit')
  const card = wordsOf((await browser.get(place)).text)
  assert.match(card, /The card is saved/)
  assert.match(card, /Good through December 31, 2031/)
  assert.doesNotMatch(card, /verified|routing/i)
  const list = wordsOf((await browser.get(`${base}/bank-accounts`)).text)
  assert.match(list, /Visa .*5556 .*Saved/)
})

test('a credit card is not kept where debit cards alone are taken, and the page says so', async () => {
  const person = await elena()
  const { page } = await leaves(person)
  const place = await comesBack(person, page, 'credit')
  const told = wordsOf((await person.browser.get(place)).text)
  assert.match(told, /This card is not kept .*It is not a debit card/)
})

test('paid with a saved card: named in the permission, charged at once, pressed twice once', async () => {
  const person = await elena()
  const { browser, base } = person
  const card = await saved(person, 'debit')
  const amounts = wordsOf((await browser.get(`${base}/card-payments/new`)).text)
  assert.match(amounts, /Which card\? .*5556 .*Another card/)
  const { place, press, review } = await pays(person, card, '47.00')
  assert.match(review, /charge \$47\.00 once to my card Visa/)
  assert.match(review, /Pay \$47\.00 now/)
  assert.equal((await press()).headers.get('location'), place)
  const paid = wordsOf((await browser.get(place)).text)
  assert.match(paid, /Paid .*\$47\.00 by card/)
  const list = (await browser.get(`${base}/payments`)).text
  assert.equal(wordsOf(list).split('$47.00').length - 1, 1)
})

test('its bank says no, or wants to ask: the page says which, and what can be done', async () => {
  const person = await elena()
  const { browser } = person
  const dry = await pays(person, await saved(person, 'later'), '48.00')
  const told = wordsOf((await browser.get(dry.place)).text)
  assert.match(told, /Not paid .*too little money on the card/)
  const asks = await pays(person, await saved(person, 'confirm'), '49.00')
  assert.ok(asks.place.startsWith(`${portal.cardsOrigin}/pay/`), 'led to where its bank asks')
  assert.equal(await useCard(asks.place, 'confirm', 'approve'), 303)
})

test('removed: no longer on the list, and a key of somebody else opens nothing', async () => {
  const person = await elena()
  const { browser, base } = person
  const card = await saved(person, 'debit')
  const removal = `${base}/bank-accounts/${card}/removal`
  const asked = await browser.get(removal)
  assert.match(wordsOf(asked.text), /Our card processor forgets it/)
  const sent = await browser.post(removal, hiddenOf(asked.text))
  assert.equal(sent.status, 303, wordsOf(sent.text))
  const list = wordsOf((await browser.get(`${base}/bank-accounts`)).text)
  assert.doesNotMatch(list, /5556/)
  const none = await browser.get(`${base}/cards/visits/${card}`)
  assert.equal(none.status, 404)
})

test('autopay from a saved card: the permission names it, and its debits are on the day itself', async () => {
  const person = await elena()
  const { browser, base } = person
  const card = await saved(person, 'debit')
  const form = await browser.get(`${base}/autopay/new`)
  assert.match(wordsOf(form.text), /Visa .*5556 .*Good through December 31, 2031/)
  const query = new URLSearchParams({ from: card })
  const review = wordsOf((await browser.get(`${base}/autopay/review?${query}`)).text)
  assert.match(review, /Charged on its own day all the same/)
  assert.doesNotMatch(review, /Leaves your bank/)
  assert.match(review, /to charge my card Visa .*5556 again and again/)
  assert.match(review, /until the cutoff of its day, and take this permission back/)
  const asked = await browser.get(`${base}/autopay/review?${query}`)
  const fields = { ...hiddenOf(asked.text), from: card, agreed: 'yes' }
  const set = await browser.post(`${base}/autopay`, fields)
  assert.equal(set.status, 303, wordsOf(set.text))
  const page = await browser.get(`${base}/autopay`)
  const [, debit = ''] = /href="([^"]+\/payments\/[0-9a-f-]{36})"/.exec(page.text) ?? []
  const told = wordsOf((await browser.get(debit)).text)
  assert.match(told, /From Visa .*5556 .*It has not been charged yet/)
  assert.match(told, /Your card is charged .*At the cutoff of this day/)
  assert.match(told, /Your bank can still take it back because of a dispute until/)
  assert.doesNotMatch(told, /Leaves your bank|unauthorized|Cleared/)
  assert.match(wordsOf(page.text), /Charged on its own day all the same/)
})
