import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AccountEvent, EventPayload, LeaseOpening } from '#src/domain/account/event.ts'
import { extend, type Fact } from '#src/domain/account/extend.ts'
import {
  leaseChargesToAssess,
  leaseChargesToReverse,
} from '#src/domain/account/lease-late-charges.ts'
import { type LeaseLedger, leaseLedger, postingsOf } from '#src/domain/account/ledger.ts'
import { nextReview } from '#src/domain/account/next-review.ts'
import { recordAll } from '#src/domain/account/record.ts'
import { replay } from '#src/domain/account/replay.ts'
import { addDays, date } from '#src/domain/calendar.ts'
import type { LeaseContract } from '#src/domain/contract/lease.ts'
import { leaseBalanceOn } from '#src/domain/contract/lease-schedule.ts'
import { LEDGER_ACCOUNTS, type LedgerAccount } from '#src/domain/ledger/ledger-account.ts'
import { debitBalance, postingKey } from '#src/domain/ledger/posting.ts'
import { cents, sum, ZERO_CENTS } from '#src/domain/money.ts'
import { leaseAmountDue, leaseDaysPastDue } from '#src/domain/rules/lease-position.ts'
import { splitCounted } from '#src/domain/rules/lease-split.ts'
import { anyLease } from '#test/support/arbitrary-lease.ts'
import { event } from '#test/support/arbitrary-loan.ts'
import { SAMPLE_LEASE } from '#test/support/signed-lease.ts'

const NOTHING_PAID: LeaseOpening = {
  installmentsPaid: 0,
  paidTowardNext: ZERO_CENTS,
  lateCharges: ZERO_CENTS,
  fees: ZERO_CENTS,
  suspense: ZERO_CENTS,
}

function boarded(contract: LeaseContract): EventPayload {
  return { kind: 'leaseBoarded', contract, opening: NOTHING_PAID }
}

function paid(amount: number, toCharges = 0): EventPayload {
  return {
    kind: 'payment',
    amount: cents(amount),
    extra: 'installments',
    extraAmount: null,
    toCharges: cents(toCharges),
    paymentId: null,
    channel: 'ach',
  }
}

test('a payment in time, one too early, and what the lease balance makes of them', () => {
  const contract = SAMPLE_LEASE
  const facts: Fact[] = [
    { effectiveDate: contract.start, payload: boarded(contract) },
    { effectiveDate: contract.firstDue, payload: paid(25_694) },
    { effectiveDate: addDays(contract.firstDue, 3), payload: paid(100_000) },
  ]
  let id = 0
  const at = { postedAt: '2030-01-01T00:00:00.000Z', newId: () => `e${++id}` }
  const account = extend([], facts, { ...at, through: addDays(contract.firstDue, 3) })
  const ledger = leaseLedger(account.ledger)
  const [, first, early] = ledger.steps.map(({ split }) => split?.split)
  assert.deepEqual(
    [first?.rent, first?.depreciation, sum(first?.taxes.map(({ amount }) => amount) ?? [])],
    [13_139, 11_330, 1_225],
  )
  assert.ok(early && early.rent > 0)
  const on = addDays(contract.firstDue, 3)
  assert.equal(leaseBalanceOn(ledger.position.schedule, on), contract.adjustedCapitalizedCost)
  assert.equal(leaseDaysPastDue(ledger.position, addDays(on, 40)), 0)
  assert.equal(leaseAmountDue(ledger.position, on).pastDue, 0)
  assert.equal(debitBalance(postingsOf(ledger), 'cash'), 125_694)
})

const anyLeaseHistory = anyLease.chain((contract) => {
  const payload = fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 200_000 }).map((amount) => paid(amount)) },
    fc.integer({ min: 2, max: 90_000 }).map((amount) => paid(amount, Math.floor(amount / 2))),
    fc.integer({ min: 1, max: 9_000 }).map(
      (amount): EventPayload => ({
        kind: 'fee',
        amount: cents(amount),
        name: 'x',
        citation: 'y',
      }),
    ),
    fc
      .tuple(
        fc.constantFrom('fees' as const, 'suspense' as const),
        fc.integer({ min: 1, max: 900 }),
      )
      .map(
        ([bucket, amount]): EventPayload => ({
          kind: 'adjustment',
          bucket,
          amount: cents(amount),
          reason: 'agreed',
        }),
      ),
  )
  return fc
    .array(fc.record({ payload, day: fc.nat(500), back: fc.nat(9) }), { maxLength: 14 })
    .map((drafts) => {
      const events = [event(1, contract.start, boarded(contract))]
      for (const { payload: fact, day, back } of drafts) {
        events.push(event(events.length + 1, addDays(contract.start, day), fact))
        const of = events.at(-1)
        if (back === 0 && of)
          events.push(event(events.length + 1, of.effectiveDate, returned(of.id)))
      }
      return events
    })
})

function returned(of: string): EventPayload {
  return { kind: 'reversal', of, reason: 'return', code: 'R01' }
}

function settled(events: readonly AccountEvent[], through: number) {
  const first = events[0]?.effectiveDate ?? date('2026-01-01')
  let id = 0
  const at = { postedAt: '2041-01-01T00:00:00.000Z', newId: () => `s${++id}` }
  return extend<LeaseLedger>(events, [], { ...at, through: addDays(first, through) })
}

test('the books of a lease balance and say what its position says', () => {
  fc.assert(
    fc.property(anyLeaseHistory, fc.nat(700), (events, through) => {
      const { ledger, events: all } = settled(events, through)
      const of = (name: LedgerAccount) => debitBalance(postingsOf(ledger), name)
      assert.equal(sum(LEDGER_ACCOUNTS.map(of)), 0)
      const { schedule, counted, lateCharges, fees, suspense } = ledger.position
      const parts = splitCounted(schedule, { from: ZERO_CENTS, to: counted })
      assert.equal(
        of('leaseBalance'),
        schedule.contract.adjustedCapitalizedCost - parts.depreciation,
      )
      assert.equal(of('rentIncome'), 0 - parts.rent)
      assert.equal(of('taxPayable'), 0 - sum(parts.taxes.map(({ amount }) => amount)))
      assert.deepEqual(
        [of('lateChargesReceivable'), of('feesReceivable'), of('suspense')],
        [lateCharges, fees, 0 - suspense],
      )
      assert.deepEqual(leaseChargesToAssess(ledger, addDays(ledger.contract.start, through)), [])
      assert.deepEqual(leaseChargesToReverse(ledger), [])
      assert.deepEqual(postingsOf(replay(all)).map(postingKey), postingsOf(ledger).map(postingKey))
      for (const {
        split,
        event: { payload },
      } of ledger.steps) {
        if (payload.kind !== 'payment' || !split) continue
        const { installments, lateCharges: toLate, fees: toFees, suspense: held } = split
        assert.equal(installments + toLate + toFees + held, payload.amount)
      }
    }),
    { numRuns: 60 },
  )
})

test('recording one by one writes what a replay gives, and the close of the day before is the next', () => {
  fc.assert(
    fc.property(anyLeaseHistory, fc.nat(400), (events, through) => {
      const { ledger, events: all } = settled(events, through)
      const balance = new Map<string, number>()
      for (const { posting } of recordAll(all)) {
        balance.set(posting.debit, (balance.get(posting.debit) ?? 0) + posting.amount)
        balance.set(posting.credit, (balance.get(posting.credit) ?? 0) - posting.amount)
      }
      for (const name of LEDGER_ACCOUNTS)
        assert.equal(balance.get(name) ?? 0, debitBalance(postingsOf(ledger), name), name)
      const next = nextReview(ledger)
      if (next === null) return
      assert.deepEqual(leaseChargesToAssess(ledger, next), [])
      assert.equal(leaseChargesToAssess(ledger, addDays(next, 1)).length > 0, true)
    }),
    { numRuns: 40 },
  )
})
