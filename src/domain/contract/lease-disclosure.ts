// The figures that Regulation M has a lessor disclose, each made from the one before it (12 CFR
// 1013.4(b) to (f)).
// Example (Federal Reserve sample form): 22,300.00 - 3,500.00 = 18,800.00; - 12,350.00 = 6,450.00;
// + 5,295.12 of rent = 11,745.12; / 48 = 244.69; + 12.25 of tax = 256.94; in all 16,368.12.
import { type Cents, cents, minus, plus, ZERO_CENTS } from '../money.ts'
import { depreciationOf } from './lease-payment.ts'
import { type LeaseSchedule, rentChargeOf, totalOfBasePayments } from './lease-schedule.ts'

export type LeaseDisclosure = {
  /** 1013.4(b). */
  readonly amountDueAtSigning: Cents
  /** The part of it that is the first payment: all of it when payments come in advance. */
  readonly paymentAtSigning: Cents
  /** 1013.4(f)(5). */
  readonly depreciation: Cents
  /** 1013.4(f)(6). */
  readonly rentCharge: Cents
  /** 1013.4(f)(7). */
  readonly totalOfBasePayments: Cents
  /** 1013.4(f)(11). */
  readonly totalPayment: Cents
  /** 1013.4(c). */
  readonly totalOfPeriodicPayments: Cents
  /** 1013.4(e). */
  readonly totalOfPayments: Cents
}

export function leaseDisclosure({ contract, totalPayment }: LeaseSchedule): LeaseDisclosure {
  const paymentAtSigning = contract.timing === 'in-advance' ? totalPayment : ZERO_CENTS
  const amountDueAtSigning = plus(
    contract.capitalizedCostReduction,
    paymentAtSigning,
    contract.securityDeposit,
    ...contract.signingCharges.map(({ amount }) => amount),
  )
  const totalOfPeriodicPayments = cents(totalPayment * contract.payments)
  return {
    amountDueAtSigning,
    paymentAtSigning,
    depreciation: depreciationOf(contract),
    rentCharge: rentChargeOf(contract, contract.basePayment),
    totalOfBasePayments: totalOfBasePayments(contract, contract.basePayment),
    totalPayment,
    totalOfPeriodicPayments,
    totalOfPayments: plus(
      minus(amountDueAtSigning, contract.securityDeposit),
      minus(totalOfPeriodicPayments, paymentAtSigning),
      contract.dispositionFee,
    ),
  }
}
