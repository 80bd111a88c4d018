// Events in, ledger out. Events are taken in effective order (same day: late charges, which come
// with the day, then in order of recording), reversed ones left out, so a back-dated event or a
// returned payment is simply a replay (DOMAIN.md 2.L).
import { assert } from '../assert.ts'
import type { CivilDate } from '../calendar.ts'
import { leaseSchedule } from '../contract/lease-schedule.ts'
import type { Move } from '../rules/apply.ts'
import { openLeasePosition } from '../rules/lease-position.ts'
import { accrueTo, type LoanPosition } from '../rules/position.ts'
import { openingMoves } from '../rules/takeover.ts'
import type { AccountEvent } from './event.ts'
import { applyToLease, leaseOpeningMoves } from './lease-law.ts'
import {
  type AccountLedger,
  type LedgerOf,
  type LoanLedger,
  loanLedger,
  type StepOf,
  stepOn,
} from './ledger.ts'
import { applyToLoan, openingPosition } from './loan-law.ts'

export type ReplayView = { readonly through?: CivilDate; readonly knownAt?: string }

/**
 * Replays an account. `through` leaves out what is effective after that day ("as of"); `knownAt`
 * leaves out what was recorded after that instant ("as known then"). The first event must be the
 * boarding.
 */
export function replay(events: readonly AccountEvent[], view: ReplayView = {}): AccountLedger {
  const [boarded, ...rest] = inEffectiveOrder(asSeen(events, view))
  assert(boarded, 'an account begins with its boarding')
  const { payload } = boarded
  switch (payload.kind) {
    case 'boarded': {
      const position = openingPosition(payload.contract, payload.opening)
      const moves = openingMoves(payload.opening)
      const begun = begin(boarded, { contract: payload.contract, position, moves })
      return { product: 'loan', ...grown(begun, rest, applyToLoan) }
    }
    case 'leaseBoarded': {
      const position = openLeasePosition(leaseSchedule(payload.contract), payload.opening)
      const moves = leaseOpeningMoves(position, payload.opening)
      const begun = begin(boarded, { contract: payload.contract, position, moves })
      return { product: 'lease', ...grown(begun, rest, applyToLease) }
    }
    default:
      throw new Error('broken invariant: an account begins with its boarding')
  }
}

/** The same of an account that is known to be a loan. */
export function replayLoan(events: readonly AccountEvent[], view: ReplayView = {}): LoanLedger {
  return loanLedger(replay(events, view))
}

/**
 * The ledger after one more event that is effective on or after all others; null when the event is
 * a reversal or back-dated, and everything has to be replayed. `ledger` itself does not change.
 */
export function advance(ledger: AccountLedger, event: AccountEvent): AccountLedger | null {
  const last = ledger.steps.at(-1)
  const { kind } = event.payload
  if (!last || kind === 'reversal' || kind === 'boarded' || kind === 'leaseBoarded') return null
  if (inOrder(last.event, event) > 0) return null
  return ledger.product === 'loan'
    ? { product: 'loan', ...grown(ledger, [event], applyToLoan) }
    : { product: 'lease', ...grown(ledger, [event], applyToLease) }
}

/** What `replay` with `through` answers, cut from a ledger that goes further: nothing is replayed. */
export function ledgerThrough(ledger: AccountLedger, on: CivilDate): AccountLedger {
  return ledger.product === 'loan'
    ? { product: 'loan', ...cut(ledger, on) }
    : { product: 'lease', ...cut(ledger, on) }
}

/** The loan's position at the end of `on`, interest counted to that day. */
export function positionOn(ledger: LoanLedger, on: CivilDate): LoanPosition {
  return accrueTo(stepOn(ledger, on).after, on)
}

function begin<C, P>(
  event: AccountEvent,
  { contract, position, moves }: { contract: C; position: P; moves: readonly Move[] },
): LedgerOf<C, P, never> {
  const step = { event, before: position, after: position, split: null, moves }
  return { contract, position, steps: [step] }
}

function grown<C, P, S>(
  ledger: LedgerOf<C, P, S>,
  events: readonly AccountEvent[],
  apply: (
    position: P,
    event: AccountEvent,
  ) => { position: P; split: S | null; moves: readonly Move[] },
): LedgerOf<C, P, S> {
  let { position } = ledger
  const steps: StepOf<P, S>[] = [...ledger.steps]
  for (const event of events) {
    const { position: after, split, moves } = apply(position, event)
    steps.push({ event, before: position, after, split, moves })
    position = after
  }
  return { contract: ledger.contract, position, steps }
}

function cut<C, P, S>(ledger: LedgerOf<C, P, S>, on: CivilDate): LedgerOf<C, P, S> {
  const steps = ledger.steps.filter(({ event }) => event.effectiveDate <= on)
  const last = steps.at(-1)
  assert(last, 'an account begins with its boarding')
  return { contract: ledger.contract, position: last.after, steps }
}

/** Events that count, without those a reversal struck out and without the reversals themselves. */
function asSeen(
  events: readonly AccountEvent[],
  { through, knownAt }: ReplayView,
): readonly AccountEvent[] {
  const known = knownAt === undefined ? events : events.filter((event) => event.postedAt <= knownAt)
  const struck = new Set<string>()
  for (const { payload } of known) if (payload.kind === 'reversal') struck.add(payload.of)
  const counting =
    struck.size === 0
      ? known
      : known.filter((event) => event.payload.kind !== 'reversal' && !struck.has(event.id))
  return through === undefined
    ? counting
    : counting.filter((event) => event.effectiveDate <= through)
}

function inEffectiveOrder(events: readonly AccountEvent[]): AccountEvent[] {
  return [...events].sort(inOrder)
}

// The grace days are over when the day of the charge begins: a payment of that day pays it too.
function inOrder(a: AccountEvent, b: AccountEvent): number {
  if (a.effectiveDate !== b.effectiveDate) return a.effectiveDate < b.effectiveDate ? -1 : 1
  return rank(a) - rank(b) || a.seq - b.seq
}

function rank({ payload: { kind } }: AccountEvent): number {
  if (kind === 'boarded' || kind === 'leaseBoarded') return 0
  return kind === 'lateCharge' ? 1 : 2
}
