import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leaseStandingOn } from '#src/domain/account/lease-standing.ts'
import { date } from '#src/domain/calendar.ts'
import type { Explanation } from '#src/domain/explanation.ts'
import { cents } from '#src/domain/money.ts'
import { leaseAccount, leasePaid } from '#test/support/lease-events.ts'
import { SAMPLE_LEASE } from '#test/support/signed-lease.ts'

const onTime = [
  { on: '2026-01-15', payload: leasePaid(25_694) },
  { on: '2026-02-15', payload: leasePaid(25_694) },
  { on: '2026-03-15', payload: leasePaid(25_694) },
]

test('paid ahead: what is next, what is prepaid, and a lease balance that does not care', () => {
  const told = [...onTime, { on: '2026-03-20', payload: leasePaid(100_000) }]
  const { ledger } = leaseAccount(told, { through: '2026-03-20' })
  const standing = leaseStandingOn(ledger, date('2026-03-20'))
  assert.equal(standing.due.total, 2_776)
  assert.equal(standing.due.current?.due, '2026-07-15')
  assert.equal(standing.prepaid, 100_000)
  assert.equal(standing.installmentsPaid, 6)
  assert.equal(standing.balance, 1_857_260)
  assert.equal(standing.daysPastDue, 0)
})

test('what is due is explained to the cent, payment by payment and charge by charge', () => {
  const { ledger } = leaseAccount([...onTime, { on: '2026-04-20', payload: leasePaid(10_000) }], {
    through: '2026-06-01',
  })
  const { due, dueExplained, daysPastDue } = leaseStandingOn(ledger, date('2026-06-01'))
  assert.equal(daysPastDue, 47)
  // Payments 4 and 5 late with a charge of 5 % of 256.94 each, 100.00 of the fourth paid.
  assert.equal(due.pastDue, 2 * 25_694 - 10_000)
  assert.equal(due.lateCharges, 2 * 1_285)
  assert.equal(due.total, 3 * 25_694 - 10_000 + 2 * 1_285)
  assertAddsUp(dueExplained)
  assert.equal(dueExplained.amount, due.total)
  const numbers = (dueExplained.parts ?? []).flatMap(({ inputs }) =>
    inputs.flatMap((input) => (input.name === 'installmentNumber' ? [input.count] : [])),
  )
  assert.deepEqual(numbers, ['4', '5', '6'])
})

test('one payment alone is its own working: base payment and tax', () => {
  const { ledger } = leaseAccount(onTime, { through: '2026-03-20' })
  const { dueExplained } = leaseStandingOn(ledger, date('2026-03-20'))
  assert.equal(dueExplained.label, 'installment')
  assert.deepEqual(
    dueExplained.parts?.map(({ label, amount }) => [label, amount]),
    [
      ['basePayment', 24_469],
      ['paymentTax', 1_225],
    ],
  )
})

test('the term: months that have begun count as left, the last day has none', () => {
  const { ledger } = leaseAccount([], { through: '2026-01-15' })
  const left = (day: string) => {
    const { term } = leaseStandingOn(ledger, date(day))
    return [term.monthsLeft, term.daysLeft]
  }
  assert.deepEqual(left('2026-01-15'), [48, 1461])
  assert.deepEqual(left('2026-02-14'), [48, 1431])
  assert.deepEqual(left('2026-02-15'), [47, 1430])
  assert.deepEqual(left('2030-01-14'), [1, 1])
  assert.deepEqual(left('2030-01-15'), [0, 0])
  assert.deepEqual(left('2031-06-01'), [0, 0])
})

test('miles: an equal share for each day, all of them at the end, none without a limit', () => {
  const mileage = { milesPerYear: 12_000, excessPerMile: cents(20) }
  const contract = { ...SAMPLE_LEASE, termMonths: 36, payments: 36, mileage }
  const { ledger } = leaseAccount([], { through: '2026-01-15', contract })
  const allowed = (day: string) => leaseStandingOn(ledger, date(day)).mileage
  assert.equal(allowed('2026-01-15')?.soFar, 0)
  // 36,000 x 975 / 1,096 = 32,025.5
  assert.deepEqual(allowed('2028-09-16'), {
    miles: 36_000,
    soFar: 32_025,
    daysSoFar: 975,
    days: 1_096,
  })
  assert.equal(allowed('2029-01-15')?.soFar, 36_000)
  assert.equal(allowed('2030-01-15')?.soFar, 36_000)
  const free = leaseAccount([], { through: '2026-01-15' })
  assert.equal(leaseStandingOn(free.ledger, date('2026-05-01')).mileage, null)
})

function assertAddsUp(explanation: Explanation): void {
  const parts = explanation.parts ?? []
  if (parts.length === 0) return
  const sum = parts.reduce((total, part) => total + (part.amount ?? 0), 0)
  assert.equal(sum, explanation.amount, explanation.label)
  for (const part of parts) assertAddsUp(part)
}
