// The privacy page, without signing in: the notice as the form has it, its PDF, its code, and a lender
// whose file has none.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { words } from '#src/words/words.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { markupProblems } from '#test/support/page-checks.ts'
import { readPdf } from '#test/support/pdf-text.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import { Browser, openPortal, type Portal } from '#test/support/portal.ts'

let book: PlantedBook
let portal: Portal
let plain: Portal
before(async () => {
  const today = date('2026-11-24')
  book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers: [] })
  const clock = movableClock(book.clock.instant)
  portal = await openPortal(book.database, clock)
  plain = await openPortal(book.database, clock, undefined, { privacyNotice: undefined })
})
after(async () => {
  await portal.close()
  await plain.close()
  await book.close()
})

test('anybody reads the notice on the page and as a PDF, in both languages, and checks its code', async () => {
  const stranger = new Browser(portal)
  for (const locale of ['en', 'es'] as const) {
    await stranger.get(`/language?to=${locale}&back=/privacy`)
    const shown = await stranger.get('/privacy')
    assert.deepEqual(await markupProblems(shown.text), [])
    const { privacyNotice: w, check } = words(locale).documents
    const name = portal.config.lender.legalName
    const text = shown.text.replaceAll('&amp;', '&')
    for (const said of [w.title(name), w.whyText, w.notShared, ...Object.values(w.reasons)])
      if (said !== w.reasons.affiliatesMarketing) assert.ok(text.includes(said), said)
    // No affiliates: that line of the form is left out, and nothing can be limited.
    assert.ok(!text.includes(`${w.reasons.affiliatesMarketing}<`))
    assert.ok(!text.includes(w.limit))
    const sent = await portal.request(`/privacy/notice/${locale}`)
    assert.equal(sent.headers.get('content-type'), 'application/pdf')
    const pdf = await readPdf(new Uint8Array(await sent.arrayBuffer()))
    assert.equal(pdf.language, locale)
    const [code = ''] = /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(pdf.text) ?? []
    const checked = await stranger.get(`/check?code=${code}`)
    assert.equal(checked.status, 200)
    for (const said of [check.states.genuine, w.checkedText]) assert.ok(checked.text.includes(said))
  }
  assert.equal((await stranger.get('/privacy/notice/fr')).status, 404)
})

test('without a notice in the lender’s file the page says how to get one, and makes none up', async () => {
  const stranger = new Browser(plain)
  const { text } = await stranger.get('/privacy')
  const { phone } = plain.config.lender
  const { noNotice } = words('en').shell.privacy({ ...plain.config.lender, hours: '' })
  assert.ok(text.includes(noNotice.heading) && text.includes(phone))
  assert.ok(!text.includes('/privacy/notice/'))
  assert.equal((await stranger.get('/privacy/notice/en')).status, 404)
})
