// What a loan's ledger says, as `keyturn calc ledger` prints it: the split of each payment, and what
// was owed and would have closed the loan on the days that were asked for.
import type { LoanLedger, Step } from '#src/domain/account/ledger.ts'
import { quoteOn } from '#src/domain/account/quote.ts'
import { positionOn } from '#src/domain/account/replay.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { exactDollars } from '#src/domain/explanation.ts'
import { type Cents, plus, toDollars } from '#src/domain/money.ts'
import { interestDue } from '#src/domain/rules/position.ts'

export type AnswerRow = Readonly<Record<string, string>>

export type LedgerAnswer = {
  readonly postings: readonly AnswerRow[]
  readonly balances: readonly AnswerRow[]
  readonly payoffs: readonly AnswerRow[]
}

export function ledgerAnswer(
  account: LoanLedger,
  asked: { readonly balancesOn: readonly CivilDate[]; readonly payoffOn: readonly CivilDate[] },
): LedgerAnswer {
  return {
    postings: account.steps.flatMap(printedPosting),
    balances: asked.balancesOn.map((on) => printedBalance(account, on)),
    payoffs: asked.payoffOn.map((on) => printedPayoff(account, on)),
  }
}

/** One line for each payment that counts, and for proceeds. */
function printedPosting({ event, split, after }: Step): AnswerRow[] {
  if (!split) return []
  const { interest, principal, lateCharges, fees, suspense, recovered } = split
  return [
    {
      event: event.id,
      effective: event.effectiveDate,
      interest: toDollars(interest),
      principal: toDollars(principal),
      lateCharges: toDollars(lateCharges),
      fees: toDollars(fees),
      ...(after.chargedOff !== null && { recovered: toDollars(recovered) }),
      suspense: toDollars(suspense),
      principalAfter: toDollars(after.principal),
      interestAfter: toDollars(interestDue(after, after.accruedThrough)),
    },
  ]
}

function printedBalance(account: LoanLedger, on: CivilDate): AnswerRow {
  const position = positionOn(account, on)
  return {
    on,
    principal: toDollars(position.principal),
    accruedInterest: toDollars(interestDue(position, on)),
    lateCharges: toDollars(position.lateCharges),
    fees: toDollars(position.fees),
    ...chargedOff(position.chargedOff),
    unapplied: toDollars(position.suspense),
  }
}

function printedPayoff(account: LoanLedger, on: CivilDate): AnswerRow {
  const payoff = quoteOn(account, on)
  return {
    on,
    principal: toDollars(payoff.principal),
    interest: toDollars(payoff.interest),
    lateCharges: toDollars(plus(payoff.lateCharges, payoff.lateChargesToCome)),
    fees: toDollars(payoff.fees),
    ...chargedOff(positionOn(account, on).chargedOff),
    unapplied: toDollars(payoff.unapplied),
    total: toDollars(payoff.total),
    perDiem: exactDollars(payoff.perDiem),
  }
}

/** Only in the answer about an account that was charged off by then. */
function chargedOff(amount: Cents | null): { chargedOff?: string } {
  return amount === null ? {} : { chargedOff: toDollars(amount) }
}
