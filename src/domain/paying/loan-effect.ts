// What a payment of a loan that is only being considered would do: its amount by the obligor's
// choice, its split on its day, and what is owed afterwards. By the same law that posts it.
import type { ExtraChoice } from '../account/event.ts'
import { lateChargesToAssess } from '../account/late-charges.ts'
import type { LoanLedger } from '../account/ledger.ts'
import { interestDays, quoteOn } from '../account/quote.ts'
import { positionOn } from '../account/replay.ts'
import type { CivilDate } from '../calendar.ts'
import { perDiem } from '../contract/interest.ts'
import type { Explanation } from '../explanation.ts'
import type { Fraction } from '../fraction.ts'
import { type Cents, minus, plus, smaller, sum, ZERO_CENTS } from '../money.ts'
import { applyPayment, type PaymentTerms } from '../rules/apply.ts'
import {
  type AmountDue,
  amountDue,
  type Installment,
  nextInstallment,
  pastDueInstallments,
} from '../rules/installments.ts'
import { accrueTo, explainInterestDue, interestDue, type LoanPosition } from '../rules/position.ts'
import { interestSaved } from '../rules/projection.ts'
import { explainSplit, type Split } from '../rules/waterfall.ts'

/**
 * What the obligor chose to pay; `amount` only where it is typed: another amount, or one for
 * principal alone. `extraAmount` only for extra.
 */
export type AmountChoice = {
  readonly choice: 'due' | 'pastDue' | 'duePlusExtra' | 'principal' | 'payoff' | 'other'
  readonly amount: Cents | null
  readonly extraAmount: Cents | null
  readonly extra: ExtraChoice
}

export type LoanEffect = {
  readonly product: 'loan'
  readonly terms: PaymentTerms
  readonly split: Split
  readonly interestDays: number
  readonly explanation: Explanation
  readonly principalAfter: Cents
  /** Interest of the days before it that it does not pay. */
  readonly interestAfter: Cents
  /** What is still owed of a charged-off account; null where nothing is charged off. */
  readonly chargedOffAfter: Cents | null
  /** Interest that the extra saves over the rest of the loan; null without extra to principal. */
  readonly interestSaved: Cents | null
  readonly nextDueAfter: Installment | null
  /** What is late even so; `nextDueAfter` is then the oldest of it. */
  readonly pastDueAfter: Cents
  readonly perDiemAfter: Fraction
}

/** Where the loan will stand on `on`, with late charges that will be owed by then. */
export function expectedPosition(ledger: LoanLedger, on: CivilDate): LoanPosition {
  const position = positionOn(ledger, on)
  const charges = lateChargesToAssess(ledger, on)
  const amount = charges.reduce((total, charge) => plus(total, charge.amount), ZERO_CENTS)
  return { ...position, lateCharges: plus(position.lateCharges, amount) }
}

/** What is due if it is paid on `on`. */
export function dueOn(ledger: LoanLedger, on: CivilDate): AmountDue {
  return amountDue(expectedPosition(ledger, on), on)
}

/**
 * The choice in cents and as the law takes it: charges that are due are directed to, a payoff is
 * all it takes.
 */
export function termsOf(ledger: LoanLedger, choice: AmountChoice, on: CivilDate): PaymentTerms {
  const due = dueOn(ledger, on)
  const payoff = quoteOn(ledger, on).total
  const charges = plus(due.lateCharges, due.fees)
  const extra = choice.extra
  switch (choice.choice) {
    case 'payoff':
      return { amount: payoff, extra: 'principal', extraAmount: ZERO_CENTS, toCharges: charges }
    case 'due':
      return { amount: due.total, extra, extraAmount: ZERO_CENTS, toCharges: charges }
    case 'pastDue':
      return { amount: due.pastDue, extra, extraAmount: ZERO_CENTS, toCharges: ZERO_CENTS }
    case 'principal': {
      // No installment is paid by it: interest up to that day first, as the contract has it, and
      // all the rest lowers principal.
      const amount = choice.amount ?? ZERO_CENTS
      return { amount, extra: 'principal', extraAmount: amount, toCharges: ZERO_CENTS }
    }
    case 'duePlusExtra': {
      const extraAmount = choice.extraAmount ?? ZERO_CENTS
      return { amount: plus(due.total, extraAmount), extra, extraAmount, toCharges: charges }
    }
    case 'other': {
      const amount = choice.amount ?? ZERO_CENTS
      const above = minus(amount, smaller(amount, due.total))
      // Less than what is due goes to the installment first: charges wait, so that none breeds
      // another.
      const toCharges = amount >= due.total ? charges : ZERO_CENTS
      return { amount, extra, extraAmount: above, toCharges }
    }
  }
}

/** The effect of paying `terms` on `on`. */
export function effectOf(ledger: LoanLedger, terms: PaymentTerms, on: CivilDate): LoanEffect {
  const before = accrueTo(expectedPosition(ledger, on), on)
  const { position, split } = applyPayment(before, terms, on)
  const { contract, rate, principal } = position
  const isExtra = terms.extra === 'principal' && (terms.extraAmount ?? 0) > 0
  return {
    product: 'loan',
    terms,
    split,
    interestDays: interestDays(ledger, on),
    explanation: explainSplit(split, {
      amount: terms.amount,
      toCharges: terms.toCharges,
      order: contract.waterfall,
      interest: explainInterestDue(before, on),
      ruleVersion: contract.ruleVersion,
    }),
    principalAfter: principal,
    interestAfter: interestDue(position, on),
    chargedOffAfter: position.chargedOff,
    interestSaved: isExtra
      ? interestSaved(before, { on, extra: terms.extraAmount ?? ZERO_CENTS })
      : null,
    nextDueAfter: nextInstallment(position, on),
    pastDueAfter: sum(pastDueInstallments(position, on).map((row) => row.amount)),
    perDiemAfter: perDiem(contract, { principal, rate, on }),
  }
}
