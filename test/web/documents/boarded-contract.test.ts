// The demo's signed contract, brought as a boarding file's papers are: its customers see it,
// download it, and it says what their pages say.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { book } from '#seeds/book.ts'
import { attachSigned } from '#seeds/signed-contract.ts'
import { date } from '#src/domain/calendar.ts'
import { openPdfCheck } from '#src/formats/attached/check-pdf.ts'
import { formatMoney } from '#src/words/format.ts'
import { readPdf } from '#test/support/pdf-text.ts'
import { Browser } from '#test/support/portal.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'

const PAIR = '1048264458'
let world: SignedInPortal
before(async () => {
  world = await openSignedIn([PAIR])
})
after(() => world.close())

test('both who owe see the contract that came with boarding, and get its very bytes', async () => {
  const stories = book(date('2026-11-24'))
  const record = stories.find((each) => each.record.accountNumber === PAIR)?.record
  assert.ok(record?.product === 'loan')
  const files = world.portal.papers?.files
  assert.ok(files)
  await attachSigned({ ...world.book.ctx, files, checkPdf: openPdfCheck() }, record)
  const [row] = await world.book.ctx.db.selectFrom('attached_paper').selectAll().execute()
  assert.ok(row)
  for (const name of ['ruth.calloway', 'ben.calloway']) {
    const { browser, base } = await world.signIn(name, PAIR)
    const page = await browser.get(`${base}/documents`)
    assert.match(wordsOf(page.text), /Signed contract Retail installment contract, dated/)
    assert.ok(page.text.includes(`${base}/documents/${row.id}`))
    const cookie = [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
    const path = `${base}/documents/${row.id}`
    const file = await world.portal.request(path, { headers: { cookie } })
    assert.match(file.headers.get('content-disposition') ?? '', /^attachment; filename="signed-/)
    const bytes = new Uint8Array(await file.arrayBuffer())
    assert.deepEqual(createHash('sha256').update(bytes).digest(), row.digest)
    const { text, language } = await readPdf(bytes)
    const { principal, payment, payments } = record.contract
    assert.equal(language, 'en')
    assert.match(text, /INVENTED FOR A DEMO/)
    assert.ok(text.includes(`Amount financed ${formatMoney(principal, 'en')}`), text)
    assert.ok(text.includes(`${payments} of ${formatMoney(payment, 'en')}`), text)
  }
  const stranger = await new Browser(world.portal).get(`/accounts/${row.account_id}/documents`)
  assert.equal(stranger.status, 303)
})
