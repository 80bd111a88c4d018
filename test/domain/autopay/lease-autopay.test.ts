// Autopay over whole lives of leases: every payment in time, the last one at its true amount, never
// more than the contract has.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { leaseLedger } from '#src/domain/account/ledger.ts'
import { type AutopayTerms, termsRefusal } from '#src/domain/autopay/autopay-terms.ts'
import { type Debit, debitFor, isLast } from '#src/domain/autopay/debit-amount.ts'
import { debitDays, occurrencesFrom } from '#src/domain/autopay/debit-days.ts'
import { nextDebits } from '#src/domain/autopay/next-debits.ts'
import { withPlanned } from '#src/domain/autopay/planned-ledger.ts'
import { addDays, date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { totalOfInstallments } from '#src/domain/rules/lease-position.ts'
import { anyLease } from '#test/support/arbitrary-lease.ts'
import { leaseAccount, leasePaid } from '#test/support/lease-events.ts'

const LIMITS = { earliestDaysBefore: 15 }

const anyDay: fc.Arbitrary<AutopayTerms['day']> = fc.oneof(
  fc.constant({ kind: 'dueDate' as const }),
  fc.integer({ min: 1, max: 12 }).map((days) => ({ kind: 'daysBefore' as const, days })),
  fc.constant({ kind: 'twiceAMonth' as const, days: [1, 15] as const }),
  fc.nat(13).map((days) => ({
    kind: 'everyTwoWeeks' as const,
    anchor: addDays(date('2026-01-02'), days),
  })),
)

const anyPlan = fc
  .record({
    contract: anyLease.filter(({ basePayment, payments }) => basePayment > 0 && payments > 1),
    day: anyDay,
    charges: fc.constantFrom('taken' as const, 'notTaken' as const),
    // Money that comes another way: in days of the term and hundredths of a payment.
    others: fc.array(fc.record({ on: fc.nat(1_000), share: fc.integer({ min: 1, max: 250 }) }), {
      maxLength: 6,
    }),
  })
  .map(({ contract, day, charges, others }) => {
    const terms: AutopayTerms = {
      ...{ amount: { kind: 'installment' }, day, charges, begins: contract.start, ends: null },
    }
    return { contract, terms, others }
  })
  .filter(({ contract, terms }) => {
    const { ledger } = leaseAccount([], { through: contract.start, contract })
    const { schedule } = ledger.position
    return (
      termsRefusal(terms, schedule, LIMITS) === null &&
      debitDays(terms.day, schedule, 1).every((on) => on >= contract.start)
    )
  })

/** Every debit of a life, taken on its day beside money that comes otherwise. */
function live({
  contract,
  terms,
  others,
}: typeof anyPlan extends fc.Arbitrary<infer P> ? P : never) {
  let { ledger } = leaseAccount([], { through: contract.start, contract })
  const payment = ledger.position.schedule.totalPayment
  const waiting = others
    .map(({ on, share }) => ({
      on: addDays(contract.start, on),
      amount: cents(Math.ceil((payment * share) / 100)),
    }))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
  const debits: Debit[] = []
  const pay = (terms: Debit['terms'], on: typeof contract.start) => {
    if (terms) ledger = leaseLedger(withPlanned(ledger, [{ terms, effective: on }], on))
  }
  const order = { terms, planned: [], partialPayments: 'reduce' } as const
  for (const at of occurrencesFrom(terms, ledger.position.schedule, contract.start)) {
    for (let next = waiting[0]; next && next.on <= at.on; next = waiting[0]) {
      waiting.shift()
      const left = totalOfInstallments(ledger.position.schedule) - ledger.position.counted
      const amount = cents(Math.min(next.amount, left))
      const terms = { amount, extra: 'installments', extraAmount: null } as const
      if (amount > 0) pay({ ...terms, toCharges: cents(0) }, next.on)
    }
    const debit = debitFor(ledger, at, order)
    if (debit === null) break
    debits.push(debit)
    pay(debit.terms, at.on)
    const { due } = at
    if (at.part === at.parts) {
      const by = ledger.position.schedule.installments.filter((row) => row.due <= due).length
      assert.ok(ledger.position.counted >= payment * by, `all due by ${due} is paid`)
    }
  }
  return { ledger, debits }
}

test('autopay pays every payment of a lease by its due date and never a cent more', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const { ledger, debits } = live(plan)
      const { schedule, counted, suspense } = ledger.position
      assert.equal(counted, totalOfInstallments(schedule))
      assert.equal(suspense, 0)
      for (const { amount } of debits) assert.ok(amount <= schedule.totalPayment)
      const taking = debits.filter(({ terms }) => terms !== null)
      const last = taking.filter(({ reasons }) => reasons.some(isLast))
      assert.ok(last.length <= 1)
      if (plan.others.length === 0) assert.equal(last[0], taking.at(-1))
    }),
    { numRuns: 200 },
  )
})

test('the next three debits and the last one are foreseen with taxes', () => {
  const { ledger } = leaseAccount([{ on: '2026-01-15', payload: leasePaid(25_694) }], {
    through: '2026-01-20',
  })
  const terms: AutopayTerms = {
    ...{ amount: { kind: 'installment' }, day: { kind: 'dueDate' }, charges: 'notTaken' },
    ...{ begins: date('2026-01-20'), ends: null },
  }
  const all = nextDebits(ledger, terms, {
    ...{ from: date('2026-01-20'), count: 100, planned: [], decided: new Set() },
    partialPayments: 'reduce',
  })
  assert.equal(all.length, 47)
  assert.deepEqual(
    all.slice(0, 3).map(({ on, amount }) => [on, amount]),
    [
      ['2026-02-15', 25_694],
      ['2026-03-15', 25_694],
      ['2026-04-15', 25_694],
    ],
  )
  assert.deepEqual(all.at(-1)?.reasons.at(-1), { code: 'lastPayment' })
  assert.equal(all.at(-1)?.terms?.extra, 'installments')
})

test('of a lease nothing but the payment of the contract can be set', () => {
  const { ledger } = leaseAccount([], { through: '2026-01-15' })
  const { schedule } = ledger.position
  const terms = { day: { kind: 'dueDate' }, charges: 'taken', begins: date('2026-01-15') } as const
  for (const amount of [
    { kind: 'plusExtra', extra: cents(1_000) },
    { kind: 'fixed', amount: cents(90_000) },
  ] as const)
    assert.deepEqual(termsRefusal({ ...terms, amount, ends: null }, schedule, LIMITS), {
      code: 'autopayOnlyInstallment',
    })
})
