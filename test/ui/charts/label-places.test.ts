// The labels of the balance chart on loans of every age: none on a line, none on another.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addMonths, type CivilDate, date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { type BalanceChartProps, balanceScale, PLOT_BOTTOM } from '#src/ui/charts/balance-scale.ts'
import { labelPlaces } from '#src/ui/charts/label-places.ts'

const START = date('2024-01-15')
const PRINCIPAL = 2_400_000

/** A straight loan of so many months, seen after some, of which we know the last few. */
function chartOf(loan: { months: number; seen: number; known: number; share: number }) {
  const { months, seen, known, share } = loan
  const day = (month: number): CivilDate => addMonths(START, month)
  const left = (month: number) => cents(Math.round(PRINCIPAL * (1 - month / months)))
  const span = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const now = cents(Math.round(left(seen) * share))
  const first = Math.max(0, seen - known)
  const chart: BalanceChartProps = {
    name: 'Balance',
    from: START,
    to: day(months),
    today: { date: day(seen), words: 'Today', detail: '$28,999.00 principal' },
    scheduled: {
      label: 'Scheduled',
      points: span(0, months).map((at) => ({ date: day(at), cents: left(at) })),
    },
    yours: {
      label: 'Your balance',
      shortLabel: 'Yours',
      points: [
        ...span(first, seen).map((at) => ({
          date: day(at),
          cents: cents(Math.round(left(at) * share)),
        })),
        { date: day(seen), cents: now },
      ],
    },
    whatIf: {
      label: 'If you pay as agreed',
      shortLabel: 'As agreed',
      points: span(seen, months).map((at) => ({
        date: day(at),
        cents: cents(Math.round(left(at) * share)),
      })),
    },
    paymentDates: [],
  }
  const scale = balanceScale({ from: chart.from, to: chart.to, highest: PRINCIPAL })
  return { chart, scale }
}

test('a new loan: nothing is written across the lines that all begin at its label', () => {
  const { chart, scale } = chartOf({ months: 72, seen: 0, known: 0, share: 1 })
  for (const look of ['wide', 'phone'] as const) {
    const { today, yours, scheduled } = labelPlaces(chart, scale, look)
    assert.ok(today && scheduled)
    // Two lines of words beside the axis, under the falling line.
    const end = today.x + (100 * (today.dx + chart.today.detail.length * 6.5)) / 505
    const lineAt = scale.y(PRINCIPAL * (1 - end / 100))
    assert.ok(today.y - 18 - 11 > lineAt, `${today.y} at ${lineAt}`)
    assert.equal(yours, null, 'no area, no name for it')
  }
})

test('known for a few months only: an area too narrow for its name goes without', () => {
  const { chart, scale } = chartOf({ months: 72, seen: 9, known: 3, share: 1 })
  assert.equal(labelPlaces(chart, scale, 'wide').yours, null)
  const whole = chartOf({ months: 72, seen: 30, known: 30, share: 1 })
  assert.notEqual(labelPlaces(whole.chart, whole.scale, 'wide').yours, null)
})

test('in the middle of a loan everything has its name', () => {
  const { chart, scale } = chartOf({ months: 60, seen: 27, known: 27, share: 0.95 })
  for (const look of ['wide', 'phone'] as const)
    for (const [name, place] of Object.entries(labelPlaces(chart, scale, look)))
      assert.notEqual(place, null, `${look}: ${name}`)
})

test('no room for the amount of today on a phone: the word stands alone', () => {
  const { chart, scale } = chartOf({ months: 24, seen: 12, known: 0, share: 0.7 })
  assert.equal(labelPlaces(chart, scale, 'phone').today?.lines, 1)
  assert.equal(labelPlaces(chart, scale, 'wide').today?.lines, 2)
})

test('whatever the loan: today is named, and labels stay inside and apart', () => {
  const loans = fc
    .record({
      months: fc.integer({ min: 24, max: 84 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      known: fc.integer({ min: 0, max: 84 }),
      share: fc.constantFrom(0.7, 0.95, 1),
    })
    .map(({ months, part, ...rest }) => ({ months, seen: Math.floor(months * part), ...rest }))
  fc.assert(
    fc.property(loans, fc.constantFrom('wide' as const, 'phone' as const), (loan, look) => {
      const { chart, scale } = chartOf(loan)
      const places = labelPlaces(chart, scale, look)
      assert.ok(places.today, 'today')
      const rows = Object.values(places).flatMap((place) => (place ? [place] : []))
      for (const { y, x } of rows) assert.ok(y > 0 && y < PLOT_BOTTOM && x >= 0 && x <= 100)
      const spots = rows.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`)
      assert.equal(new Set(spots).size, spots.length)
    }),
    { numRuns: 1000 },
  )
})
