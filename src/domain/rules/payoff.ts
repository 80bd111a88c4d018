// The payoff: one function says what closes the account on a day, and the same law posts it, so
// paying it leaves 0.00.
// Example: 14,415.38 principal at 5.49 %, interest from Nov 20, paid Dec 4: 30.36 interest,
// 14,445.74 in all, 2.168231 a day.
import { addDays, type CivilDate } from '../calendar.ts'
import { type Explanation, exactDollars } from '../explanation.ts'
import { type Fraction, subtract } from '../fraction.ts'
import { type Cents, larger, minus, plus, sum, ZERO_CENTS } from '../money.ts'
import {
  accrueTo,
  explainInterestDue,
  interestDue,
  interestExactly,
  type LoanPosition,
} from './position.ts'

export type Payoff = {
  readonly on: CivilDate
  readonly principal: Cents
  readonly interest: Cents
  readonly lateCharges: Cents
  readonly fees: Cents
  /** What is still owed of a charged-off account. */
  readonly chargedOff: Cents
  /** Late charges that will be owed by that day and are not assessed yet. */
  readonly lateChargesToCome: Cents
  /** Money already held and not applied, taken off. */
  readonly unapplied: Cents
  /** What to pay; never negative. */
  readonly total: Cents
  /** Exact interest that the day beginning on `on` adds, in cents. */
  readonly perDiem: Fraction
}

/**
 * What closes the account when it arrives on `on`. `position` must not hold events effective after
 * `on`.
 */
export function payoffOn(
  position: LoanPosition,
  at: { on: CivilDate; lateChargesToCome: Cents },
): Payoff {
  const { on, lateChargesToCome } = at
  const { principal, lateCharges, fees, suspense } = position
  const interest = interestDue(position, on)
  const chargedOff = position.chargedOff ?? ZERO_CENTS
  const owed = plus(principal, interest, lateCharges, fees, lateChargesToCome, chargedOff)
  return {
    on,
    principal,
    interest,
    lateCharges,
    fees,
    chargedOff,
    lateChargesToCome,
    unapplied: suspense,
    total: larger(ZERO_CENTS, minus(owed, suspense)),
    perDiem: interestOfNextDay(position, on),
  }
}

/**
 * What one more day adds, whatever the day count makes of the days before it: under 30/360 nothing
 * comes with a 31st.
 */
function interestOfNextDay(position: LoanPosition, on: CivilDate): Fraction {
  return subtract(interestExactly(position, addDays(on, 1)), interestExactly(position, on))
}

/** The payoff as a tree: each line with its own working. */
export function explainPayoff(
  position: LoanPosition,
  payoff: Payoff,
  lateChargesToCome: readonly Explanation[],
): Explanation {
  const line = (label: 'principal' | 'lateCharges' | 'fees', amount: Cents): Explanation => ({
    label,
    amount,
    inputs: [],
    rule: label === 'principal' ? 'outstandingPrincipal' : 'outstandingCharges',
  })
  const parts: Explanation[] = [
    line('principal', payoff.principal),
    explainInterestDue(accrueTo(position, payoff.on), payoff.on),
    line('lateCharges', payoff.lateCharges),
    line('fees', payoff.fees),
  ]
  if (payoff.lateChargesToCome > 0)
    parts.push({
      label: 'lateChargeToCome',
      amount: sum([payoff.lateChargesToCome]),
      inputs: [],
      rule: 'lateChargeOncePerInstallment',
      parts: lateChargesToCome,
    })
  if (payoff.chargedOff > 0)
    parts.push({
      label: 'chargedOff',
      amount: payoff.chargedOff,
      inputs: [],
      rule: 'chargedOffFirst',
    })
  if (payoff.unapplied > 0)
    parts.push({
      label: 'unapplied',
      amount: minus(ZERO_CENTS, payoff.unapplied),
      inputs: [],
      rule: 'overpaymentHeld',
    })
  return {
    label: 'payoff',
    amount: payoff.total,
    inputs: [
      { name: 'on', date: payoff.on },
      { name: 'exact', dollars: exactDollars(payoff.perDiem) },
    ],
    rule: 'sumOfParts',
    parts,
  }
}
