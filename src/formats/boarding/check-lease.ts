// Whether the parts of a lease's record agree with each other.
import type { LeaseRecord } from '#src/domain/account/boarding.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { LeaseContract } from '#src/domain/contract/lease.ts'
import { depreciationOf, priceOf } from '#src/domain/contract/lease-payment.ts'
import { solveLeaseRate } from '#src/domain/contract/lease-rate.ts'
import { canBeScheduled, totalOfBasePayments } from '#src/domain/contract/lease-schedule.ts'
import { minus } from '#src/domain/money.ts'
import { type Finding, refuse } from './finding.ts'

/** What cannot be in any lease, or could not be scheduled to the residual value. */
export function* checkLeaseTerms(contract: LeaseContract, today: CivilDate): Generator<Finding> {
  const { grossCapitalizedCost, capitalizedCostReduction, adjustedCapitalizedCost } = contract
  if (contract.start > today) yield refuse('contract.start', 'The lease starts in the future.')
  if (contract.firstDue < contract.start)
    yield refuse('contract.firstDue', 'The first due date is before the start.')
  if (minus(grossCapitalizedCost, capitalizedCostReduction) !== adjustedCapitalizedCost)
    yield refuse(
      'contract.adjustedCapitalizedCost',
      'It must be the gross capitalized cost less the reduction.',
    )
  if (contract.residualValue > adjustedCapitalizedCost)
    yield refuse('contract.residualValue', 'More than the adjusted capitalized cost.')
  else yield* checkRent(contract)
}

function* checkRent(contract: LeaseContract): Generator<Finding> {
  const { method, basePayment } = contract
  if (totalOfBasePayments(contract, basePayment) < depreciationOf(contract))
    yield refuse('contract.basePayment', 'All payments together are less than the depreciation.')
  else if (method.kind === 'constant-yield' && !solveLeaseRate(contract, basePayment))
    yield refuse('contract.basePayment', 'The rate behind it would be 1,000 % or more.')
  else if (!canBeScheduled(contract, priceOf(contract)))
    yield refuse('contract.method.rate', 'Rounding would grow a thousandfold over the term.')
}

/** Whether the account can stand where it is said to. */
export function* checkLeaseOpening(record: LeaseRecord): Generator<Finding> {
  const { contract, opening, openingOn, history } = record
  if (openingOn < contract.start)
    yield refuse('opening.on', 'The opening position is before the start of the lease.')
  if (opening.installmentsPaid > contract.payments)
    yield refuse('opening.installmentsPaid', 'More installments paid than the lease has.')
  for (const [index, { kind }] of history.entries())
    if (kind !== 'payment' && kind !== 'fee')
      yield refuse(`history.${index}.kind`, 'A lease has payments and fees.')
}
