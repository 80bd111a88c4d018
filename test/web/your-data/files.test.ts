// Activity as OFX and the ledger as a file, of every account of the demo: the figures are those of
// the screen, and the calculator finds not one that differs.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parse } from 'ofx-js'
import { cents, toDollars } from '#src/domain/money.ts'
import { viewAccount } from '#src/servicing/view-account.ts'
import { calc } from '#test/support/calc.ts'
import { assertIsOfx } from '#test/support/ofx-schema.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'

let world: SignedInPortal
before(async () => {
  world = await openSignedIn()
})
after(() => world.close())

async function people() {
  const found = []
  for (const { record, usernames } of world.book.stories) {
    const [username] = usernames
    if (!username) continue
    const { accountNumber: number, product } = record
    const owner = await world.book.ownerOf(number)
    const view = await viewAccount(world.book.ctx, owner)
    found.push({ ...(await world.signIn(username, number)), number, product, view })
  }
  return found
}

type Transaction = { readonly FITID: string; readonly TRNAMT: string } & {
  readonly LOANTRNAMT: { readonly PRINAMT: string; readonly INTAMT: string }
}

async function statementIn(text: string) {
  const { OFX } = (await parse(text)) as never as {
    OFX: { LOANMSGSRSV1: { LOANSTMTTRNRS: { LOANSTMTRS: Statement } } }
  }
  return OFX.LOANMSGSRSV1.LOANSTMTTRNRS.LOANSTMTRS
}

type Statement = {
  readonly LOANACCTFROM: { readonly LOANACCTID: string }
  readonly LOANTRANLIST: { readonly LOANSTMTTRN: Transaction | readonly Transaction[] }
  readonly PRINBAL: { readonly BALAMT: string; readonly PRINLTD: string }
}

const centsOf = (text: string) => Math.round(Number(text) * 100)

test('OFX of every loan: the schema holds, and its amounts come to what is owed', async () => {
  let loans = 0
  const names = new Set<string>()
  for (const { browser, base, product, view, number } of await people()) {
    const answer = await browser.get(`${base}/activity?format=ofx`)
    if (product === 'lease' || view.product === 'lease') {
      // OFX has no form for a lease: the page says so, and shows the activity.
      assert.match(answer.headers.get('content-type') ?? '', /^text\/html/)
      const page = wordsOf((await browser.get(`${base}/data`)).text)
      assert.match(page, /has no form for a lease/)
      continue
    }
    loans += 1
    assertIsOfx(answer.text)
    const { LOANTRANLIST, PRINBAL, LOANACCTFROM } = await statementIn(answer.text)
    const rows = [LOANTRANLIST.LOANSTMTTRN].flat()
    const { principal, chargedOff } = view.position
    const owed = principal + (chargedOff ?? 0)
    assert.equal(PRINBAL.BALAMT, toDollars(cents(owed)), number)
    const moved = rows.reduce((sum, { LOANTRNAMT }) => sum + centsOf(LOANTRNAMT.PRINAMT), 0)
    assert.equal(moved + owed, 0, number)
    assert.equal(new Set(rows.map(({ FITID }) => FITID)).size, rows.length)
    names.add(LOANACCTFROM.LOANACCTID)
    assert.ok(!answer.text.includes(number), 'no whole account number')
  }
  assert.ok(loans > 5)
  assert.equal(names.size, loans, 'no two loans have one name')
})

test('OFX of a year, and in Spanish', async () => {
  const [first] = await people()
  assert.ok(first)
  const { browser, base } = first
  const year = await browser.get(`${base}/activity?format=ofx&year=2026`)
  assertIsOfx(year.text)
  for (const [, on] of year.text.matchAll(/<DTPOSTED>(\d{4})/g)) assert.equal(on, '2026')
  const spanish = await browser.get(`${base}/activity?format=ofx&lang=es`)
  assertIsOfx(spanish.text)
  assert.match(spanish.text, /<LANGUAGE>SPA<[\s\S]*<NAME>Pago</)
})

test('the ledger of every loan is computed again to the same cents', async () => {
  let loans = 0
  for (const { browser, base, product, number, view } of await people()) {
    const answer = await browser.get(`${base}/data/ledger`)
    if (product === 'lease') {
      assert.equal(answer.status, 404)
      continue
    }
    loans += 1
    const { exitCode, results } = await calc('ledger', { text: answer.text })
    const result = results[0] as { differences?: unknown[]; balances?: { principal: string }[] }
    assert.deepEqual(result.differences, [], `${number} ${JSON.stringify(result).slice(0, 300)}`)
    assert.equal(exitCode, 0)
    assert.ok(view.product === 'loan')
    assert.equal(result.balances?.[0]?.principal, toDollars(view.position.principal), number)
    assert.ok(answer.text.includes(view.today))
  }
  assert.ok(loans > 5)
})

test('a stranger gets neither', async () => {
  const [one, other] = await people()
  assert.ok(one && other)
  for (const path of ['/data', '/data/ledger', '/activity?format=ofx'])
    assert.equal((await other.browser.get(`${one.base}${path}`)).status, 404)
})
