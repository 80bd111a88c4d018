import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CivilDate, date } from '#src/domain/calendar.ts'
import { leaseSchedule } from '#src/domain/contract/lease-schedule.ts'
import { cents, ratePpb } from '#src/domain/money.ts'
import {
  leaseLateChargeAmount,
  leaseLateChargeDate,
  leaseLateChargesBy,
} from '#src/domain/rules/lease-late-charge.ts'
import { SAMPLE_LEASE } from '#test/support/signed-lease.ts'

const schedule = leaseSchedule(SAMPLE_LEASE)
const rule = SAMPLE_LEASE.lateCharge ?? assert.fail()

/** Payments by day, in cents, as they had come by the end of a day. */
const received = (payments: readonly [string, number][]) => (day: CivilDate) =>
  payments
    .filter(([on]) => on <= day)
    .map(([on, amount]) => ({
      current: schedule.installments.filter(({ due }) => due <= on).length,
      amount: cents(amount),
    }))

test('the charge is a percentage of the whole payment, within its bounds', () => {
  const amount = (bounds: { minimum?: number; maximum?: number }) =>
    leaseLateChargeAmount({
      ...schedule,
      contract: {
        ...SAMPLE_LEASE,
        lateCharge: {
          ...rule,
          minimum: cents(bounds.minimum ?? 0),
          maximum: bounds.maximum === undefined ? null : cents(bounds.maximum),
        },
      },
    })
  assert.equal(amount({}), 1_285)
  assert.equal(amount({ minimum: 2_500 }), 2_500)
  assert.equal(amount({ maximum: 1_000 }), 1_000)
})

test('nothing is charged without a rule, without its citation, or of zero', () => {
  for (const lateCharge of [null, { ...rule, citation: '' }, { ...rule, percentPpb: ratePpb(0) }]) {
    const without = leaseSchedule({ ...SAMPLE_LEASE, lateCharge })
    const at = { first: 1, through: date('2030-01-01'), receiptsBy: () => [] }
    assert.deepEqual(leaseLateChargesBy(without, at), [])
  }
})

test('an installment is charged once it is unpaid after its last day of grace', () => {
  assert.equal(leaseLateChargeDate(SAMPLE_LEASE, 2), '2026-02-26')
  const charged = (steps: readonly [string, number][], through: string) =>
    leaseLateChargesBy(schedule, { first: 1, through: date(through), receiptsBy: received(steps) })
  assert.deepEqual(charged([['2026-01-15', 25_694]], '2026-02-25'), [])
  assert.deepEqual(charged([['2026-01-15', 25_694]], '2026-02-26'), [
    { installment: 2, effectiveDate: '2026-02-26', amount: 1_285, citation: 'contract, clause 9' },
  ])
  const onLastDay: [string, number][] = [
    ['2026-01-15', 25_694],
    ['2026-02-25', 25_694],
  ]
  assert.deepEqual(charged(onLastDay, '2026-03-20'), [])
  const shortByOne: [string, number][] = [
    ['2026-01-15', 25_694],
    ['2026-02-25', 25_693],
    ['2026-02-26', 1],
  ]
  assert.deepEqual(
    charged(shortByOne, '2026-03-20').map(({ installment }) => installment),
    [2],
  )
})

test('a missed payment is charged once; the later ones, each paid in full on its day, are not', () => {
  const later: [string, number][] = ['2026-03-15', '2026-04-15', '2026-05-15'].map((on) => [
    on,
    25_694,
  ])
  const payments: [string, number][] = [['2026-01-15', 25_694], ...later]
  const at = { first: 1, through: date('2026-06-01'), receiptsBy: received(payments) }
  assert.deepEqual(
    leaseLateChargesBy(schedule, at).map(({ installment }) => installment),
    [2],
  )
})

test('installments before ours are left alone', () => {
  const at = { first: 3, through: date('2026-03-26'), receiptsBy: () => [] }
  assert.deepEqual(
    leaseLateChargesBy(schedule, at).map(({ installment }) => installment),
    [3],
  )
})
