import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leaseActivityOf } from '#src/domain/account/lease-activity.ts'
import { leaseLedger } from '#src/domain/account/ledger.ts'
import { replay } from '#src/domain/account/replay.ts'
import { date } from '#src/domain/calendar.ts'
import { leaseAccount, leasePaid } from '#test/support/lease-events.ts'

const at = {
  today: date('2026-04-01'),
  calendar: { cutoff: '17:00', zone: 'America/New_York', clearingBankingDays: 5 },
}

const told = [
  { on: '2026-01-15', payload: leasePaid(25_694) },
  // 10 days of grace are over on 2026-02-25: a late charge of 12.85 on the 26th.
  { on: '2026-03-10', payload: leasePaid(30_000) },
  { on: '2026-03-24', payload: leasePaid(60_000) },
]

test('each payment names the payments of the contract that it reached, and adds up', () => {
  const account = leaseAccount(told, { through: '2026-04-01' })
  const rows = leaseActivityOf(account, at)
  assert.deepEqual(
    rows.map(({ kind, effectiveDate, reached }) => [kind, effectiveDate, reached]),
    [
      ['payment', '2026-03-24', { from: 3, to: 5 }],
      ['payment', '2026-03-10', { from: 2, to: 3 }],
      ['lateCharge', '2026-02-26', null],
      ['payment', '2026-01-15', { from: 1, to: 1 }],
      ['boarded', '2026-01-15', null],
    ],
  )
  for (const { split, amount, explanation } of rows) {
    if (!split) continue
    const { taxes, rent, depreciation } = split.split
    const tax = taxes.reduce((total, one) => total + one.amount, 0)
    const charges = split.lateCharges + split.fees + split.suspense
    assert.equal(tax + rent + depreciation + charges, amount)
    const parts = explanation?.parts ?? []
    assert.equal(
      parts.reduce((total, part) => total + (part.amount ?? 0), 0),
      amount,
    )
  }
  assert.deepEqual(rows[0]?.clearing, {
    state: 'cleared',
    on: '2026-04-01',
    unauthorizedUntil: '2026-05-24',
  })
})

test('a late charge shows the payment it was made from', () => {
  const account = leaseAccount(told, { through: '2026-04-01' })
  const row = leaseActivityOf(account, at).find(({ kind }) => kind === 'lateCharge')
  assert.equal(row?.explanation?.amount, 1_285)
  assert.deepEqual(
    row?.explanation?.inputs.find((input) => input.name === 'installment'),
    { name: 'installment', cents: 25_694 },
  )
})

test('a returned payment stays, says so, and nothing of it counts', () => {
  const { events } = leaseAccount(told, { through: '2026-04-01' })
  const last = events.findLast(({ payload }) => payload.kind === 'payment')
  assert.ok(last)
  const returned = {
    id: 'returned',
    seq: events.length + 1,
    effectiveDate: last.effectiveDate,
    postedAt: '2027-01-01T00:00:00.000Z',
    payload: { kind: 'reversal', of: last.id, reason: 'return', code: 'R01' },
  } as const
  const all = [...events, returned]
  const [row] = leaseActivityOf({ events: all, ledger: leaseLedger(replay(all)) }, at)
  assert.equal(row?.kind, 'returned')
  assert.equal(row?.split, null)
  assert.deepEqual(row?.clearing, { state: 'returned', code: 'R01' })
})
