// The lease behind an asset of a filing: Schedule AL Item 4 of Regulation AB (17 CFR 229.1125). It
// names months and no rate: what is inferred here is listed in docs/operating/BOARDING.md.
// Example: 36 x 327.44 from 08/2015, paid through 03-02-2017 at the end of 02/2017: due on the 2nd,
// 19 installments paid, 17 to come, 18 months to the end of the term.
import type { LeaseRecord, PastEvent } from '#src/domain/account/boarding.ts'
import type { LeaseOpening } from '#src/domain/account/event.ts'
import { type CivilDate, later } from '#src/domain/calendar.ts'
import { FILED_RULES } from '#src/domain/contract/contract-rules.ts'
import { type LeaseContract, leaseDueDate, scheduledEnd } from '#src/domain/contract/lease.ts'
import { type Cents, cents, larger, minus, ZERO_CENTS } from '#src/domain/money.ts'
import { filedLeaseDates, monthsBetween, oldestUnpaid } from './filed-lease-dates.ts'
import { FiledValueProblem, type FiledValues, required } from './filed-values.ts'
import { type Finding, warn } from './finding.ts'

export type FiledLease = Pick<LeaseRecord, 'contract' | 'opening' | 'openingOn' | 'history'>

/** The contract, where it stood when the month began, and what was paid in the month. */
export function filedLease(values: FiledValues): FiledLease {
  if ((values.text('paymentTypeCode') ?? '2') !== '2')
    throw new FiledValueProblem('paymentTypeCode', 'Only monthly payments are read from filings.')
  const [begin, end] = [filedDate(values, BEGIN), filedDate(values, END)]
  if (end < begin) throw new FiledValueProblem(END, 'The period ends before it begins.')
  const contract = filedContract(values, end)
  const paid = larger(ZERO_CENTS, values.cents(PAID) ?? ZERO_CENTS)
  return {
    contract,
    opening: openingBefore(contract, { paid, unpaidFrom: oldestUnpaid(values, end) }),
    openingOn: later(contract.start, begin),
    history: paid > 0 ? [paidBy(end, paid)] : [],
  }
}

/** What the filing says and the account cannot show. */
export function* filedLeaseFindings(
  values: FiledValues,
  { contract }: FiledLease,
): Generator<Finding> {
  const remaining = values.count(REMAINING)
  const months = monthsBetween(filedDate(values, END), scheduledEnd(contract))
  if (remaining !== null && remaining !== months)
    yield warn(REMAINING, `The dates of this lease leave ${months} months, not ${remaining}.`)
  if ((values.cents(PAID) ?? 0) < 0)
    yield warn(PAID, 'Below zero: money given back is not read, nothing counts as paid this month.')
  for (const name of ['terminationIndicator', 'zeroBalanceCode'])
    if (values.text(name) !== null)
      yield warn(name, 'The end of a lease is not read from filings, only what was paid.')
}

const BEGIN = 'reportingPeriodBeginDate'
const END = 'reportingPeriodEndDate'
const REMAINING = 'remainingTermNumber'
const PAID = 'totalActualAmountPaid'
const PAYMENT = 'reportingPeriodScheduledPaymentAmount'

function filedDate(values: FiledValues, name: string): CivilDate {
  return required(name, values.date(name))
}

/** Acquisition cost down to the contract's residual; the rate behind the payments is not filed. */
function filedContract(values: FiledValues, periodEnd: CivilDate): LeaseContract {
  const cost = amountAboveZero(values, 'acquisitionCost')
  return {
    kind: 'lease',
    grossCapitalizedCost: cost,
    capitalizedCostReduction: ZERO_CENTS,
    adjustedCapitalizedCost: cost,
    residualValue: required('contractResidualValue', values.cents('contractResidualValue')),
    ...filedLeaseDates(values, periodEnd),
    frequency: 'monthly',
    timing: 'in-advance',
    method: { kind: 'constant-yield', rate: null },
    basePayment: amountAboveZero(values, PAYMENT),
    paymentTaxes: [],
    rounding: 'half-up',
    signingCharges: [],
    acquisitionFee: ZERO_CENTS,
    securityDeposit: ZERO_CENTS,
    dispositionFee: ZERO_CENTS,
    purchaseOption: null,
    mileage: null,
    lateCharge: FILED_RULES.lateCharge,
    ruleVersion: FILED_RULES.name,
  }
}

function amountAboveZero(values: FiledValues, name: string): Cents {
  const amount = required(name, values.cents(name))
  if (amount > 0) return amount
  throw new FiledValueProblem(name, 'The amount must be more than zero.')
}

/** Installments due before the oldest unpaid one, less the money that came in this month. */
function openingBefore(
  contract: LeaseContract,
  { paid, unpaidFrom }: { paid: Cents; unpaidFrom: CivilDate },
): LeaseOpening {
  let paidAfter = 0
  while (paidAfter < contract.payments && leaseDueDate(contract, paidAfter + 1) < unpaidFrom)
    paidAfter += 1
  const { basePayment } = contract
  const counted = larger(ZERO_CENTS, minus(cents(paidAfter * basePayment), paid))
  return {
    installmentsPaid: Math.floor(counted / basePayment),
    paidTowardNext: cents(counted % basePayment),
    lateCharges: ZERO_CENTS,
    fees: ZERO_CENTS,
    suspense: ZERO_CENTS,
  }
}

/** A filing gives one total for the month, and no days. */
function paidBy(effectiveDate: CivilDate, amount: Cents): PastEvent {
  return { kind: 'payment', effectiveDate, amount, extra: 'installments', extraAmount: null }
}
