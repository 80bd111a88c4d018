// Loans and their histories as they could be, in every convention, with money that comes early,
// late, twice or back.
import fc from 'fast-check'
import type { AccountEvent, EventPayload, OpeningPosition } from '#src/domain/account/event.ts'
import { addDays, type CivilDate, date } from '#src/domain/calendar.ts'
import { levelPayment } from '#src/domain/contract/amortization.ts'
import { DAY_COUNTS } from '#src/domain/contract/day-count.ts'
import { BUCKETS, type LateChargeRule, type LoanContract } from '#src/domain/contract/loan.ts'
import { FREQUENCIES } from '#src/domain/contract/schedule.ts'
import { type Cents, cents, ratePpb, ZERO_CENTS } from '#src/domain/money.ts'

const money = (least: number, most: number) => fc.integer({ min: least, max: most }).map(cents)

const anyLateChargeRule: fc.Arbitrary<LateChargeRule> = fc.record({
  graceDays: fc.integer({ min: 0, max: 20 }),
  percentPpb: fc.integer({ min: 0, max: 100_000_000 }).map(ratePpb),
  minimum: money(0, 2_500),
  maximum: fc.option(money(2_500, 10_000)),
  citation: fc.constantFrom('contract, clause 4', ''),
})

const anyTerms = fc.record({
  principal: money(20_000, 6_000_000),
  rate: fc.integer({ min: 0, max: 300 }).map((tenths) => ratePpb(tenths * 1_234_567)),
  start: fc.integer({ min: 0, max: 7_000 }).map((days) => addDays(date('2014-01-01'), days)),
  toFirst: fc.integer({ min: 1, max: 62 }),
  payments: fc.integer({ min: 1, max: 72 }),
  frequency: fc.constantFrom(...FREQUENCIES),
  dayCount: fc.constantFrom(...DAY_COUNTS),
  yearEnd: fc.constantFrom('old' as const, 'new' as const),
  rounding: fc.constantFrom('half-up' as const, 'half-even' as const, 'cut' as const),
  dailyRateDecimals: fc.constantFrom(null, 8, 10),
  carryFractions: fc.boolean(),
  waterfall: fc.shuffledSubarray([...BUCKETS], { minLength: BUCKETS.length }),
  lateCharge: fc.option(anyLateChargeRule),
  smallRemainder: fc.oneof(fc.constant(ZERO_CENTS), money(1, 5_000)),
})

export const anyContract: fc.Arbitrary<LoanContract> = anyTerms.map(({ toFirst, ...terms }) => {
  const dated = { ...terms, firstDue: addDays(terms.start, toFirst) }
  const payment = levelPayment(dated, 'daily')
  return { ...dated, kind: 'loan', payment, ruleVersion: 'standard' }
})

/** Taken over somewhere in its life; a new contract has only its principal. */
function anyOpening(contract: LoanContract): fc.Arbitrary<OpeningPosition> {
  const fresh = {
    principal: contract.principal,
    interest: ZERO_CENTS,
    lateCharges: ZERO_CENTS,
    fees: ZERO_CENTS,
    suspense: ZERO_CENTS,
    interestPaidThrough: contract.start,
    installmentsPaid: 0,
    paidTowardNext: ZERO_CENTS,
  }
  const midway = fc.record({
    principal: fc.oneof(money(1, contract.principal), money(1, 4_000)),
    interest: fc.oneof(money(0, 20_000), fc.constant(ZERO_CENTS)),
    lateCharges: money(0, 5_000),
    fees: money(0, 5_000),
    suspense: money(0, 5_000),
    interestPaidThrough: fc.nat(400).map((days) => addDays(contract.start, days)),
    installmentsPaid: fc.nat(contract.payments - 1),
    paidTowardNext: money(0, Math.max(0, contract.payment - 1)),
  })
  return fc.oneof({ weight: 2, arbitrary: fc.constant(fresh) }, midway)
}

function anyPayment(contract: LoanContract): fc.Arbitrary<EventPayload> {
  const amount = fc.oneof(
    fc.constant(contract.payment),
    money(1, 2 * contract.payment),
    money(1, 2_000),
    money(1, 2 * contract.principal),
  )
  const choices = fc.record({
    extra: fc.constantFrom('principal' as const, 'installments' as const),
    extraShare: fc.option(fc.nat(100)),
    chargeShare: fc.oneof(fc.constant(0), fc.nat(100)),
  })
  return fc.tuple(amount, choices).map(([paid, { extra, extraShare, chargeShare }]) => ({
    kind: 'payment',
    amount: paid,
    extra,
    extraAmount: extraShare === null ? null : share(paid, extraShare),
    toCharges: share(paid, chargeShare),
    paymentId: null,
    channel: 'ach',
  }))
}

function anyFact(contract: LoanContract): fc.Arbitrary<EventPayload> {
  const citation = 'contract, clause 5'
  const fee = money(1, 9_000).map((amount) => ({
    kind: 'fee' as const,
    amount,
    name: 'returned payment',
    citation,
  }))
  const late = fc
    .tuple(money(1, 6_000), fc.integer({ min: 1, max: contract.payments }))
    .map(([amount, installment]) => ({
      kind: 'lateCharge' as const,
      amount,
      installment,
      citation,
    }))
  const rate = fc
    .nat(250)
    .map((tenths) => ({ kind: 'rate' as const, rate: ratePpb(tenths * 1_000_001) }))
  const adjustment = fc
    .tuple(fc.constantFrom(...BUCKETS, 'suspense' as const), money(1, 9_000), fc.boolean())
    .map(([bucket, size, less]) => ({
      kind: 'adjustment' as const,
      bucket,
      amount: cents(bucket === 'interest' && less ? -size : size),
      reason: 'agreed',
    }))
  const loss: fc.Arbitrary<EventPayload> = fc.oneof(
    fc.constant({ kind: 'chargeOff', reason: 'lost' } as const),
    fc.tuple(money(1, contract.principal), fc.nat(100)).map(([amount, percent]) => ({
      kind: 'proceeds' as const,
      amount,
      expenses: share(amount, percent),
      source: 'repossessionSale' as const,
    })),
    money(1, 5_000).map((amount) => ({ kind: 'remainder' as const, amount })),
    fc.integer({ min: 1, max: 3 }).map((months) => ({
      kind: 'extension' as const,
      months,
      reason: 'asked for',
    })),
  )
  const pay = anyPayment(contract)
  return fc.oneof(
    { weight: 8, arbitrary: pay },
    { weight: 2, arbitrary: fc.oneof(fee, late) },
    loss,
    rate,
    adjustment,
  )
}

type Draft = { day: number; payload: EventPayload; undo: boolean; of: number }

/** The day of the first event, and one 40 days after the last. */
export function spanOf(events: readonly AccountEvent[]): { first: CivilDate; last: CivilDate } {
  const days = events.map((e) => e.effectiveDate).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) throw new Error('no events')
  return { first, last: addDays(last, 40) }
}

/**
 * A boarded loan and up to 18 facts in order of recording: any effective day, some taken back by a
 * later reversal.
 */
export const anyHistory: fc.Arbitrary<AccountEvent[]> = anyContract.chain((contract) =>
  anyOpening(contract).chain((opening) => {
    const draft = fc.record({
      day: fc.oneof(fc.nat(700), fc.nat(60)),
      payload: anyFact(contract),
      undo: fc.nat(9).map((n) => n === 0),
      of: fc.nat(),
    })
    return fc
      .array(draft, { maxLength: 18 })
      .map((drafts) => eventsOf({ kind: 'boarded', contract, opening }, drafts))
  }),
)

function eventsOf(boarded: EventPayload & { kind: 'boarded' }, drafts: Draft[]): AccountEvent[] {
  const first = boarded.opening.interestPaidThrough
  const events = [event(1, first, boarded)]
  const undone = new Set<string>()
  for (const { day, payload, undo, of } of drafts) {
    const open = events.filter((e) => e.payload.kind !== 'reversal' && !undone.has(e.id)).slice(1)
    const target = undo ? open[of % Math.max(1, open.length)] : undefined
    const seq = events.length + 1
    if (target) {
      undone.add(target.id)
      const reversal = { kind: 'reversal', of: target.id, reason: 'return', code: 'R01' } as const
      events.push(event(seq, addDays(target.effectiveDate, day % 5), reversal))
    } else events.push(event(seq, addDays(first, day), payload))
  }
  return events
}

export function event(seq: number, effectiveDate: CivilDate, payload: EventPayload): AccountEvent {
  const postedAt = `${addDays(date('2040-01-01'), seq)}T12:00:00.000Z`
  return { id: `e${seq}`, seq, effectiveDate, postedAt, payload }
}

function share(amount: Cents, percent: number): Cents {
  return cents(Math.floor((amount * percent) / 100))
}
