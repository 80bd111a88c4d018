// Taking over a loan from another servicer: its opening position, and months as that servicer
// reported them.
import { type CivilDate, daysBetween } from '../calendar.ts'
import { dueDate } from '../contract/schedule.ts'
import { ZERO } from '../fraction.ts'
import { type Cents, cents, minus, ZERO_CENTS } from '../money.ts'
import { earned, type Move } from './apply.ts'
import type { LoanPosition } from './position.ts'

/** Takes one month as the prior servicer reported it; its split is a fact, not recomputed. */
export function applyReportedMonth(
  position: LoanPosition,
  month: {
    periodEnd: CivilDate
    principalBegin: Cents
    principalEnd: Cents
    toInterest: Cents
    toPrincipal: Cents
    toOther: Cents
    interestPaidThrough: CivilDate
    daysPastDue: number
    rate: LoanPosition['rate']
  },
): { position: LoanPosition; moves: Move[] } {
  const adjustment = minus(minus(month.principalBegin, month.toPrincipal), month.principalEnd)
  const moves: Move[] = [
    {
      debit: 'principal',
      credit: 'boarding',
      amount: minus(month.principalBegin, position.principal),
    },
    earned(month.toInterest),
    { debit: 'cash', credit: 'interestReceivable', amount: month.toInterest },
    { debit: 'cash', credit: 'principal', amount: month.toPrincipal },
    { debit: 'writeOff', credit: 'principal', amount: adjustment },
    { debit: 'cash', credit: 'feeIncome', amount: month.toOther },
  ]
  const next: LoanPosition = {
    ...position,
    rate: month.rate,
    principal: month.principalEnd,
    interestBroughtForward: ZERO,
    spans: [],
    interestReceivable: ZERO_CENTS,
    accruedThrough: month.interestPaidThrough,
    counted: countedByReport(position, month),
  }
  return { position: next, moves }
}

/** Money that must have counted toward installments for the reported days past due to be true. */
function countedByReport(
  position: LoanPosition,
  month: { periodEnd: CivilDate; daysPastDue: number },
): Cents {
  const { contract } = position
  let paid = 0
  for (let number = 1; number < contract.payments; number += 1) {
    const due = dueDate(contract, number)
    if (due > month.periodEnd) break
    if (month.daysPastDue > 0 && daysBetween(due, month.periodEnd) <= month.daysPastDue) break
    paid = number
  }
  return cents(paid * contract.payment)
}

/** The opening entries of a boarded account. */
export function openingMoves(opening: {
  principal: Cents
  interest: Cents
  lateCharges: Cents
  fees: Cents
  suspense: Cents
}): Move[] {
  return [
    { debit: 'principal', credit: 'boarding', amount: opening.principal },
    { debit: 'interestReceivable', credit: 'boarding', amount: opening.interest },
    { debit: 'lateChargesReceivable', credit: 'boarding', amount: opening.lateCharges },
    { debit: 'feesReceivable', credit: 'boarding', amount: opening.fees },
    { debit: 'boarding', credit: 'suspense', amount: opening.suspense },
  ]
}
