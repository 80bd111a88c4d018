// What happens to a loan that is not repaid: charged off, and what is recovered of it afterwards;
// the sale of the vehicle; a remainder too small to ask for.
// Example: 9,812.40 principal and 143.07 interest charged off: 9,955.47 is still owed and bears no
// more interest; a sale that brings 5,200.00 net leaves 4,755.47.
import { assert } from '../assert.ts'
import { type CivilDate, later } from '../calendar.ts'
import { ZERO } from '../fraction.ts'
import { type Cents, minus, plus, smaller, ZERO_CENTS } from '../money.ts'
import { applyPayment, type Move } from './apply.ts'
import { accrueTo, interestDue, type LoanPosition } from './position.ts'

type Applied = { position: LoanPosition; moves: Move[] }

/**
 * Takes all that is owed off the books as lost. The debt stays: `chargedOff` is what the obligor
 * still owes, without further interest. Money held in suspense lowers it first.
 */
export function applyChargeOff(position: LoanPosition, on: CivilDate): Applied {
  const { cleared, moves } = clearedBuckets(position, { on, against: 'chargeOff' })
  const held = smaller(position.suspense, cleared.owed)
  return {
    position: {
      ...cleared.position,
      suspense: minus(position.suspense, held),
      chargedOff: plus(position.chargedOff ?? ZERO_CENTS, minus(cleared.owed, held)),
    },
    moves: [...moves, { debit: 'suspense', credit: 'recovery', amount: held }],
  }
}

/**
 * The sale's or insurer's money less its expenses lowers the debt in the order of the contract; it
 * counts toward no installment. Refuses expenses above the amount.
 */
export function applyProceeds(
  position: LoanPosition,
  proceeds: { amount: Cents; expenses: Cents },
  on: CivilDate,
): ReturnType<typeof applyPayment> {
  assert(proceeds.expenses <= proceeds.amount, 'expenses are paid from the proceeds')
  const amount = minus(proceeds.amount, proceeds.expenses)
  const terms = { amount, extra: 'principal', extraAmount: amount, toCharges: ZERO_CENTS } as const
  return applyPayment(position, terms, on)
}

/**
 * Forgives what is left to pay, when it is no more than the contract's small remainder; money held
 * in suspense goes to the rest.
 */
export function applyRemainder(position: LoanPosition, on: CivilDate): Applied {
  if (!isSmallRemainder(position, on)) return { position: accrueTo(position, on), moves: [] }
  const { cleared, moves } = clearedBuckets(position, { on, against: 'writeOff' })
  return {
    position: { ...cleared.position, suspense: ZERO_CENTS },
    moves: [...moves, { debit: 'suspense', credit: 'writeOff', amount: position.suspense }],
  }
}

/** Whether something is left to pay on `on`, and no more than the contract lets go of. */
export function isSmallRemainder(position: LoanPosition, on: CivilDate): boolean {
  if (position.contract.smallRemainder === 0 || position.chargedOff !== null) return false
  const left = leftToPay(position, on)
  return left > 0 && left <= position.contract.smallRemainder
}

/** What is owed on `on` less the money held. */
export function leftToPay(position: LoanPosition, on: CivilDate): Cents {
  return minus(owedOn(position, on), position.suspense)
}

/** Principal, interest and charges on `on`. */
function owedOn(position: LoanPosition, on: CivilDate): Cents {
  const { principal, lateCharges, fees } = position
  const due = interestDue(position, later(on, position.accruedThrough))
  return plus(principal, due, lateCharges, fees)
}

/** Every bucket emptied against one account; interest earned until then is posted first. */
function clearedBuckets(
  position: LoanPosition,
  { on, against }: { on: CivilDate; against: 'chargeOff' | 'writeOff' },
): { cleared: { position: LoanPosition; owed: Cents }; moves: Move[] } {
  const at = accrueTo(position, on)
  const due = interestDue(at, at.accruedThrough)
  const owed = owedOn(at, at.accruedThrough)
  const empty: LoanPosition = {
    ...at,
    principal: ZERO_CENTS,
    interestBroughtForward: ZERO,
    spans: [],
    interestReceivable: ZERO_CENTS,
    lateCharges: ZERO_CENTS,
    fees: ZERO_CENTS,
  }
  const moves: Move[] = [
    {
      debit: 'interestReceivable',
      credit: 'interestIncome',
      amount: minus(due, at.interestReceivable),
    },
    { debit: against, credit: 'principal', amount: at.principal },
    { debit: against, credit: 'interestReceivable', amount: due },
    { debit: against, credit: 'lateChargesReceivable', amount: at.lateCharges },
    { debit: against, credit: 'feesReceivable', amount: at.fees },
  ]
  return { cleared: { position: empty, owed }, moves }
}
