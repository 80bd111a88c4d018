// How the rows of a schedule came to be: interest first, the rest lowers the principal.
import type {
  InterestMethod,
  ScheduledInstallment,
  ScheduleTerms,
} from '#src/domain/contract/amortization.ts'
import { explainInterest, interestFor } from '#src/domain/contract/interest.ts'
import { periodsPerYear } from '#src/domain/contract/schedule.ts'
import { exactDollars } from '#src/domain/explanation.ts'
import { add, type Fraction, fraction, isZero, subtract, ZERO } from '#src/domain/fraction.ts'
import { type Cents, exactly, roundToCents, toDollars, toPercent } from '#src/domain/money.ts'
import { type Reason, reasonOf } from './reason.ts'

export type MadeSchedule = {
  readonly terms: ScheduleTerms
  readonly method: InterestMethod
  readonly payment: Cents
  readonly isGiven: boolean
  readonly rows: readonly ScheduledInstallment[]
}

export function scheduleReason(made: MadeSchedule): Reason {
  const { terms, payment, isGiven } = made
  return {
    label: 'levelPayment',
    amount: toDollars(payment),
    inputs: {
      principal: toDollars(terms.principal),
      rate: toPercent(terms.rate),
      payments: terms.payments,
    },
    rule: isGiven ? 'contractInstallment' : 'levelPaymentFormula',
    parts: installments(made),
  }
}

function installments({ terms, method, rows }: MadeSchedule): Reason[] {
  let before = { from: terms.start, principal: terms.principal, owed: ZERO }
  return rows.map((row) => {
    const span = { principal: before.principal, rate: terms.rate, from: before.from, to: row.due }
    const period = method === 'daily' ? ofDays(terms, span) : ofPeriod(terms, span.principal)
    const parts = interestParts(terms, before.owed, period.working)
    const owed = add(before.owed, period.exact)
    const isPaid = row.interest === roundToCents(owed, terms.rounding) && !terms.carryFractions
    before = {
      from: row.due,
      principal: row.balance,
      owed: isPaid ? ZERO : subtract(owed, exactly(row.interest)),
    }
    return installment(row, { parts, exact: owed })
  })
}

type Period = { readonly exact: Fraction; readonly working: Reason }

function ofDays(terms: ScheduleTerms, span: Parameters<typeof interestFor>[1]): Period {
  return { exact: interestFor(terms, span), working: reasonOf(explainInterest(terms, span)) }
}

function ofPeriod({ rate, frequency }: ScheduleTerms, principal: Cents): Period {
  const perYear = periodsPerYear(frequency)
  const exact = fraction(BigInt(rate) * BigInt(principal), 1_000_000_000n * BigInt(perYear))
  const working = {
    label: 'interestSegment',
    inputs: {
      principal: toDollars(principal),
      rate: toPercent(rate),
      periodsPerYear: perYear,
      exact: exactDollars(exact),
    },
    rule: 'periodicInterest',
  }
  return { exact, working }
}

/** What was left before, if anything, and what the period earns. */
function interestParts(terms: ScheduleTerms, left: Fraction, earned: Reason): Reason[] {
  if (isZero(left)) return [earned]
  const inputs = { exact: exactDollars(left) }
  return terms.carryFractions
    ? [{ label: 'fractionCarried', inputs, rule: 'fractionsCarried' }, earned]
    : [{ label: 'interestUnpaid', inputs, rule: 'unitedStatesRule', citation: LEFT }, earned]
}

const LEFT = '12 CFR 1026 App. J (a)(3)'

function installment(
  row: ScheduledInstallment,
  interest: { parts: readonly Reason[]; exact: Fraction },
): Reason {
  const isLast = row.balance === 0
  return {
    label: isLast ? 'lastInstallment' : 'installment',
    amount: toDollars(row.payment),
    inputs: { installmentNumber: row.number, dueDate: row.due },
    rule: isLast ? 'lastInstallmentClosesAccount' : 'contractInstallment',
    parts: [
      {
        label: 'toInterest',
        amount: toDollars(row.interest),
        inputs: { exact: exactDollars(interest.exact) },
        rule: 'roundedOnce',
        parts: interest.parts,
      },
      step('toPrincipal', row.principal, 'waterfallOrder'),
      step('principalAfter', row.balance, 'outstandingPrincipal'),
    ],
  }
}

function step(label: string, amount: Cents, rule: string): Reason {
  return { label, amount: toDollars(amount), inputs: {}, rule }
}
