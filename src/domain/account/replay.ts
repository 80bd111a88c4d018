// Events in, ledger out. Events are taken in effective order (same day: in order of recording),
// reversed ones left out, so a back-dated event or a returned payment is simply a replay (DOMAIN.md
// 2.L).
import { assert, unreachable } from '../assert.ts'
import type { CivilDate } from '../calendar.ts'
import type { LoanContract } from '../contract/loan.ts'
import { type Posting, posting } from '../ledger/posting.ts'
import { type Cents, cents, exactly } from '../money.ts'
import { applyAdjustment, applyCharge, applyPayment, type Move } from '../rules/apply.ts'
import { extended } from '../rules/extension.ts'
import { applyChargeOff, applyProceeds, applyRemainder } from '../rules/loss.ts'
import { accrueTo, type LoanPosition } from '../rules/position.ts'
import { applyReportedMonth, openingMoves } from '../rules/takeover.ts'
import type { Split } from '../rules/waterfall.ts'
import type { AccountEvent, EventPayload, OpeningPosition } from './event.ts'

/**
 * One event with where the loan stood before and after it; `split` only for payments and reported
 * months.
 */
export type Step = {
  readonly event: AccountEvent
  readonly before: LoanPosition
  readonly after: LoanPosition
  readonly split: Split | null
}

export type AccountLedger = {
  readonly contract: LoanContract
  readonly position: LoanPosition
  readonly steps: readonly Step[]
  readonly postings: readonly Posting[]
}

/**
 * Replays an account. `through` leaves out what is effective after that day ("as of"); `knownAt`
 * leaves out what was recorded after that instant ("as known then"). The first event must be the
 * boarding.
 */
export function replay(
  events: readonly AccountEvent[],
  view: { through?: CivilDate; knownAt?: string } = {},
): AccountLedger {
  const ordered = inEffectiveOrder(known(events, view.knownAt)).filter(
    (event) => view.through === undefined || event.effectiveDate <= view.through,
  )
  const [boarded, ...rest] = ordered
  assert(boarded?.payload.kind === 'boarded', 'an account begins with its boarding')
  const { contract, opening } = boarded.payload
  const position = openingPosition(contract, opening)
  const steps: Step[] = [{ event: boarded, before: position, after: position, split: null }]
  const ledger = { contract, position, steps, postings: postingsOf(boarded, openingMoves(opening)) }
  for (const event of rest) step(ledger, event)
  return ledger
}

/**
 * The ledger after one more event that is effective on or after all others; null when the event is
 * a reversal or back-dated, and everything has to be replayed. `ledger` itself does not change.
 */
export function advance(ledger: AccountLedger, event: AccountEvent): AccountLedger | null {
  const last = ledger.steps.at(-1)
  const { kind } = event.payload
  if (!last || kind === 'reversal' || kind === 'boarded') return null
  if (event.effectiveDate < last.event.effectiveDate) return null
  const next = { ...ledger, steps: [...ledger.steps], postings: [...ledger.postings] }
  step(next, event)
  return next
}

type Growing = { position: LoanPosition; steps: Step[]; postings: Posting[] }

function step(ledger: Growing, event: AccountEvent): void {
  const before = ledger.position
  const { position, split, moves } = apply(before, event)
  ledger.steps.push({ event, before, after: position, split })
  ledger.postings.push(...postingsOf(event, moves))
  ledger.position = position
}

/** The loan's position at the end of `on`, interest counted to that day. */
export function positionOn(ledger: AccountLedger, on: CivilDate): LoanPosition {
  return accrueTo(stepOn(ledger, on).after, on)
}

/** The last step effective by the end of `on`; the boarding where there is none. */
export function stepOn(ledger: AccountLedger, on: CivilDate): Step {
  const found = ledger.steps.findLast((step) => step.event.effectiveDate <= on) ?? ledger.steps[0]
  assert(found, 'a ledger has its boarding step')
  return found
}

/** Events that count, without those a reversal struck out and without the reversals themselves. */
function known(events: readonly AccountEvent[], knownAt: string | undefined): AccountEvent[] {
  const seen = knownAt === undefined ? events : events.filter((event) => event.postedAt <= knownAt)
  const struck = new Set<string>()
  for (const { payload } of seen) if (payload.kind === 'reversal') struck.add(payload.of)
  return seen.filter((event) => event.payload.kind !== 'reversal' && !struck.has(event.id))
}

function inEffectiveOrder(events: readonly AccountEvent[]): AccountEvent[] {
  return [...events].sort((a, b) =>
    a.effectiveDate === b.effectiveDate
      ? a.seq - b.seq
      : a.effectiveDate < b.effectiveDate
        ? -1
        : 1,
  )
}

function openingPosition(contract: LoanContract, opening: OpeningPosition): LoanPosition {
  const counted = contract.payment * opening.installmentsPaid + opening.paidTowardNext
  return {
    contract,
    rate: contract.rate,
    principal: opening.principal,
    interestBroughtForward: exactly(opening.interest),
    spans: [],
    accruedThrough: opening.interestPaidThrough,
    interestReceivable: opening.interest,
    lateCharges: opening.lateCharges,
    fees: opening.fees,
    suspense: opening.suspense,
    counted: cents(counted),
    chargedOff: null,
    lateCharged: [],
  }
}

type Applied = { position: LoanPosition; split: Split | null; moves: readonly Move[] }

function apply(position: LoanPosition, event: AccountEvent): Applied {
  const payload: EventPayload = event.payload
  const on = event.effectiveDate
  switch (payload.kind) {
    case 'payment':
      return applyPayment(position, payload, on)
    case 'fee':
      return { ...applyCharge(position, { ...payload, installment: null }), split: null }
    case 'lateCharge':
      return { ...applyCharge(position, payload), split: null }
    case 'rate':
      return { position: { ...accrueTo(position, on), rate: payload.rate }, split: null, moves: [] }
    case 'adjustment':
      return { ...applyAdjustment(position, payload, on), split: null }
    case 'extension':
      return { position: extended(position, payload.months, on), split: null, moves: [] }
    case 'chargeOff':
      return { ...applyChargeOff(position, on), split: null }
    case 'proceeds':
      return applyProceeds(position, payload, on)
    case 'remainder':
      return { ...applyRemainder(position, on), split: null }
    case 'reportedMonth':
      return { ...applyReportedMonth(position, payload), split: reportedSplit(payload) }
    case 'boarded':
    case 'reversal':
      throw new Error(`broken invariant: ${payload.kind} is not applied to a position`)
    default:
      return unreachable(payload)
  }
}

function reportedSplit(month: { toInterest: Cents; toPrincipal: Cents; toOther: Cents }): Split {
  const none = cents(0)
  return {
    interest: month.toInterest,
    principal: month.toPrincipal,
    fees: month.toOther,
    lateCharges: none,
    recovered: none,
    suspense: none,
  }
}

function postingsOf(event: AccountEvent, moves: readonly Move[]): Posting[] {
  return moves
    .filter((move) => move.amount !== 0)
    .map((move) =>
      posting({
        eventId: event.id,
        effectiveDate: event.effectiveDate,
        debit: move.amount > 0 ? move.debit : move.credit,
        credit: move.amount > 0 ? move.credit : move.debit,
        amount: cents(Math.abs(move.amount)),
      }),
    )
}
