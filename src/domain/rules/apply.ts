// What each event does to a loan's position. Pure: a position and an event give the next position
// and the moved money.
import { unreachable } from '../assert.ts'
import type { CivilDate } from '../calendar.ts'
import { add, type Fraction, subtract, ZERO } from '../fraction.ts'
import type { LedgerAccount } from '../ledger/ledger-account.ts'
import { type Cents, cents, exactly, larger, minus, plus, smaller, ZERO_CENTS } from '../money.ts'
import { payableThroughNext } from './installments.ts'
import {
  accrueTo,
  interestDue,
  type LoanPosition,
  roundedInterest,
  unreducedInterest,
} from './position.ts'
import { applyWaterfall, type Split } from './waterfall.ts'

/** Money moved between two ledger accounts; a negative amount moves it the other way. */
export type Move = {
  readonly debit: LedgerAccount
  readonly credit: LedgerAccount
  readonly amount: Cents
}

export type PaymentTerms = {
  readonly amount: Cents
  readonly extra: 'principal' | 'installments'
  readonly extraAmount: Cents | null
  readonly toCharges: Cents
}

/**
 * Applies a payment received on `on`: what was charged off comes first, then interest is rounded and
 * posted, the waterfall splits the rest, the installments are counted.
 */
export function applyPayment(
  position: LoanPosition,
  payment: PaymentTerms,
  on: CivilDate,
): { position: LoanPosition; split: Split; moves: Move[] } {
  const at = accrueTo(position, on)
  const exact = unreducedInterest(at, at.accruedThrough)
  const due = roundedInterest(at, exact)
  const held = heldToClose(at, { amount: payment.amount, interest: due })
  const available = plus(payment.amount, held)
  const recovered = smaller(available, at.chargedOff ?? ZERO_CENTS)
  const pot = applyWaterfall({
    amount: minus(available, recovered),
    toCharges: payment.toCharges,
    owed: { interest: due, principal: at.principal, lateCharges: at.lateCharges, fees: at.fees },
    order: at.contract.waterfall,
  })
  const split: Split = { ...pot, recovered, suspense: minus(pot.suspense, held) }
  const paid = settleInterest(at, { exact, due, paid: split.interest })
  const moves: Move[] = [
    ...paid.moves,
    { debit: 'cash', credit: 'principal', amount: split.principal },
    { debit: 'cash', credit: 'lateChargesReceivable', amount: split.lateCharges },
    { debit: 'cash', credit: 'feesReceivable', amount: split.fees },
    { debit: 'cash', credit: 'recovery', amount: recovered },
    { debit: 'cash', credit: 'suspense', amount: split.suspense },
  ]
  const next: LoanPosition = {
    ...paid.position,
    principal: minus(at.principal, split.principal),
    lateCharges: minus(at.lateCharges, split.lateCharges),
    fees: minus(at.fees, split.fees),
    suspense: plus(at.suspense, split.suspense),
    chargedOff: at.chargedOff && minus(at.chargedOff, recovered),
    counted: plus(at.counted, countedToward(at, payment, on)),
  }
  return { position: next, split, moves }
}

/**
 * Money in suspense joins a payment when the two together close the account; until then it stays
 * where it is.
 */
function heldToClose(position: LoanPosition, payment: { amount: Cents; interest: Cents }): Cents {
  const { principal, lateCharges, fees, suspense } = position
  const chargedOff = position.chargedOff ?? ZERO_CENTS
  const owed = plus(principal, payment.interest, lateCharges, fees, chargedOff)
  return owed > 0 && plus(payment.amount, suspense) >= owed ? suspense : ZERO_CENTS
}

/**
 * Money of a payment that counts toward installments: all but directed charges and what goes to
 * principal only.
 */
function countedToward(position: LoanPosition, payment: PaymentTerms, on: CivilDate): Cents {
  const available = larger(ZERO_CENTS, minus(payment.amount, payment.toCharges))
  if (payment.extra === 'installments') return available
  if (payment.extraAmount !== null) return larger(ZERO_CENTS, minus(available, payment.extraAmount))
  const payable = payableThroughNext(position, on)
  return smaller(available, payable)
}

/**
 * Posts the interest a payment asks for and takes what was paid; a fraction left after full payment
 * is carried or dropped.
 */
function settleInterest(
  position: LoanPosition,
  interest: { exact: Fraction; due: Cents; paid: Cents },
): { position: LoanPosition; moves: Move[] } {
  if (interest.paid === 0) return { position, moves: [] }
  const isDropped = interest.paid === interest.due && !position.contract.carryFractions
  return {
    position: {
      ...position,
      interestBroughtForward: isDropped ? ZERO : subtract(interest.exact, exactly(interest.paid)),
      spans: [],
      interestReceivable: minus(interest.due, interest.paid),
    },
    moves: [
      earned(minus(interest.due, position.interestReceivable)),
      { debit: 'cash', credit: 'interestReceivable', amount: interest.paid },
    ],
  }
}

/** Interest becomes earned when a payment asks for it. */
export function earned(amount: Cents): Move {
  return { debit: 'interestReceivable', credit: 'interestIncome', amount }
}

export function applyCharge(
  position: LoanPosition,
  charge: { kind: 'fee' | 'lateCharge'; amount: Cents; installment: number | null },
): { position: LoanPosition; moves: Move[] } {
  if (charge.kind === 'fee')
    return {
      position: { ...position, fees: plus(position.fees, charge.amount) },
      moves: [{ debit: 'feesReceivable', credit: 'feeIncome', amount: charge.amount }],
    }
  const lateCharged =
    charge.installment === null
      ? position.lateCharged
      : [...position.lateCharged, charge.installment]
  return {
    position: { ...position, lateCharges: plus(position.lateCharges, charge.amount), lateCharged },
    moves: [{ debit: 'lateChargesReceivable', credit: 'lateChargeIncome', amount: charge.amount }],
  }
}

/** Adds a signed amount to what one bucket owes (or to suspense); the other side is `writeOff`. */
export function applyAdjustment(
  position: LoanPosition,
  adjustment: {
    bucket: 'interest' | 'principal' | 'lateCharges' | 'fees' | 'suspense'
    amount: Cents
  },
  on: CivilDate,
): { position: LoanPosition; moves: Move[] } {
  const at = accrueTo(position, on)
  const { amount, bucket } = adjustment
  switch (bucket) {
    case 'principal':
      return adjusted({ ...at, principal: plus(at.principal, amount) }, 'principal', amount)
    case 'interest':
      return adjustInterest(at, amount)
    case 'lateCharges': {
      const lateCharges = plus(at.lateCharges, amount)
      return adjusted({ ...at, lateCharges }, 'lateChargesReceivable', amount)
    }
    case 'fees':
      return adjusted({ ...at, fees: plus(at.fees, amount) }, 'feesReceivable', amount)
    case 'suspense':
      return adjusted({ ...at, suspense: plus(at.suspense, amount) }, 'suspense', cents(-amount))
    default:
      return unreachable(bucket)
  }
}

/**
 * What was earned so far is posted first, so that forgiving it leaves nothing owed on the books
 * either.
 */
function adjustInterest(
  at: LoanPosition,
  amount: Cents,
): { position: LoanPosition; moves: Move[] } {
  const due = interestDue(at, at.accruedThrough)
  const interestBroughtForward = add(at.interestBroughtForward, exactly(amount))
  const next = { ...at, interestBroughtForward, interestReceivable: plus(due, amount) }
  const { position, moves } = adjusted(next, 'interestReceivable', amount)
  return { position, moves: [earned(minus(due, at.interestReceivable)), ...moves] }
}

function adjusted(position: LoanPosition, account: LedgerAccount, amount: Cents) {
  return { position, moves: [{ debit: account, credit: 'writeOff' as const, amount }] }
}
