// A quick estimate of what the installment of a contract should be, to catch slips of the pen
// before boarding. Binary floating point is right here: nothing is posted from it, and 100,000
// contracts are checked in seconds.
// Example: 20,000.00 at 5.49 % in 60 months: about 381.93.
import { daysBetween } from '#src/domain/calendar.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { periodsPerYear } from '#src/domain/contract/schedule.ts'

/** Estimated level installment in cents, with the odd days of the first period. */
export function expectedPayment(contract: LoanContract): number {
  const { payments } = contract
  const rate = periodRate(contract)
  const worth = rate === 0 ? payments : (1 - (1 + rate) ** -payments) / rate
  return owedAtStart(contract) / worth
}

/**
 * Estimated last installment in cents when all others are paid as printed; far above the others it
 * is a balloon.
 */
export function expectedLastPayment(contract: LoanContract): number {
  const rate = periodRate(contract)
  const steps = contract.payments - 1
  const growth = (1 + rate) ** steps
  const paid = rate === 0 ? contract.payment * steps : (contract.payment * (growth - 1)) / rate
  return (owedAtStart(contract) * growth - paid) * (1 + rate)
}

function periodRate(contract: LoanContract): number {
  return contract.rate / 1e9 / periodsPerYear(contract.frequency)
}

/**
 * Principal, with the interest of the days by which the first period is longer or shorter than the
 * others.
 */
function owedAtStart(contract: LoanContract): number {
  const period = 365 / periodsPerYear(contract.frequency)
  const oddDays = daysBetween(contract.start, contract.firstDue) - period
  return contract.principal * (1 + (contract.rate / 1e9) * (oddDays / 365))
}
