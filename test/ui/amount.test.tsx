import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { cents } from '#src/domain/money.ts'
import { Amount, splitAmount } from '#src/ui/amount.tsx'

test('dollars and cents part at the decimal separator', () => {
  assert.deepEqual(splitAmount(cents(1_444_574), 'en'), { dollars: '$14,445', fraction: '.74' })
  assert.deepEqual(splitAmount(cents(5), 'en'), { dollars: '$0', fraction: '.05' })
  assert.deepEqual(splitAmount(cents(5_125_500), 'es'), { dollars: '$51,255', fraction: '.00' })
})

test('a negative amount begins with a true minus', () => {
  assert.deepEqual(splitAmount(cents(-25_046), 'en'), { dollars: '\u2212$250', fraction: '.46' })
})

test('only large amounts show their cents lighter', () => {
  const large = renderToString(<Amount cents={cents(51_255)} locale="en" size="display" />)
  assert.match(large, /\$512<span class="k-cents">\.55<\/span>/)
  const plain = renderToString(<Amount cents={cents(51_255)} locale="en" />)
  assert.equal(plain, '<span class="k-amount">$512.55</span>')
})
