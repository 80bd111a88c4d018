import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { ProgressRing } from '#src/ui/charts/progress-ring.tsx'

function ring(figures: { share: number; paymentsMade: number; payments: number }): string {
  return renderToString(<ProgressRing name="n" caption="c" locale="en" {...figures} />)
}

/** The strokes of the first path that carries this class. */
function tickCount(html: string, look: string): number {
  const path = new RegExp(`<path class="${look}" d="([^"]*)"`).exec(html)
  return path?.[1]?.split('M').filter(Boolean).length ?? 0
}

test('there is one tick for each payment, dark for those made', () => {
  const html = ring({ share: 0.4629, paymentsMade: 27, payments: 60 })
  assert.equal(tickCount(html, 'k-stroke-ink'), 27)
  assert.equal(tickCount(html, 'k-stroke-control'), 33)
  assert.match(html, />46<tspan class="k-ring-fraction">\.3<\/tspan>/)
})

test('payments beyond the contract draw no more ticks than it has', () => {
  const html = ring({ share: 0.97, paymentsMade: 62, payments: 60 })
  assert.equal(tickCount(html, 'k-stroke-ink'), 60)
  assert.equal(tickCount(html, 'k-stroke-control'), 0)
})

test('100 percent is said only when all of it is repaid', () => {
  assert.match(ring({ share: 0.9999, paymentsMade: 59, payments: 60 }), />99<tspan[^>]*>\.9</)
  assert.match(ring({ share: 1, paymentsMade: 60, payments: 60 }), />100<tspan[^>]*>\.0</)
})
