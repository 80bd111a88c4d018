// A year of a loan, and the loan from its first day to its last, against the oracle: both add up.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AccountEvent } from '#src/domain/account/event.ts'
import { replayLoan } from '#src/domain/account/replay.ts'
import { standingOn } from '#src/domain/account/standing.ts'
import { couponsOf } from '#src/domain/account/statement/coupons.ts'
import { scheduleOfLoan } from '#src/domain/account/statement/schedule-of-loan.ts'
import { finishedYears, yearOfLoan } from '#src/domain/account/statement/year-of-loan.ts'
import { addMonths, type CivilDate, date, partsOf } from '#src/domain/calendar.ts'
import { cents, sum } from '#src/domain/money.ts'
import { vehicleInterestRule } from '#src/domain/regions/us-vehicle-interest.ts'
import { anyHistory, spanOf } from '#test/support/arbitrary-loan.ts'
import { leaseAccount, leasePaid } from '#test/support/lease-events.ts'
import { walk } from '#test/support/oracle.ts'
import { storyLedger } from '#test/support/story-ledger.ts'

const PARTS = ['paid', 'interest', 'principal', 'charges', 'other'] as const

test('Elena’s 2025: twelve payments, all of them interest or principal', () => {
  const ledger = storyLedger('1048264417', date('2026-11-24'))
  const events = ledger.steps.map(({ event }) => event)
  const year = yearOfLoan(ledger, events, 2025)
  assert.ok(year)
  const { payment } = ledger.contract
  assert.deepEqual([year.months.length, year.total.paid], [12, 12 * payment])
  assert.deepEqual([year.since, year.isWhole], ['2025-01-01', true])
  assert.equal(year.total.interest + year.total.principal, year.total.paid)
  assert.deepEqual(
    [year.total.interest, year.total.principal, year.opening, year.closing],
    [126_683, 489_061, 2_529_801, 2_040_740],
  )
  assert.deepEqual(finishedYears(ledger, date('2026-11-24')), [2025, 2024])
  assert.equal(yearOfLoan(ledger, events, 2023), null)
  const begun = yearOfLoan(ledger, events, 2024)
  assert.deepEqual([begun?.since, begun?.isWhole], [ledger.contract.start, true])
})

test('random loans: each year is what the oracle received in it, and the years join', () => {
  let years = 0
  fc.assert(
    fc.property(anyHistory, (events) => {
      const { last } = spanOf(events)
      const ledger = replayLoan(events)
      const { splits, days } = walk(events as Parameters<typeof walk>[0], { through: last })
      const until = addMonths(last, 24)
      let before: number | null = null
      for (const year of finishedYears(ledger, until).reverse()) {
        const of = yearOfLoan(ledger, events, year)
        if (of === null) continue
        years += 1
        const own = events.filter(
          ({ id, effectiveDate }) => splits.has(id) && partsOf(effectiveDate).year === year,
        )
        const received = (part: 'interest' | 'principal') =>
          own.reduce((total, { id }) => total + (splits.get(id)?.[part] ?? 0), 0)
        assert.equal(of.total.interest, received('interest'))
        assert.equal(of.total.principal, received('principal'))
        for (const part of PARTS)
          assert.equal(of.total[part], sum(of.months.map((month) => month[part])))
        assert.equal(of.opening + of.otherChanges - of.total.principal, of.closing)
        const end = days.get(`${year}-12-31`)
        if (end) assert.equal(of.closing, end.principal)
        if (before !== null && finishedYears(ledger, until).includes(year - 1))
          assert.equal(of.opening, before)
        before = of.closing
      }
    }),
    { numRuns: 300 },
  )
  assert.ok(years > 100, `${years} years`)
})

function scheduleAt(events: readonly AccountEvent[], on: CivilDate) {
  const standing = standingOn(replayLoan(events), on)
  return { standing, schedule: scheduleOfLoan(events, standing, on) }
}

test('random loans: from the first day to the last, with subtotals of each year that add up', () => {
  let caughtUp = 0
  fc.assert(
    fc.property(anyHistory, (events) => {
      const { last } = spanOf(events)
      const { standing, schedule } = scheduleAt(events, last)
      if (standing.position.chargedOff !== null) return assert.equal(schedule, null)
      assert.ok(schedule)
      const rows = schedule.years.flatMap((year) => year.rows)
      for (const part of PARTS) {
        assert.equal(schedule.total[part], sum(rows.map((row) => row[part])))
        assert.equal(schedule.total[part], sum(schedule.years.map(({ total }) => total[part])))
        assert.equal(schedule.total[part], schedule.paid[part] + schedule.ahead[part])
      }
      const { opening, otherChanges, principal, left } = schedule
      assert.equal(opening + otherChanges - schedule.paid.principal, principal)
      assert.equal(principal, standing.position.principal)
      assert.equal(principal - schedule.ahead.principal, left)
      const ahead = rows.filter(({ state }) => state === 'ahead')
      assert.deepEqual(
        ahead.map(({ on, paid, balance }) => [on, paid, balance]),
        standing.projection.rows.map(({ due, payment, balance }) => [due, payment, balance]),
      )
      if (rows.some(({ state }) => state === 'catchUp')) caughtUp += 1
      if (schedule.ends !== null) assert.equal(left, 0)
      const days = rows.map(({ on }) => on)
      assert.deepEqual(days, days.toSorted())
      const coupons = couponsOf({ ledger: standing.ledger, projection: standing.projection }, last)
      const year = ahead.filter(({ on }) => on < addMonths(last, 12))
      assert.deepEqual(
        coupons.map(({ number, due, amount }) => [number, due, amount]),
        year.filter(({ paid }) => paid > 0).map(({ number, on, paid }) => [number, on, paid]),
      )
    }),
    { numRuns: 300 },
  )
  assert.ok(caughtUp > 30, `${caughtUp} caught up`)
})

test('coupons of a lease: what is unpaid of each payment of the coming year', () => {
  const { ledger } = leaseAccount([{ on: '2026-01-15', payload: leasePaid(50_000) }], {
    through: '2026-02-01',
  })
  const { totalPayment } = ledger.position.schedule
  const coupons = couponsOf({ ledger, projection: null }, date('2026-02-01'))
  const [first, second] = coupons
  assert.ok(first && second)
  assert.ok(first.due >= '2026-02-01' && coupons.length <= 12)
  assert.equal(second.amount, totalPayment)
  assert.equal(
    sum(coupons.map(({ amount }) => amount)) + ledger.position.counted,
    totalPayment * (first.number - 1 + coupons.length),
  )
})

// 26 USC 6050AA: 600 dollars or more in a year, on loans made after 2024, tax years 2025 to 2028.
test('interest of vehicle loans is told of from 600.00, of later loans, for four tax years', () => {
  const made = date('2025-01-01')
  const of = (change: { year?: number; made?: CivilDate; cents?: number }) =>
    vehicleInterestRule({
      year: change.year ?? 2026,
      made: change.made ?? made,
      interest: cents(change.cents ?? 60_000),
    })
  assert.match(of({})?.citation ?? '', /6050AA/)
  assert.equal(of({ cents: 59_999 }), null)
  assert.equal(of({ made: date('2024-12-31') }), null)
  assert.deepEqual(
    [2024, 2025, 2028, 2029].map((year) => of({ year }) !== null),
    [false, true, true, false],
  )
})
