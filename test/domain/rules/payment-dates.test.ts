// Example of DOMAIN.md 10.6 with a 5 pm Eastern cutoff and five banking days of waiting.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { addDays, date, daysBetween } from '#src/domain/calendar.ts'
import { isBankingDay } from '#src/domain/regions/us-banking-days.ts'
import { earliestEffective, paymentDates } from '#src/domain/rules/payment-dates.ts'

const calendar = { cutoff: '17:00', zone: 'America/New_York', clearingBankingDays: 5 }
const at = (effective: string, today: string) =>
  paymentDates(date(effective), { today: date(today), calendar })

test('a Friday counts that day, leaves the bank on Monday, clears five banking days later', () => {
  assert.deepEqual(at('2026-12-04', '2026-11-24'), {
    effective: '2026-12-04',
    sent: '2026-12-04',
    withdrawn: '2026-12-07',
    cleared: '2026-12-14',
    returnableUntil: '2027-02-05',
    cancelUntil: '2026-12-04T22:00:00.000Z',
  })
})

test('a Saturday ahead is sent on the Friday before; a Saturday that is today on Monday', () => {
  assert.equal(at('2026-12-05', '2026-11-24').sent, '2026-12-04')
  assert.equal(at('2026-12-05', '2026-12-05').sent, '2026-12-07')
})

test('a bank holiday is no banking day: the day before Thanksgiving leaves the bank on Friday', () => {
  assert.equal(at('2026-11-25', '2026-11-24').withdrawn, '2026-11-27')
  assert.equal(at('2026-11-26', '2026-11-24').sent, '2026-11-25')
})

test('the first day that can count is today until the cutoff, then tomorrow', () => {
  const day = date('2026-11-24')
  const before = earliestEffective(day, { now: '2026-11-24T21:59:59.999Z', calendar })
  const from = earliestEffective(day, { now: '2026-11-24T22:00:00.000Z', calendar })
  assert.deepEqual([before, from], ['2026-11-24', '2026-11-25'])
})

test('in any year the dates follow one another, on banking days, and the cutoff is not before today', () => {
  const anyDay = fc.integer({ min: 0, max: 3650 }).map((days) => addDays(date('2024-01-01'), days))
  fc.assert(
    fc.property(anyDay, fc.nat({ max: 45 }), (today, ahead) => {
      const effective = addDays(today, ahead)
      const dates = paymentDates(effective, { today, calendar })
      assert.ok(
        isBankingDay(dates.sent) && isBankingDay(dates.withdrawn) && isBankingDay(dates.cleared),
      )
      assert.ok(
        today <= dates.sent && dates.sent < dates.withdrawn && dates.withdrawn < dates.cleared,
      )
      assert.equal(daysBetween(dates.withdrawn, dates.returnableUntil), 60)
      assert.ok(Math.abs(daysBetween(effective, dates.sent)) <= 4)
    }),
  )
})
