// Where a loan stands after its last event: principal, exact interest, charges, and what was
// counted toward installments. Unpaid interest is never capitalized (United States Rule, 12 CFR
// 1026 App. J (a)(3)).
import { type CivilDate, later } from '../calendar.ts'
import { explainInterest, type InterestSpan, unreducedInterestFor } from '../contract/interest.ts'
import type { LoanContract } from '../contract/loan.ts'
import type { Explanation } from '../explanation.ts'
import { exactDollars } from '../explanation.ts'
import { add, type Fraction, fraction, isZero } from '../fraction.ts'
import { type Cents, larger, type RatePpb, roundToCents, ZERO_CENTS } from '../money.ts'

export type LoanPosition = {
  readonly contract: LoanContract
  readonly rate: RatePpb
  readonly principal: Cents
  /** Exact interest brought forward when `spans` began: left unpaid, or a carried fraction. */
  readonly interestBroughtForward: Fraction
  /** Stretches of days since then, each with one principal and one rate. */
  readonly spans: readonly InterestSpan[]
  /** Interest is counted up to this day. */
  readonly accruedThrough: CivilDate
  /** Interest already posted as earned and not yet paid. */
  readonly interestReceivable: Cents
  readonly lateCharges: Cents
  readonly fees: Cents
  /** Money received and not applied. */
  readonly suspense: Cents
  /** Money counted toward installments since the first one, in cents. */
  readonly counted: Cents
  /** What is still owed of a charged-off account; null while it is not charged off. */
  readonly chargedOff: Cents | null
  /** Numbers of the installments for which a late charge was assessed. */
  readonly lateCharged: readonly number[]
}

/** Lets interest run to `on`, exactly. A day before `accruedThrough` changes nothing. */
export function accrueTo(position: LoanPosition, on: CivilDate): LoanPosition {
  if (on <= position.accruedThrough) return position
  const spans = withSpan(position.spans, {
    principal: position.principal,
    rate: position.rate,
    from: position.accruedThrough,
    to: on,
  })
  return { ...position, spans, accruedThrough: on }
}

/** Exact unpaid interest in cents on `on`; first day in, last day out. */
export function interestExactly(position: LoanPosition, on: CivilDate): Fraction {
  const { n, d } = unreducedInterest(position, on)
  return fraction(n, d)
}

/** The same for who only rounds it or takes from it. */
export function unreducedInterest(position: LoanPosition, on: CivilDate): Fraction {
  const { contract, interestBroughtForward, spans } = accrueTo(position, on)
  let exact = interestBroughtForward
  for (const span of spans) exact = add(exact, unreducedInterestFor(contract, span))
  return exact
}

/** Unpaid interest on `on` in cents, rounded once by the contract's rule; never negative. */
export function interestDue(position: LoanPosition, on: CivilDate): Cents {
  return roundedInterest(position, unreducedInterest(position, on))
}

/** The same of an amount that is known exactly. */
export function roundedInterest({ contract }: LoanPosition, exact: Fraction): Cents {
  return larger(roundToCents(exact, contract.rounding), ZERO_CENTS)
}

/** The working of the interest due on `on`. */
export function explainInterestDue(position: LoanPosition, on: CivilDate): Explanation {
  const at = accrueTo(position, on)
  const exact = interestExactly(position, on)
  const brought: Explanation[] = isZero(at.interestBroughtForward)
    ? []
    : [
        {
          label: at.contract.carryFractions ? 'fractionCarried' : 'interestUnpaid',
          inputs: [{ name: 'exact', dollars: exactDollars(at.interestBroughtForward) }],
          rule: at.contract.carryFractions ? 'fractionsCarried' : 'unitedStatesRule',
          citation: '12 CFR 1026 App. J (a)(3)',
        },
      ]
  return {
    label: 'interest',
    amount: interestDue(position, on),
    inputs: [{ name: 'exact', dollars: exactDollars(exact) }],
    rule: 'roundedOnce',
    parts: [...brought, ...at.spans.map((span) => explainInterest(at.contract, span))],
  }
}

/** True when nothing is owed on `on`, whatever is held in suspense. */
export function isPaidInFull(position: LoanPosition, on: CivilDate): boolean {
  const { lateCharges, fees, chargedOff } = position
  if (lateCharges !== 0 || fees !== 0) return false
  if (chargedOff !== null && chargedOff !== 0) return false
  return isRepaid(position, on)
}

/** True when neither principal nor interest is owed on `on`: no installment is left. */
export function isRepaid(position: LoanPosition, on: CivilDate): boolean {
  if (position.principal !== 0) return false
  return interestDue(position, later(on, position.accruedThrough)) === 0
}

/**
 * Joins a span to the last one when principal and rate are the same, so that a period is not cut by
 * events that change neither.
 */
function withSpan(spans: readonly InterestSpan[], span: InterestSpan): readonly InterestSpan[] {
  if (span.principal === 0) return spans
  const last = spans.at(-1)
  if (last && last.to === span.from && last.principal === span.principal && last.rate === span.rate)
    return [...spans.slice(0, -1), { ...last, to: span.to }]
  return [...spans, span]
}
