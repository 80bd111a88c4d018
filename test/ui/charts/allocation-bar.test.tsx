import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { cents } from '#src/domain/money.ts'
import { AllocationBar } from '#src/ui/charts/allocation-bar.tsx'

test('shares are as wide as their amounts and fill the bar', () => {
  const parts = [
    { share: 'interest', cents: cents(3_036) },
    { share: 'principal', cents: cents(63_219) },
    { share: 'fees', cents: cents(0) },
  ] as const
  const html = renderToString(<AllocationBar name="Interest $30.36" parts={parts} />)
  const widths = [...html.matchAll(/<rect[^>]*width="([\d.]+)%"/g)].map((match) => Number(match[1]))
  assert.deepEqual(widths, [4.58, 95.42])
  assert.match(html, /role="img" aria-label="Interest \$30\.36"/)
})

test('a negative share is a defect', () => {
  const parts = [{ share: 'fees', cents: cents(-1) }] as const
  assert.throws(() => renderToString(<AllocationBar name="n" parts={parts} />), /negative share/)
})
