// Complaints of the industry about payments, by their number in PRODUCT: a person pays on the page,
// the bank takes it or sends it back, and what the page says is looked at.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type ComplaintWorld, complaintWorld } from '#test/support/complaint-world.ts'
import { hiddenOf } from '#test/support/portal.ts'
import { type SignedIn, wordsOf } from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const DANA = '1048264433'
const PAIR = '1048264458'

let world: ComplaintWorld
let elena: SignedIn
before(async () => {
  world = await complaintWorld([ELENA, DANA, PAIR])
  await comeBack()
})

/** Days later her session is over. */
async function comeBack(): Promise<void> {
  elena = await world.signIn('elena.marsh', ELENA)
}

async function dayEnds(day: string): Promise<void> {
  await world.dayEnds(day)
  await comeBack()
}
after(() => world.close())

type Fields = Record<string, string>

const textOf = async ({ browser }: SignedIn, path: string) =>
  wordsOf((await browser.get(path)).text)

async function review({ browser, base }: SignedIn, fields: Fields) {
  return (await browser.get(`${base}/payments/review?${new URLSearchParams(fields)}`)).text
}

/** Pays as a person does; answers with the address of the confirmation. */
async function pay(person: SignedIn, fields: Fields, ticked: Fields = {}): Promise<string> {
  const form = { ...hiddenOf(await review(person, fields)), agreed: 'yes', ...ticked }
  const answer = await person.browser.post(`${person.base}/payments`, form)
  assert.equal(answer.status, 303, wordsOf(answer.text).slice(0, 600))
  return (answer.headers.get('location') ?? '').split('?')[0] ?? ''
}

const idOf = (path: string) => path.split('/').at(-1) ?? ''
const numberIn = (text: string) => /KT[0-9A-Z]-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? ''
const splitIn = (text: string) =>
  /Interest[^$]*(\$[\d,.]+) Principal (\$[\d,.]+) Fees and late charges (\$[\d,.]+)/
    .exec(text)
    ?.slice(1)

test('complaint 9: what extra does is seen for each use before, kept, and true after', async () => {
  const fields = { choice: 'duePlusExtra', extraAmount: '150', on: '2026-11-24' }
  const form = await textOf(
    elena,
    `${elena.base}/payments/new?${new URLSearchParams({ ...fields, extra: 'principal' })}`,
  )
  assert.match(form, /Principal now, saves \$[\d.]+ of interest/)
  assert.match(form, /My next payment, due January 5: \$363\.12 is left of it/)
  const foreseen = splitIn(wordsOf(await review(elena, { ...fields, extra: 'principal' })))
  const first = await pay(elena, { ...fields, extra: 'principal' })
  // A second one beside it is asked about only where it does the same again.
  const second = await pay(elena, { choice: 'principal', principalAmount: '40', on: '2026-12-10' })
  const third = await pay(elena, { choice: 'other', amount: '35', on: '2026-12-11' })
  const list = await textOf(elena, `${elena.base}/payments`)
  assert.equal(new Set(list.match(/KT[0-9A-Z]-[0-9A-Z]{4}-[0-9A-Z]{4}/g)).size, 3)

  await dayEnds('2026-11-24')
  const receipt = await textOf(elena, first)
  assert.match(receipt, /Payment applied/)
  assert.deepEqual(splitIn(receipt), foreseen)
  assert.match(receipt, /You chose: Amount due \$513\.12 plus \$150\.00 extra to principal now\./)
  assert.match(await textOf(elena, second), /You chose: Extra to principal alone\./)
  for (const path of [second, third]) await elena.browser.submit(`${path}/cancellation`, {})
})

test('complaint 9: money for principal alone pays no installment, and interest first', async () => {
  const text = wordsOf(
    await review(elena, { choice: 'principal', principalAmount: '1000', on: '2026-12-05' }),
  )
  assert.match(text, /Next payment, due Jan 5 \$513\.12/)
  const [interest, principal] = splitIn(text) ?? []
  assert.equal(Number(interest?.slice(1)) + Number(principal?.slice(1)), 1000)
})

test('complaint 9: refused only where what is past due comes first, with what can be done', async () => {
  const dana = await world.signIn('dana.whitlock', DANA)
  const form = await textOf(dana, `${dana.base}/payments/new`)
  assert.match(
    form,
    /Money for principal alone has to wait: \$886\.98 is past due and comes first\. The amount due plus extra does both in one payment\./,
  )
  assert.doesNotMatch(form, /Extra to principal alone/)
})

test('complaint 7: the order of the contract stands on each receipt, and the parts add up', async () => {
  let dana = await world.signIn('dana.whitlock', DANA)
  const path = await pay(dana, { choice: 'due', on: '2026-11-25' })
  await dayEnds('2026-11-25')
  dana = await world.signIn('dana.whitlock', DANA)
  const text = await textOf(dana, path)
  assert.match(
    text,
    /Order of your contract \(EMF-2019-01\): interest, principal, late charges, fees\./,
  )
  const parts = (splitIn(text) ?? []).map((part) => Number(part.replace(/[$,]/g, '')))
  const amount = Number(/\$([\d,.]+) on Wednesday/.exec(text)?.[1]?.replace(',', ''))
  assert.equal(
    parts.reduce((sum, part) => sum + Math.round(part * 100), 0),
    Math.round(amount * 100),
  )
  assert.equal(parts[2], 44.34)
})

test('complaint 8: money that prepays shows what is next, and that interest keeps running', async () => {
  const path = await pay(elena, {
    choice: 'duePlusExtra',
    extraAmount: '100',
    extra: 'installments',
    on: '2026-12-02',
  })
  const text = await textOf(elena, path)
  assert.match(
    text,
    /Next payment: \$413\.12 on Friday, February 5\. Interest keeps running at \$[\d.]+ a day\./,
  )
  await elena.browser.submit(`${path}/cancellation`, {})
})

test('complaint 10: four dates, until when it can come back, and the cutoff with its clock', async () => {
  const path = await pay(elena, { choice: 'other', amount: '60', on: '2026-11-27' })
  const html = (await elena.browser.get(path)).text
  const dates =
    /Sent by you .*Wed, Nov 25.* Counts as paid .*Fri, Nov 27.* Leaves your bank .*Mon, Nov 30.* Cleared .*Mon, Dec 7/
  assert.match(wordsOf(html), dates)
  assert.match(
    wordsOf(html),
    /Your bank can still return it as unauthorized until January 29, 2027\./,
  )
  assert.match(wordsOf(html), /You can cancel until Fri, Nov 27, 5 pm ET\./)
  assert.match(html, /data-until="2026-11-27T22:00:00\.000Z"/)
  await dayEnds('2026-11-27')
  const sent = await textOf(elena, path)
  assert.match(sent, /Payment applied/)
  assert.match(
    sent,
    /Counted as paid .*Fri, Nov 27.* Leaves your bank .*Mon, Nov 30.* Cleared .*Mon, Dec 7/,
  )
  await dayEnds('2026-12-07')
  const cleared = await textOf(elena, path)
  assert.match(cleared, /Payment cleared/)
  assert.match(cleared, /Your bank can still return it as unauthorized until January 29, 2027\./)
  assert.doesNotMatch(cleared, /\bfinal\b/i)
})

test('complaint 11: one number on the page, in the message and in the mail, for ever', async () => {
  const path = await pay(elena, { choice: 'other', amount: '75', on: '2026-12-08' })
  const number = numberIn(await textOf(elena, path))
  await dayEnds('2026-12-08')
  const mail = (await world.deliver()).filter(({ text }) => text.includes(number))
  assert.equal(mail.length, 2)
  assert.match(
    mail[1]?.text ?? '',
    /\$75\.00 counts as paid on .*: to interest \$[\d.]+, to principal/,
  )
  for (const { text } of mail) assert.doesNotMatch(text, /https?:|\/accounts\//)
  assert.match(await textOf(elena, `${elena.base}/messages`), new RegExp(`applied.*${number}`))
  await world.comesBack(idOf(path), 'R08', '343')
  const returned = await textOf(elena, path)
  assert.match(returned, /Payment returned/)
  assert.match(returned, /Your bank returned \$75\.00: payment stopped \(R08\)\./)
  assert.match(returned, /Nothing more is taken for it\. Pay in another way, or call us\./)
  assert.equal(numberIn(returned), number)
})

test('complaint 11: an attempt that fails gets a number too, and no money moves', async () => {
  const ruth = await world.signIn('ruth.calloway', PAIR)
  const form = hiddenOf(await review(ruth, { choice: 'due', on: '2026-12-15' }))
  const answer = await ruth.browser.post(`${ruth.base}/payments`, {
    ...form,
    agreed: 'yes',
    shown: '100',
  })
  assert.equal(answer.status, 422)
  const text = wordsOf(answer.text)
  assert.match(text, /This attempt did not go through: no money moves\. Its number: KT/)
  const list = await textOf(ruth, `${ruth.base}/payments`)
  assert.match(list, new RegExp(`The amount had changed since it was shown .*${numberIn(text)}`))
})
