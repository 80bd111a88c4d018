import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, date } from '#src/domain/calendar.ts'
import { leaseDueDate, scheduledEnd } from '#src/domain/contract/lease.ts'
import { priceOf } from '#src/domain/contract/lease-payment.ts'
import { solveLeaseRate } from '#src/domain/contract/lease-rate.ts'
import {
  leaseBalanceOn,
  leaseRows,
  leaseSchedule,
  paymentTaxes,
  rentChargeOf,
} from '#src/domain/contract/lease-schedule.ts'
import { cents, parseDollars, parsePercent, toDollars } from '#src/domain/money.ts'
import leases from '#test/data/leases.json' with { type: 'json' }
import { anyLease } from '#test/support/arbitrary-lease.ts'
import { centsOf, presentValue, walkedRents } from '#test/support/oracle-lease.ts'

const money = (text: string) => parseDollars(text) ?? assert.fail(text)
const percent = (text: string) => parsePercent(text) ?? assert.fail(text)

test('the constant yield example of the Federal Reserve, row by row', () => {
  for (const example of leases.constantYield) {
    const terms = {
      adjustedCapitalizedCost: money(example.cost),
      residualValue: money(example.residual),
      payments: example.payments,
      timing: 'in-advance' as const,
      rounding: 'half-up' as const,
    }
    const basePayment = money(example.payment)
    const rate = solveLeaseRate(terms, basePayment) ?? assert.fail(example.id)
    const rows = leaseRows(terms, { basePayment, price: { kind: 'constant-yield', rate } })
    const shown = rows.slice(0, example.rows.length).map(({ rent, depreciation, balance }) => ({
      rent: toDollars(rent),
      depreciation: toDollars(depreciation),
      balance: toDollars(balance),
    }))
    assert.deepEqual(shown, example.rows)
    assert.equal(rows.at(-1)?.balance, terms.residualValue)
    if (example.rentCharge)
      assert.equal(toDollars(rentChargeOf(terms, basePayment)), example.rentCharge)
  }
})

test('any lease: rents add up to the rent charge, and the balance ends on the residual', () => {
  fc.assert(
    fc.property(anyLease, (contract) => {
      const { installments } = leaseSchedule(contract)
      const rows = installments.map(({ row }) => row)
      assert.equal(rows.length, contract.payments)
      const total = rows.reduce((all, { payment }) => all + payment, 0)
      assert.equal(total, contract.basePayment * contract.payments)
      const depreciation = contract.adjustedCapitalizedCost - contract.residualValue
      const rents = rows.map(({ rent }) => rent)
      assert.equal(
        rents.reduce((all, rent) => all + rent, 0),
        total - depreciation,
      )
      assert.equal(rows.at(-1)?.balance, contract.residualValue)
      let before: number = contract.adjustedCapitalizedCost
      for (const row of rows) {
        assert.equal(row.rent + row.depreciation, row.payment)
        assert.equal(row.balance, before - row.depreciation)
        before = row.balance
      }
      assert.deepEqual(rents, expectedRents(contract))
    }),
  )
})

test('the taxes of a payment are rounded one by one', () => {
  const { tax } = leases
  const line = { name: 'State', percentPpb: percent(tax.percent), citation: 'PA' }
  const basePayment = money(tax.payment)
  const [amount] = paymentTaxes({ basePayment, rounding: 'half-up', paymentTaxes: [line] })
  assert.equal(toDollars(cents(basePayment + (amount?.amount ?? 0))), tax.total)
  const halves = [line, line].map((half) => ({ ...half, percentPpb: percent('4.5') }))
  const both = paymentTaxes({ basePayment, rounding: 'half-up', paymentTaxes: halves })
  // 4.5 % is 14.7348 each: 14.73 twice is a cent less than 29.47 at once.
  assert.deepEqual(
    both.map((each) => each.amount),
    [1_473, 1_473],
  )
})

test('the lease balance steps down at the end of each month and nowhere else', () => {
  fc.assert(
    fc.property(anyLease, (contract) => {
      const schedule = leaseSchedule(contract)
      assert.equal(leaseBalanceOn(schedule, contract.start), contract.adjustedCapitalizedCost)
      let before = contract.adjustedCapitalizedCost
      for (const { monthEnd, row } of schedule.installments) {
        assert.equal(leaseBalanceOn(schedule, addDays(monthEnd, -1)), before)
        assert.equal(leaseBalanceOn(schedule, monthEnd), row.balance)
        before = row.balance
      }
      assert.equal(leaseBalanceOn(schedule, date('2199-12-31')), contract.residualValue)
    }),
  )
})

test('the second due date gives its day to the later ones', () => {
  const dates = { start: date('2026-01-29'), firstDue: date('2026-01-29') }
  const plain = { ...dates, secondDue: null }
  assert.deepEqual(
    [2, 3].map((n) => leaseDueDate(plain, n)),
    ['2026-02-28', '2026-03-29'],
  )
  const moved = { ...dates, secondDue: date('2026-03-05') }
  assert.deepEqual(
    [1, 2, 3].map((n) => leaseDueDate(moved, n)),
    ['2026-01-29', '2026-03-05', '2026-04-05'],
  )
  assert.equal(scheduledEnd({ start: date('2026-01-31'), termMonths: 37 }), '2029-02-28')
})

test('the present values of a filed lease: payments, then the residual a month after', () => {
  const { rate, residual, payment, values } = leases.securitization
  const yearly = { n: BigInt(percent(rate)), d: 1_000_000_000n }
  const worth = values.map(({ payments }) => {
    const flow = { payment: money(payment), payments, residual: money(residual) }
    return centsOf(presentValue(flow, yearly), 'half-up')
  })
  assert.deepEqual(
    worth,
    values.map(({ value }) => money(value)),
  )
  const [begin = 0, end] = worth
  const grown = { n: BigInt(begin) * (yearly.d * 12n + yearly.n), d: yearly.d * 12n }
  assert.equal(centsOf(grown, 'half-up') - money(payment), end)
})

function expectedRents(contract: Parameters<typeof priceOf>[0]): number[] {
  const price = priceOf(contract)
  const { adjustedCapitalizedCost, residualValue, basePayment } = contract
  return walkedRents(contract, basePayment, (balance) =>
    price.kind === 'constant-yield'
      ? { n: price.rate.n * BigInt(balance), d: price.rate.d * 12n }
      : {
          n: price.moneyFactor.n * BigInt(adjustedCapitalizedCost + residualValue),
          d: price.moneyFactor.d,
        },
  )
}
