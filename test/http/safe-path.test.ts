import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { backTo } from '#src/http/safe-path.ts'
import { Browser } from '#test/support/portal.ts'
import { openSignedIn, type SignedIn, type SignedInPortal } from '#test/support/signed-in.ts'

const ELENA = '1048264417'

let world: SignedInPortal
let elena: SignedIn
before(async () => {
  world = await openSignedIn([ELENA])
  elena = await world.signIn('elena.marsh', ELENA)
})
after(() => world.close())

/** Follows the link to the other language on the page, as a person does. */
async function inOtherLanguage({ browser }: SignedIn, path: string) {
  const page = await browser.get(path)
  const link = /href="(\/language\?[^"]*)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&')
  assert.ok(link, `${path} has a link to the other language`)
  const back = (await browser.get(link)).headers.get('location') ?? ''
  return { back, text: (await browser.get(back)).text }
}

test('the other language shows the same payment, to the cent and the day', async () => {
  const query = 'choice=other&amount=12&on=2026-12-02'
  const { back, text } = await inOtherLanguage(elena, `${elena.base}/payments/review?${query}`)
  assert.equal(back, `${elena.base}/payments/review?${query}`)
  assert.match(text, /<html lang="es"/)
  assert.match(text, /name="amount" value="12"/)
  assert.match(text, /name="on" value="2026-12-02"/)
  assert.match(text, /name="shown" value="1200"/)
})

test('every address with a query comes back as it was', async () => {
  const { base } = elena
  const addresses = [
    `${base}/payments/new?choice=duePlusExtra&extraAmount=1%2C500.00&extra=installments`,
    `${base}/payoff?on=2026-12-04`,
    `${base}/activity?year=2026`,
    `${base}?extra=50`,
    `${base}?table=balance`,
    `${base}/bank-accounts/new?choice=other&from=&on=2026-12-04&amount=12`,
  ]
  for (const address of addresses)
    assert.equal((await inOtherLanguage(elena, address)).back, address)
})

test('who has to sign in again comes back to the same payment', async () => {
  const address = `${elena.base}/payments/review?choice=other&amount=12&on=2026-12-02`
  const answer = await new Browser(world.portal).get(address)
  const signIn = new URL(answer.headers.get('location') ?? '', world.portal.config.portalOrigin)
  assert.equal(signIn.searchParams.get('next'), address)
})

test('a language in the address is not carried along, nor a query that no link may hold', () => {
  const back = (query: string) => backTo(`https://portal.example/help${query}`)
  assert.equal(back(''), '/help')
  assert.equal(back('?'), '/help')
  assert.equal(back('?lang=es'), '/help')
  assert.equal(back('?lang=es&on=2026-12-04'), '/help?on=2026-12-04')
  assert.equal(back('?amount=1,000+*'), '/help?amount=1%2C000%20%2A')
  assert.equal(back('?to=//evil.example'), '/help?to=%2F%2Fevil.example')
  assert.equal(back(`?long=${'x'.repeat(600)}`), '/help')
})
