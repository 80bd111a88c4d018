// A corrected statement made at the desk: what is different is seen first, pressed twice it is one,
// and the customer and whoever holds the old paper are told. Nothing is lost by it (complaint 23:
// kept, and exportable at once; complaint 11: what proved something goes on being checked).
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { openPdfCheck } from '#src/formats/attached/check-pdf.ts'
import { printStatements } from '#src/servicing/documents/print-statements.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { readStatements } from '#src/store/documents/statements.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { testPapers } from '#test/support/papers.ts'
import { type Answer, Browser, hiddenOf, type Portal } from '#test/support/portal.ts'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'
import { zipEntries } from '#test/support/zip-entries.ts'

const PAIR = '1048264458'
let world: SignedInPortal
let desk: Portal
let agent: Browser
let auditor: Browser
let ruth: SignedIn
let base: string
let accountId: string

before(async () => {
  world = await openSignedIn([PAIR])
  const papers = { ...(world.portal.papers ?? testPapers()), checkPdf: openPdfCheck() }
  desk = await openDesk(world.book.database, world.clock, { papers })
  const staff = staffWorld(world.book.database, world.clock)
  agent = (await atDesk(desk, staff, 'agent')).browser
  auditor = (await atDesk(desk, staff, 'auditor')).browser
  ruth = await world.signIn('ruth.calloway', PAIR)
  base = `${ruth.base}/statements`
  accountId = ruth.base.split('/').at(-1) ?? ''
  await printStatements({ ...world.book.ctx, ...papers })
})
after(async () => {
  await desk.close()
  await world.close()
})

const kept = () => readStatements(world.book.ctx.db, world.book.ctx.vault, accountId)
const codeOf = ({ facts }: { facts: string }) => (JSON.parse(facts) as { code: string }).code

function pay(on: string, amount: number) {
  return postPayment(world.book.ctx, {
    ...{ accountId, amount: cents(amount), effectiveDate: date(on) },
    ...{ extra: 'principal', extraAmount: cents(amount), toCharges: cents(0) },
    ...{ channel: 'mail', paymentId: null },
  })
}

async function firstPage(by: Browser = agent): Promise<{ page: string; text: string }> {
  const [first] = await kept()
  const page = `${base}/${first?.id}`
  return { page, text: (await by.get(page)).text }
}

async function send(page: string, fields: Record<string, string>): Promise<Answer> {
  return agent.post(`${page}/correction`, fields)
}

test('one that says what is known offers nothing to correct', async () => {
  assert.match(wordsOf((await agent.get(base)).text), /As known now/)
  const { text } = await firstPage()
  assert.match(wordsOf(text), /There is nothing to correct/)
  assert.doesNotMatch(text, /action="[^"]*correction"/)
  const path = /href="(\/accounts\/[^"]*\/file)"/.exec(text)?.[1] ?? ''
  const file = await desk.request(path, {
    headers: { cookie: [...agent.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  })
  assert.equal(file.headers.get('content-type'), 'application/pdf')
  assert.match(await file.text(), /^%PDF-/)
})

test('what is different stands there line by line, in the language of whoever looks', async () => {
  await pay('2026-11-10', 10_000)
  assert.match(wordsOf((await agent.get(base)).text), /Differs from what is known/)
  const { text } = await firstPage()
  const words = wordsOf(text)
  assert.match(words, /What is different now/)
  assert.match(words, /This period: Paid \$589\.29 \$689\.29/)
  assert.match(words, /Extra payment Nov 10, 2026 · Added Added \$100\.00/)
  const seen = wordsOf((await firstPage(auditor)).text)
  assert.match(seen, /What is different now/)
  assert.doesNotMatch(seen, /Make it and tell the customer/)
})

test('without a reason, or after more was recorded, it comes back with what to do', async () => {
  const { page, text } = await firstPage()
  const hidden = hiddenOf(text)
  const empty = await send(page, { ...hidden, note: 'Kept as typed' })
  assert.equal(empty.status, 422)
  assert.match(wordsOf(empty.text), /Choose why/)
  assert.match(empty.text, /value="Kept as typed"/)
  const card = await send(page, { ...hidden, reason: 'ourMistake', note: '4111 1111 1111 1111' })
  assert.match(wordsOf(card.text), /Leave out numbers/)
  await pay('2026-11-11', 1_000)
  const moved = await send(page, { ...hidden, reason: 'ourMistake' })
  assert.equal(moved.status, 422)
  assert.match(wordsOf(moved.text), /Something was recorded on the account since/)
  assert.match(moved.text, /value="ourMistake" checked|checked[^>]*value="ourMistake"/)
  assert.equal((await kept()).length, 1)
})

test('an auditor makes none', async () => {
  const { page, text } = await firstPage(auditor)
  const { token = '' } = hiddenOf(text)
  const answer = await auditor.post(`${page}/correction`, { token, reason: 'ourMistake' })
  assert.equal(answer.status, 403)
})

test('pressed twice it is one; the old one names it, and both are opened by the customer', async () => {
  const { page, text } = await firstPage()
  const fields = { ...hiddenOf(text), reason: 'recordedLate', note: 'Two checks were found.' }
  for (const answer of await Promise.all([send(page, fields), send(page, fields)]))
    assert.equal(answer.headers.get('location'), `${base}?done=corrected`, wordsOf(answer.text))
  assert.equal((await send(page, fields)).headers.get('location'), `${base}?done=corrected`)
  const [old, newer] = await kept()
  assert.ok(old && newer)
  assert.equal((await kept()).length, 2)
  const list = wordsOf((await agent.get(`${base}?done=corrected`)).text)
  assert.match(list, /The corrected statement is made.*Corrected once.*As known now.*Replaced/)
  const before = await firstPage()
  assert.match(wordsOf(before.text), /A corrected one took its place on Nov 24, 2026/)
  assert.ok(before.text.includes(`${base}/${newer.id}"`))
  const late = await send(page, { ...fields, key: old.id })
  assert.match(wordsOf(late.text), /took its place meanwhile/)
  const printed = wordsOf((await agent.get(`${ruth.base}/papers`)).text)
  assert.match(printed, /Corrected statement English .*Statement English/)
  const papers = wordsOf((await ruth.browser.get(`${ruth.base}/documents`)).text)
  assert.match(papers, /Corrected statement .*Corrected on November 24, 2026/)
  assert.match(papers, /Statement .*Replaced on November 24, 2026 by a corrected one/)
  for (const { id } of [old, newer]) {
    const opened = await ruth.browser.get(`${ruth.base}/documents/${id}`)
    assert.equal(opened.headers.get('content-type'), 'application/pdf')
  }
  const year = await papersOf2026()
  const ends = [...year.keys()].filter((entry) => /statement/.test(entry)).sort()
  assert.deepEqual(ends, [
    'corrected-statement-2026-11-14-4458.pdf',
    'statement-2026-11-14-4458.pdf',
  ])
  const name = await ruth.browser.get(`${ruth.base}/documents/${newer.id}`)
  assert.match(name.headers.get('content-disposition') ?? '', /filename="corrected-statement-2026/)
  const messages = wordsOf((await ruth.browser.get(`${ruth.base}/messages`)).text)
  assert.match(messages, /Corrected statement through Saturday, November 14/)
})

/** All papers of the year, as the customer downloads them at once. */
async function papersOf2026(): Promise<ReadonlyMap<string, Buffer>> {
  const cookie = [...ruth.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const path = `${ruth.base}/documents/years/2026`
  const answer = await world.portal.request(path, { headers: { cookie } })
  return zipEntries(Buffer.from(await answer.arrayBuffer()))
}

test('a stranger with the old paper reads that it was replaced, and when', async () => {
  const [old, newer] = await kept()
  assert.ok(old && newer)
  const check = async (code: string) =>
    wordsOf((await new Browser(world.portal).get(`/check?code=${code}`)).text)
  const said = await check(codeOf(old))
  assert.match(said, /replaced by a corrected one\. We made this paper\. On November 24, 2026/)
  assert.doesNotMatch(said, /Calloway|4458|Larkfield/)
  const held = await check(codeOf(newer))
  assert.match(held, /Genuine.*In the place of the statement of November 15, 2026/)
})

test('of another account, or none, there is no such page; who looked is written down', async () => {
  const [first] = await kept()
  for (const path of [`/accounts/${first?.id}/statements`, `${base}/${accountId}`, `${base}/x`])
    assert.equal((await agent.get(path)).status, 404, path)
  const { db } = world.book.ctx
  const audit = await readAccountAudit(db, accountId)
  assert.ok(audit.some(({ action }) => action === 'statements viewed'))
  const [made] = audit.filter(({ action }) => action === 'statement corrected')
  assert.equal(made?.details.reason, 'recordedLate')
  assert.equal(made?.details.note, 'Two checks were found.')
})
