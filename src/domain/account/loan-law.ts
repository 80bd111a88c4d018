// What each event does to a loan.
import { unreachable } from '../assert.ts'
import type { LoanContract } from '../contract/loan.ts'
import { type Cents, cents, exactly } from '../money.ts'
import { applyAdjustment, applyCharge, applyPayment, type Move } from '../rules/apply.ts'
import { extended } from '../rules/extension.ts'
import { applyChargeOff, applyProceeds, applyRemainder } from '../rules/loss.ts'
import { feeMoves } from '../rules/payment-fee.ts'
import { accrueTo, type LoanPosition } from '../rules/position.ts'
import { applyReportedMonth } from '../rules/takeover.ts'
import type { Split } from '../rules/waterfall.ts'
import type { AccountEvent, EventPayload, OpeningPosition } from './event.ts'
import { applyRelease, applyWaiver } from './held-money.ts'

/** A loan's position as it comes onto our books. */
export function openingPosition(contract: LoanContract, opening: OpeningPosition): LoanPosition {
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

/** Refuses events that are no loan's. */
export function applyToLoan(position: LoanPosition, event: AccountEvent): Applied {
  const payload: EventPayload = event.payload
  const on = event.effectiveDate
  switch (payload.kind) {
    case 'payment': {
      const paid = applyPayment(position, payload, on)
      const fees = feeMoves(payload)
      return fees.length === 0 ? paid : { ...paid, moves: [...paid.moves, ...fees] }
    }
    case 'fee':
      return { ...applyCharge(position, { ...payload, installment: null }), split: null }
    case 'lateCharge':
      return { ...applyCharge(position, payload), split: null }
    case 'rate':
      return { position: { ...accrueTo(position, on), rate: payload.rate }, split: null, moves: [] }
    case 'adjustment':
      return payload.charge === undefined
        ? { ...applyAdjustment(position, payload, on), split: null }
        : { ...applyWaiver(accrueTo(position, on), cents(-payload.amount)), split: null }
    case 'release':
      return { ...applyRelease(position, payload.amount), split: null }
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
    case 'leaseBoarded':
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
