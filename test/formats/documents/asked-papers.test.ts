// Papers that can be asked for: of random loans, in both languages, on letter and A4.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { askedSheet } from '#src/formats/documents/asked-sheet.ts'
import { openPrinter } from '#src/formats/documents/printer.ts'
import { anyHistory, spanOf } from '#test/support/arbitrary-loan.ts'
import { askedOf, commonOfTest } from '#test/support/asked-paper.ts'
import { judgeAsked, scanLinesOf } from '#test/support/judge-asked.ts'
import { readPdf } from '#test/support/pdf-text.ts'

// Five hundred of them in test/long.
test('twenty-five random loans: every paper says what the screen says, and is told to a reader', async (t) => {
  const seen = await judgeAsked(25)
  t.diagnostic(JSON.stringify(seen))
  for (const kind of ['yearInterest', 'vehicleInterest', 'amortization', 'coupons'])
    assert.ok((seen[kind] ?? 0) >= 3, `${kind}: ${seen[kind]}`)
  assert.ok((seen.rows ?? 0) > 300)
})

test('the same facts give the same bytes, on the paper that the lender uses', async () => {
  const printer = openPrinter()
  const [events] = fc.sample(anyHistory, { numRuns: 1, seed: 11 })
  assert.ok(events)
  const sizes = []
  for (const at of [0, 2]) {
    const [facts] = askedOf(events, spanOf(events).last, commonOfTest(at))
    assert.ok(facts)
    const bytes = await printer.print(askedSheet(facts))
    assert.deepEqual(await printer.print(askedSheet(facts)), bytes)
    const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
    const { view } = await (await loading.promise).getPage(1)
    sizes.push(view.map(Math.round))
    await loading.destroy()
  }
  // 8.5 by 11 inches, and ISO 216.
  assert.deepEqual(sizes, [
    [0, 0, 612, 792],
    [0, 0, 595, 842],
  ])
})

test('each coupon has a line of its own that a scanner reads', async () => {
  const printer = openPrinter()
  const histories = fc.sample(anyHistory, { numRuns: 30, seed: 5 })
  let compared = 0
  for (const [at, events] of histories.entries()) {
    const { last } = spanOf(events)
    const facts = askedOf(events, last, commonOfTest(at)).find(({ kind }) => kind === 'coupons')
    if (facts?.kind !== 'coupons') continue
    const { text } = await readPdf(await printer.print(askedSheet(facts)))
    const lines = scanLinesOf(text)
    assert.equal(lines.length, facts.coupons.length)
    assert.equal(new Set(lines).size, lines.length)
    for (const [index, { amount }] of facts.coupons.entries())
      assert.equal(Number(lines[index]?.split(' ')[2]), amount)
    compared += lines.length
  }
  assert.ok(compared > 30, `${compared} lines`)
})
