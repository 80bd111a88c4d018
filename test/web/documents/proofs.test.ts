// Papers that prove that money came: a receipt for good (complaint 11), and a loan that is paid
// (complaint 20). Each says so no longer once the money went back.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { reversePayment } from '#src/servicing/reverse-payment.ts'
import { readPdf } from '#test/support/pdf-text.ts'
import { Browser } from '#test/support/portal.ts'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'

const [ELENA, SAM, INES] = ['1048264417', '1048264490', '1048264516'] as const

let world: SignedInPortal
let elena: SignedIn
before(async () => {
  world = await openSignedIn([ELENA, SAM, INES])
  elena = await world.signIn('elena.marsh', ELENA)
})
after(() => world.close())

async function paperOf({ browser, base }: SignedIn, path: string, from: string) {
  const answer = await browser.submit(`${base}${path}`, {}, from)
  assert.equal(answer.status, 303, path)
  const made = new URL(answer.headers.get('location') ?? '', 'http://portal').searchParams
  const file = await world.portal.request(`${base}/documents/${made.get('made')}`, {
    headers: { cookie: [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
  })
  const pdf = await readPdf(new Uint8Array(await file.arrayBuffer()))
  const [, code = ''] = /code ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})/.exec(pdf.text) ?? []
  return { ...pdf, code, id: made.get('made') }
}

async function firstPayment({ browser, base }: SignedIn) {
  const list = (await browser.get(`${base}/activity`)).text
  const [, event = ''] = new RegExp(`${base}/activity/([0-9a-f-]{36})`).exec(list) ?? []
  const page = `${base}/activity/${event}`
  return { event, page, words: wordsOf((await browser.get(page)).text) }
}

async function checked(code: string): Promise<string> {
  const page = (await new Browser(world.portal).get(`/check?code=${code}`)).text
  return wordsOf(page).replaceAll(' .', '.')
}

async function takeBack(number: string, eventId: string): Promise<void> {
  const { accountId } = await world.book.ownerOf(number)
  await reversePayment(world.book.ctx, { accountId, eventId, reason: 'return', code: 'R01' })
}

test('without papers the page leads to one that this account can have', async () => {
  const emptyOf = async ({ browser, base }: SignedIn) => {
    const { text } = await browser.get(`${base}/documents`)
    return { words: wordsOf(text), leads: (to: string) => text.includes(`="${base}${to}"`) }
  }
  const open = await emptyOf(elena)
  assert.match(open.words, /A payoff letter that you ask for on the payoff page is kept here/)
  const paid = await emptyOf(await world.signIn('sam.okafor', SAM))
  assert.match(paid.words, /A letter that says that this loan is paid is made at once/)
  assert.ok(paid.leads('/paid-in-full'))
  assert.doesNotMatch(paid.words, /payoff quote/i)
  const lease = await emptyOf(await world.signIn('ines.calder', INES))
  assert.match(lease.words, /receipts that you ask for under Activity/)
  assert.doesNotMatch(lease.words, /payoff quote/i)
})

test('a receipt says where each cent went, as the screen does; asked for again it is the same', async () => {
  const { event, page, words } = await firstPayment(elena)
  const path = `/activity/${event}/receipt`
  const paper = await paperOf(elena, path, page)
  const amounts = [...words.matchAll(/\$[\d,]+\.\d\d/g)].map(([amount]) => amount)
  assert.match(paper.text, /Interest \$33\.05 Principal \$216\.95 Payment \$250\.00/)
  for (const amount of ['$33.05', '$216.95', '$250.00']) assert.ok(amounts.includes(amount))
  assert.match(paper.text, /Principal after it \$14,432\.03/)
  assert.match(
    paper.text,
    /for lack of funds until December 1, 2026, and as unauthorized until January/,
  )
  assert.ok(paper.alternatives.length > 0 && paper.roles.has('Figure'))
  assert.equal((await paperOf(elena, path, page)).id, paper.id)
  assert.match(await checked(paper.code), /Genuine\. We made this paper.*\$250\.00/)
  const { accountId } = await world.book.ownerOf(ELENA)
  await postPayment(world.book.ctx, {
    ...{ accountId, amount: cents(100_00), effectiveDate: date('2026-11-10') },
    ...{ extra: 'principal', extraAmount: null, toCharges: cents(0) },
    ...{ channel: 'mail', paymentId: null },
  })
  assert.match(
    await checked(paper.code),
    /Genuine, but a figure was corrected\. We made this paper, and the money .* counts/,
  )
  assert.notEqual((await paperOf(elena, path, page)).id, paper.id)
  await takeBack(ELENA, event)
  assert.match(await checked(paper.code), /no longer holds/)
  const refused = await elena.browser.submit(`${elena.base}${path}`, {}, `${elena.base}/activity`)
  assert.notEqual(refused.status, 303)
})

test('a payment of a lease has a receipt by its own parts', async () => {
  const ines = await world.signIn('ines.calder', INES)
  const { event, page } = await firstPayment(ines)
  const { text } = await paperOf(ines, `/activity/${event}/receipt`, page)
  assert.match(text, /Taxes \$[\d.]+ Rent charge \$[\d.]+ Depreciation \$[\d.]+ Payment \$471\.23/)
})

test('complaint 20: a loan that is paid has a letter, which says so no longer once the money went back', async () => {
  const sam = await world.signIn('sam.okafor', SAM)
  const paper = await paperOf(sam, '/paid-in-full', sam.base)
  assert.match(paper.text, /This loan was paid in full on .*Nothing is owed on this account/)
  assert.match(paper.text, /Still owed \$0\.00/)
  const file = (await sam.browser.get(`${sam.base}/documents/${paper.id}`)).headers
  assert.match(
    file.get('content-disposition') ?? '',
    /"paid-in-full-letter-\d{4}-\d\d-\d\d-4490\.pdf"/,
  )
  assert.match(await checked(paper.code), /Genuine.*Paid in full on/)
  const { event } = await firstPayment(sam)
  await takeBack(SAM, event)
  assert.match(await checked(paper.code), /no longer holds/)
})

test('nobody gets either for what is not theirs, is no payment, or is still owed', async () => {
  const others = await firstPayment(await world.signIn('ines.calder', INES))
  for (const path of [
    '/paid-in-full',
    `/activity/${others.event}/receipt`,
    '/activity/x/receipt',
    '/activity/%00/receipt',
  ]) {
    const { browser, base } = elena
    const answer = await browser.submit(`${base}${path}`, {}, `${base}/activity`)
    assert.ok(answer.status >= 400 && answer.status < 500, `${path}: ${answer.status}`)
  }
  // A lease has no quote to write a letter of.
  const ines = await world.signIn('ines.calder', INES)
  const path = `${ines.base}/payoff/letter`
  const answer = await ines.browser.submit(path, { on: '2026-12-04' }, `${ines.base}/activity`)
  assert.equal(answer.status, 422)
})
