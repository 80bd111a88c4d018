import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY_COUNTS } from '#src/domain/contract/day-count.ts'
import banking from '#test/data/banking-days.json' with { type: 'json' }
import vectors from '#test/data/day-counts.json' with { type: 'json' }
import { calc } from '../../support/calc.ts'

type Counted = { days: number; yearFraction: string }

async function counted(input: object): Promise<Counted> {
  return (await calc('days', input)).results[0] as Counted
}

test('published day counts, each under its name', async () => {
  const kinds = [
    ['30/360', vectors.bondBasis],
    ['30/360-european', vectors.european],
    ['30/360-isda', vectors.isda],
  ] as const
  for (const [dayCount, spans] of kinds) {
    for (const { days, ...span } of spans) {
      assert.equal((await counted({ ...span, dayCount })).days, days, JSON.stringify(span))
    }
  }
})

test('actual/actual-isda is actual/actual with the old year owning New Year’s night', async () => {
  for (const { from, to, years } of vectors.actualActualOldYearEnd) {
    const { yearFraction } = await counted({ from, to, dayCount: 'actual/actual-isda' })
    assert.ok(Math.abs(Number(yearFraction) - Number(years)) < 1e-9, `${from} to ${to}`)
    const old = await counted({ from, to, dayCount: 'actual/actual', yearEnd: 'old' })
    assert.equal(old.yearFraction, yearFraction)
  }
  const night = { from: '2023-12-31', to: '2024-01-01', dayCount: 'actual/actual' }
  assert.equal((await counted({ ...night, yearEnd: 'new' })).yearFraction, '0.0027322404')
  assert.equal((await counted(night)).yearFraction, '0.0027397260')
})

test('banking days: a day, and counting', async () => {
  const ask = async (input: object) => (await calc('banking-days', input)).results[0]
  for (const { on, open } of banking.isBankingDay) {
    assert.deepEqual(await ask({ date: on }), { bankingDay: open }, on)
  }
  for (const { from, count, to } of banking.steps) {
    assert.deepEqual(await ask({ from, add: count }), { date: to }, from)
  }
  assert.deepEqual(await ask({ date: '2026-07-03' }), { bankingDay: true })
  assert.deepEqual(await ask({ from: '2026-07-02', add: 1 }), { date: '2026-07-03' })
})

test('banking days are refused outside the years whose holidays are known', async () => {
  const cases: [object, string][] = [
    [{ date: '1969-12-31' }, 'date'],
    [{ from: '1969-12-31', add: 1 }, 'from'],
    [{ from: '1970-01-02', add: -5 }, 'add'],
    [{ from: '2199-12-01', add: 50 }, 'add'],
    [{ from: '2026-01-01', add: 2_001 }, 'add'],
    [{ from: '2026-01-01' }, 'add'],
    [{ date: '2026-01-01', add: 1 }, 'date'],
    [{}, 'date'],
  ]
  for (const [input, field] of cases) {
    const { results } = await calc('banking-days', input)
    const { error } = results[0] as { error?: { field: string } }
    assert.equal(error?.field, field, JSON.stringify(input))
  }
})

test('the last day of the calendar is a day like any other, in every day count', async () => {
  const span = { from: '2199-01-01', to: '2199-12-31' }
  for (const dayCount of DAY_COUNTS) {
    for (const yearEnd of ['old', 'new']) {
      const { exitCode } = await calc('days', { ...span, dayCount, yearEnd })
      assert.equal(exitCode, 0, `${dayCount} ${yearEnd}`)
    }
    const contract = { principal: '1000.00', rate: '5', start: '2190-01-01', dayCount }
    const { exitCode } = await calc('ledger', {
      contract: { ...contract, firstDue: '2190-02-01', payments: 12, yearEnd: 'new' },
      events: [{ kind: 'payment', effective: '2199-12-31', amount: '1.00' }],
      balancesOn: ['2199-12-31'],
      payoffOn: ['2199-12-31'],
    })
    assert.equal(exitCode, 0, dayCount)
  }
})
