// A lease in the portal: what is due, how far it is, what it discloses, and no dead ends.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'

const HOLLIS = '1048264508'
const INES = '1048264516'

let world: SignedInPortal
let hollis: SignedIn
let ines: SignedIn
before(async () => {
  world = await openSignedIn([HOLLIS, INES])
  hollis = await world.signIn('hollis.vane', HOLLIS)
  ines = await world.signIn('ines.calder', INES)
})
after(() => world.close())

async function textOf({ browser, base }: SignedIn, place = ''): Promise<string> {
  const page = await browser.get(base + place)
  assert.equal(page.status, 200, place)
  return wordsOf(page.text)
}

function centsAfter(text: string, label: string): number {
  const found = new RegExp(`${label} (−?)\\$([\\d,.]+)`).exec(text)
  assert.ok(found, label)
  const amount = Math.round(Number(found[2]?.replaceAll(',', '')) * 100)
  return found[1] ? -amount : amount
}

test('the overview: what is due with its tax, the end of the term, miles, the residual', async () => {
  const text = await textOf(hollis)
  assert.match(text, /\$533\.64 Due Thursday, December 3 in 9 days/)
  assert.equal(
    centsAfter(text, 'Base payment') + centsAfter(text, 'Sales tax'),
    centsAfter(text, 'Total'),
  )
  assert.match(text, /base monthly payment \$496\.41 × tax rate × 7\.50%/)
  assert.match(text, /Months left 3 of 36/)
  assert.match(text, /Payments made 34 of 36/)
  assert.match(text, /Your lease ends February 3, 2027 That is in 71 days\./)
  assert.match(text, /It ends at the residual value of \$21,900\.00 on February 3, 2027\./)
  assert.match(text, /Allowed up to today 33,667/)
  assert.match(text, /Each mile more \$0\.25/)
  assert.match(text, /Price to buy the vehicle plus taxes and official fees \$21,900\.00/)
})

test('money paid ahead prepays, and says that it lowers nothing', async () => {
  const text = await textOf(ines)
  assert.match(text, /\$413\.69 Due Monday, February 8/)
  assert.match(text, /Already paid toward it −\$57\.54/)
  assert.match(text, /You have paid \$1,000\.00 ahead\./)
  assert.match(text, /It does not lower the rent charge or the lease balance/)
  assert.match(text, /Your contract gives no right to buy the vehicle\./)
})

test('the disclosure adds up, box by box, and down the chain to the payment', async () => {
  const text = await textOf(hollis, '/terms')
  const chain = text.slice(text.indexOf('How your payment is made'))
  const step = (label: string) => {
    const found = new RegExp(`${label}[^$−÷]*(−?)\\$([\\d,.]+)`).exec(chain)
    assert.ok(found, label)
    return (found[1] ? -1 : 1) * Math.round(Number(found[2]?.replaceAll(',', '')) * 100)
  }
  // The note under the gross cost names the acquisition fee before the amount itself.
  assert.match(chain, /an acquisition fee of \$695\.00 included \$38,420\.00/)
  const adjusted = 3_842_000 + step('Capitalized cost reduction')
  assert.equal(step('Adjusted capitalized cost'), adjusted)
  assert.equal(step('Depreciation and any amortized amounts'), adjusted + step('Residual value'))
  const base = step('Total of base monthly payments')
  assert.equal(base, step('Depreciation and any amortized amounts') + step('Rent charge'))
  assert.equal(base, step('Base monthly payment') * 36)
  assert.equal(step('Total monthly payment'), step('Base monthly payment') + step('Sales tax'))
  assert.match(text, /Sales tax: 7\.50% of the base payment, \$37\.23 each month\. Rule: Lease/)
  assert.match(text, /Rules of the contract In force since Feb 1, 2019 EMF-LEASE-2019-02/)
  assert.match(text, /you can buy the vehicle for \$21,900\.00/)
})

test('the schedule ends on the residual; paid payments say so, a part of one too', async () => {
  const text = await textOf(ines, '/terms')
  assert.match(text, /36 Nov 8, 2028 \$471\.23 \$27\.72 \$[\d.]+ \$[\d.]+ \$16,200\.00/)
  assert.match(text, /14 Jan 8, 2027 [^P]*Paid/)
  assert.match(text, /\$57\.54 of it paid/)
})

test('a rate that is solved from or printed in the contract never stands without its warning', async () => {
  const text = await textOf(ines, '/terms')
  assert.match(text, /percent a year 5\.9 = base monthly payment/)
  assert.match(text, /This percentage may not measure the overall cost of financing this lease/)
})

test('activity splits each payment, opens its working, and comes as a file that adds up', async () => {
  const list = await ines.browser.get(`${ines.base}/activity`)
  const text = wordsOf(list.text)
  assert.match(text, /Nov 4, 2026 Payment Numbers 12 to 14/)
  assert.match(text, /Lease begins/)
  const link = new RegExp(`href="(${ines.base}/activity/[^"]+)"[^>]*>Payment</a>`).exec(list.text)
  const working = wordsOf((await ines.browser.get(link?.[1] ?? '')).text)
  assert.match(working, /Payment \d+, due [A-Z][a-z]{2} 8, 202\d/)
  assert.match(working, /To rent charge \$/)
  const file = await ines.browser.get(`${ines.base}/activity?format=csv`)
  const [heads = '', ...lines] = file.text.replace('\ufeff', '').trim().split('\r\n')
  assert.equal(
    heads,
    'Date,What,Note,Amount,Tax,Rent charge,Depreciation,To charges,Held,' +
      'Payments made after,State,State until or on,Recorded at (UTC)',
  )
  for (const line of lines.filter((one) => one.includes(',Payment,'))) {
    const [, , , amount, ...parts] = line.split(',')
    const cents = (text = '') => Math.round(Number(text) * 100)
    const sum = parts.slice(0, 5).reduce((total, part) => total + cents(part), 0)
    assert.equal(sum, cents(amount), line)
  }
})

test('what a lease does not have answers with what it has instead', async () => {
  const end = await textOf(hollis, '/payoff')
  assert.match(end, /2 payments of \$533\.64 \$1,067\.28 Left to pay \$1,067\.28/)
  assert.match(end, /substantial charge/)
  for (const place of ['/payments/00000000-0000-7000-8000-000000000000', '/activity/nothing']) {
    const answer = await hollis.browser.get(hollis.base + place)
    assert.equal(answer.status, 404, place)
  }
})

test('a payment asks for what is due or another amount, and says what more money does', async () => {
  const text = await textOf(hollis, '/payments/new')
  assert.match(text, /Amount due \$533\.64 Due Thursday, December 3/)
  assert.match(text, /From \$1\.00 up to \$1,067\.28, all that is left to pay/)
  assert.match(text, /What is more prepays the next payments\./)
  assert.doesNotMatch(text, /Payoff|Amount due plus extra/)
})

test('no page of a lease speaks of principal, interest or a payoff quote to be had', async () => {
  for (const place of ['', '/activity', '/terms', '/payments/new', '/more']) {
    const { text } = await hollis.browser.get(hollis.base + place)
    assert.doesNotMatch(wordsOf(text), /principal|interest|Get a payoff/i, place)
    assert.match(text, />Lease end</, place)
  }
})

test('in Spanish', async () => {
  await hollis.browser.get('/language?to=es&back=/accounts')
  const text = await textOf(hollis)
  assert.match(text, /Vence el jueves 3 de diciembre en 9 días/)
  assert.match(text, /Termina en el valor residual de \$21,900\.00 el 3 de febrero de 2027\./)
  await hollis.browser.get('/language?to=en&back=/accounts')
})

test('more leads to the payments and bank accounts of a lease', async () => {
  const more = wordsOf((await hollis.browser.get(`${hollis.base}/more?lang=en`)).text)
  assert.match(more, /Scheduled payments See or cancel what is set Autopay [^.]*Ways to pay/)
  assert.match(more, /Terms and schedule/)
})
