import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import {
  areaPath,
  balanceScale,
  levelOn,
  linePath,
  PLOT_BOTTOM,
  PLOT_TOP,
} from '#src/ui/charts/balance-scale.ts'

const from = date('2024-08-05')
const to = date('2029-08-05')
const scale = balanceScale({ from, to, highest: 2_684_000 })

test('the contract fills the width and zero lies on the axis', () => {
  assert.equal(scale.x(from), 0)
  assert.equal(scale.x(to), 100)
  assert.equal(scale.y(0), PLOT_BOTTOM)
  assert.ok(scale.y(2_684_000) > PLOT_TOP)
})

test('lines across stand on round amounts and years on January 1', () => {
  assert.deepEqual(scale.levels, [0, 1_000_000, 2_000_000])
  assert.deepEqual(
    scale.years.map((year) => year.day),
    ['2025-01-01', '2026-01-01', '2027-01-01', '2028-01-01', '2029-01-01'],
  )
})

test('a long contract shows at most six years', () => {
  const long = balanceScale({ from, to: date('2044-08-05'), highest: 100 })
  assert.ok(long.years.length <= 6)
})

test('a level between two points lies straight between them', () => {
  const points = [
    { date: date('2026-01-01'), cents: cents(1_000) },
    { date: date('2026-01-11'), cents: cents(0) },
  ]
  assert.equal(levelOn(points, date('2026-01-06')), 500)
  assert.equal(levelOn(points, date('2025-01-01')), 1_000)
  assert.equal(levelOn(points, date('2027-01-01')), 0)
})

test('lines and areas end where their last point is', () => {
  const points = [
    { date: from, cents: cents(0) },
    { date: to, cents: cents(0) },
  ]
  assert.equal(linePath(points, scale), `M0,${PLOT_BOTTOM}L100,${PLOT_BOTTOM}`)
  assert.ok(areaPath(points, scale).endsWith('Z'))
})
