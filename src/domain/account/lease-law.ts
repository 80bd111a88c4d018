// What each event does to a lease.
import { assert } from '../assert.ts'
import { type Cents, cents, minus, plus, sum, ZERO_CENTS } from '../money.ts'
import type { Move } from '../rules/apply.ts'
import { applyLeasePayment, type LeaseAllocation } from '../rules/lease-apply.ts'
import type { LeasePosition } from '../rules/lease-position.ts'
import { splitCounted } from '../rules/lease-split.ts'
import { feeMoves } from '../rules/payment-fee.ts'
import type { AccountEvent, EventPayload, LeaseOpening } from './event.ts'
import { applyRelease, applyWaiver } from './held-money.ts'

type Applied = { position: LeasePosition; split: LeaseAllocation | null; moves: readonly Move[] }

/** Refuses events that are no lease's. */
export function applyToLease(position: LeasePosition, event: AccountEvent): Applied {
  const { payload } = event
  switch (payload.kind) {
    case 'payment': {
      const paid = applyLeasePayment(position, payload, event.effectiveDate)
      return {
        position: paid.position,
        split: paid.allocation,
        moves: [...paymentMoves(paid.allocation), ...feeMoves(payload)],
      }
    }
    case 'fee':
      return {
        position: { ...position, fees: plus(position.fees, payload.amount) },
        split: null,
        moves: [{ debit: 'feesReceivable', credit: 'feeIncome', amount: payload.amount }],
      }
    case 'lateCharge':
      return {
        position: {
          ...position,
          lateCharges: plus(position.lateCharges, payload.amount),
          lateCharged: [...position.lateCharged, payload.installment],
        },
        split: null,
        moves: [
          { debit: 'lateChargesReceivable', credit: 'lateChargeIncome', amount: payload.amount },
        ],
      }
    case 'adjustment':
      return payload.charge === undefined
        ? { ...adjust(position, payload), split: null }
        : { ...applyWaiver(position, cents(-payload.amount)), split: null }
    case 'release':
      return { ...applyRelease(position, payload.amount), split: null }
    default:
      throw new Error(`broken invariant: ${payload.kind} is not an event of a lease`)
  }
}

/** What is taken over: the lease balance as far as it is not paid down, and open charges. */
export function leaseOpeningMoves(position: LeasePosition, opening: LeaseOpening): Move[] {
  const { schedule, counted } = position
  const { depreciation } = splitCounted(schedule, { from: ZERO_CENTS, to: counted })
  const balance = minus(schedule.contract.adjustedCapitalizedCost, depreciation)
  return [
    { debit: 'leaseBalance', credit: 'boarding', amount: balance },
    { debit: 'lateChargesReceivable', credit: 'boarding', amount: opening.lateCharges },
    { debit: 'feesReceivable', credit: 'boarding', amount: opening.fees },
    { debit: 'boarding', credit: 'suspense', amount: opening.suspense },
  ]
}

function paymentMoves({ split, lateCharges, fees, suspense }: LeaseAllocation): Move[] {
  const cash = (credit: Move['credit'], amount: Cents): Move => ({ debit: 'cash', credit, amount })
  return [
    cash('taxPayable', sum(split.taxes.map((tax) => tax.amount))),
    cash('rentIncome', split.rent),
    cash('leaseBalance', split.depreciation),
    cash('lateChargesReceivable', lateCharges),
    cash('feesReceivable', fees),
    cash('suspense', suspense),
  ]
}

/** A lease has no principal and no interest to correct. */
function adjust(
  position: LeasePosition,
  { bucket, amount }: EventPayload & { kind: 'adjustment' },
): { position: LeasePosition; moves: Move[] } {
  assert(bucket !== 'principal' && bucket !== 'interest', `a lease has no ${bucket}`)
  const account = ACCOUNTS[bucket]
  return {
    position: { ...position, [bucket]: plus(position[bucket], amount) },
    moves: [
      {
        debit: account,
        credit: 'writeOff',
        amount: bucket === 'suspense' ? cents(-amount) : amount,
      },
    ],
  }
}

const ACCOUNTS = {
  lateCharges: 'lateChargesReceivable',
  fees: 'feesReceivable',
  suspense: 'suspense',
} as const
