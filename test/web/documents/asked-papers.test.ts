// Papers that can be asked for, of every account of the demo: once each, and what the screen says.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { AskedFacts } from '#src/formats/documents/document-facts.ts'
import type { AskedPaper } from '#src/servicing/documents/asked-figures.ts'
import { printAsked, viewOffer } from '#src/servicing/documents/print-asked.ts'
import { openPaper } from '#src/servicing/documents/read-papers.ts'
import { reversePayment } from '#src/servicing/reverse-payment.ts'
import { viewAccount } from '#src/servicing/view-account.ts'
import { formatDate, formatMoney } from '#src/words/format.ts'
import { judgeStructure, scanLinesOf } from '#test/support/judge-asked.ts'
import { testPapers } from '#test/support/papers.ts'
import { readPdf } from '#test/support/pdf-text.ts'
import { Browser } from '#test/support/portal.ts'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'
import { zipEntries } from '#test/support/zip-entries.ts'

const [ELENA, RUTH, DANA] = ['1048264417', '1048264458', '1048264433'] as const

let world: SignedInPortal
const papers = testPapers()
before(async () => {
  world = await openSignedIn()
})
after(() => world.close())

const context = () => ({ ...world.book.ctx, ...papers })

async function made(number: string, paper: AskedPaper, locale: 'en' | 'es' = 'en') {
  const owner = await world.book.ownerOf(number)
  const printed = await printAsked(context(), owner, { paper, locale })
  assert.ok(printed.ok, `${number} ${paper.kind}`)
  const opened = await openPaper(context(), owner, printed.value.documentId)
  assert.ok(opened.ok)
  const facts = opened.value.facts as AskedFacts
  return { id: printed.value.documentId, facts, pdf: await readPdf(opened.value.bytes) }
}

async function offerOf(number: string): Promise<AskedPaper[]> {
  const owner = await world.book.ownerOf(number)
  return viewOffer(context(), owner, await viewAccount(context(), owner))
}

test('of every account each paper that is offered is made, in both languages', async (t) => {
  const seen: Record<string, number> = {}
  for (const { record } of world.book.stories) {
    const number = record.accountNumber
    for (const paper of await offerOf(number))
      for (const locale of ['en', 'es'] as const) {
        const { facts, pdf } = await made(number, paper, locale)
        judgeStructure(pdf, facts)
        await judgeFigures(number, facts, pdf.text)
        seen[facts.kind] = (seen[facts.kind] ?? 0) + 1
      }
  }
  t.diagnostic(JSON.stringify(seen))
  for (const kind of ['yearInterest', 'vehicleInterest', 'amortization', 'coupons', 'autopayCopy'])
    assert.ok((seen[kind] ?? 0) >= 2, kind)
})

/** Against what the account’s own pages show. */
async function judgeFigures(number: string, facts: AskedFacts, text: string): Promise<void> {
  const owner = await world.book.ownerOf(number)
  const view = await viewAccount(context(), owner)
  const has = (said: string) => assert.ok(text.includes(said), `${number}: ${said} in ${text}`)
  const money = (amount: Parameters<typeof formatMoney>[0]) => formatMoney(amount, facts.locale)
  if (facts.kind === 'autopayCopy') return has(facts.text.replace(/\s+/g, ' '))
  if (facts.kind === 'coupons') {
    assert.equal(scanLinesOf(text).length, facts.coupons.length)
    const { current } = view.due
    const first = facts.coupons.find(({ due }) => due === current?.due)
    if (current && view.due.pastDue === 0) assert.equal(first?.amount, current.amount)
    return
  }
  assert.ok(view.product === 'loan')
  const rows = view.activity.filter(({ kind, split }) => kind === 'payment' && split !== null)
  if (facts.kind !== 'amortization') {
    const own = rows.filter((row) => row.effectiveDate.startsWith(String(facts.year)))
    const interest = own.reduce((all, row) => all + (row.split?.interest ?? 0), 0)
    assert.equal(facts.kind === 'yearInterest' ? facts.total.interest : facts.interest, interest)
    return has(money(interest as typeof view.interestDue))
  }
  for (const { effectiveDate, amount, principalAfter } of rows) {
    has(formatDate(effectiveDate, facts.locale, 'shortDated'))
    has(money(amount ?? view.interestDue))
    has(money(principalAfter ?? view.interestDue))
  }
  for (const { due, payment, balance } of view.projection.rows) {
    has(formatDate(due, facts.locale, 'shortDated'))
    has(money(payment))
    has(money(balance))
  }
}

test('asked for by two people at the same moment, and again, it is one paper', async () => {
  const paper = { kind: 'amortization' } as const
  const [ruth, ben] = [await world.book.ownerOf(RUTH), await world.book.ownerOf(RUTH, 'co')]
  const ask = (owner: typeof ruth) => printAsked(context(), owner, { paper, locale: 'en' })
  const printed = [...(await Promise.all([ask(ruth), ask(ben)])), await ask(ruth)]
  const ids = new Set(printed.map((each) => (each.ok ? each.value.documentId : 'refused')))
  assert.equal(ids.size, 1)
})

test('what an account has not is refused: years to come, a lease’s schedule, another’s permission', async () => {
  const refused = async (number: string, paper: AskedPaper, role: 'primary' | 'co' = 'primary') => {
    const owner = await world.book.ownerOf(number, role)
    const printed = await printAsked(context(), owner, { paper, locale: 'en' })
    return printed.ok ? 'made' : printed.refusal.code
  }
  for (const year of [2023, 2026, 2027])
    assert.equal(await refused(ELENA, { kind: 'yearInterest', year }), 'documentNotFound')
  // Her loan was made before 2025.
  assert.equal(await refused(ELENA, { kind: 'vehicleInterest', year: 2025 }), 'documentNotFound')
  assert.equal(await refused(ELENA, { kind: 'autopayCopy' }), 'documentNotFound')
  assert.equal(await refused(RUTH, { kind: 'autopayCopy' }, 'co'), 'documentNotFound')
  for (const { record } of world.book.stories.filter((each) => each.record.product === 'lease'))
    assert.equal(await refused(record.accountNumber, { kind: 'amortization' }), 'documentNotFound')
})

test('a loan made after 2024: its interest of 2025, and what is not known of it', async () => {
  const { pdf, facts } = await made(DANA, { kind: 'vehicleInterest', year: 2025 })
  assert.ok(facts.kind === 'vehicleInterest' && facts.interest >= 60_000)
  const { record } = world.book.stories.find((s) => s.record.accountNumber === DANA) ?? {}
  assert.ok(record)
  assert.ok(pdf.text.includes(record.vehicle.vin ?? ''))
  assert.match(pdf.text, /Whether the vehicle was new, and you its first owner Not in our records/)
  assert.match(pdf.text, /26 USC 6050AA.*\$600\.00 or more.*after December 31, 2024/)
  assert.match(pdf.text, /no form of the tax office/)
})

async function ask({ browser, base }: SignedIn, paper: string) {
  return browser.submit(`${base}/documents`, { paper }, `${base}/documents/new`)
}

test('by hand: asked for, listed under its year and kind, in the ZIP, checked by a stranger', async () => {
  const elena = await world.signIn('elena.marsh', ELENA)
  const { browser, base } = elena
  const page = await browser.get(`${base}/documents/new`)
  assert.match(wordsOf(page.text), /Interest summary of 2025/)
  assert.doesNotMatch(wordsOf(page.text), /Vehicle loan|autopay permission/)
  const answer = await ask(elena, 'yearInterest-2025')
  assert.equal(answer.status, 303)
  const id = new URL(answer.headers.get('location') ?? '', 'http://x').searchParams.get('made')
  const list = await browser.get(`${base}/documents?year=2025&kind=yearInterest&q=interest`)
  assert.ok(list.text.includes(`${base}/documents/${id}`))
  const [, code = ''] = /class="k-code">([0-9A-Z-]{19})/.exec(list.text) ?? []
  const cookie = [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const zip = await world.portal.request(`${base}/documents/years/2025`, { headers: { cookie } })
  const names = [...zipEntries(Buffer.from(await zip.arrayBuffer())).keys()]
  assert.deepEqual(names, ['interest-summary-2025-12-31-4417.pdf'])
  const check = async () =>
    wordsOf((await new Browser(world.portal).get(`/check?code=${code}`)).text)
  const shown = await check()
  assert.match(shown, /Genuine\. We made this paper.*Interest paid in 2025 \$[\d,]+\.\d\d/)
  assert.doesNotMatch(shown, /Marsh|4417|Larkfield/)
  const view = await viewAccount(context(), await world.book.ownerOf(ELENA))
  const paid = view.activity.find(
    ({ effectiveDate, kind }) => kind === 'payment' && effectiveDate.startsWith('2025'),
  )
  assert.ok(paid)
  await reversePayment(world.book.ctx, {
    ...{ accountId: view.accountId, eventId: paid.eventId, reason: 'correction', code: null },
  })
  assert.match(await check(), /it no longer holds/)
  const again = await ask(elena, 'yearInterest-2025')
  assert.ok(!again.headers.get('location')?.includes(id ?? ''), 'a corrected year is a new paper')
})

test('nothing chosen, or what there is not, comes back with what to do', async () => {
  const elena = await world.signIn('elena.marsh', ELENA)
  for (const paper of ['', 'yearInterest', 'x-2025', 'coupons-2025']) {
    const answer = await ask(elena, paper)
    assert.equal(answer.status, 422, paper)
    assert.match(wordsOf(answer.text), /Choose the paper that you want/)
  }
  const none = await ask(elena, 'yearInterest-1999')
  assert.equal(none.status >= 400 && none.status < 500, true)
  assert.match(wordsOf(none.text), /There is no such document on this account/)
})

test('the autopay page gives a copy of the permission to whoever gave it', async () => {
  const ruth = await world.signIn('ruth.calloway', RUTH)
  const page = (await ruth.browser.get(`${ruth.base}/autopay`)).text
  const answer = await ruth.browser.submit(
    `${ruth.base}/documents`,
    { paper: 'autopayCopy' },
    `${ruth.base}/autopay`,
  )
  assert.equal(answer.status, 303)
  const { pdf, facts } = await made(RUTH, { kind: 'autopayCopy' })
  assert.ok(facts.kind === 'autopayCopy')
  const onPage = /I authorize [^<]+/.exec(wordsOf(page))?.[0] ?? ''
  assert.ok(onPage.startsWith(facts.text.slice(0, 30)), onPage)
  assert.ok(pdf.text.includes(facts.text))
  const ben = await world.signIn('ben.calloway', RUTH)
  const his = wordsOf((await ben.browser.get(`${ben.base}/documents`)).text)
  assert.doesNotMatch(his, /Autopay permission/)
})
