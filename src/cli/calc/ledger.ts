// `keyturn calc ledger`: the life of a loan from its events, by the law that services accounts.
// Example: 20000.00 at 5 % from 2026-01-15, 377.42 paid on 2026-02-15: 31 days of interest, 84.93,
// and 292.49 of principal.
import { explainStep } from '#src/domain/account/activity.ts'
import type { LoanLedger, Step } from '#src/domain/account/ledger.ts'
import { explainQuote, quoteOn } from '#src/domain/account/quote.ts'
import { positionOn } from '#src/domain/account/replay.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { exactDollars } from '#src/domain/explanation.ts'
import { type Cents, plus, roundToCents, toDollars } from '#src/domain/money.ts'
import { interestDue, interestExactly } from '#src/domain/rules/position.ts'
import { type Computed, calculation, type Refused, refuse } from './calculation.ts'
import { ledgerOf, misfit } from './ledger-events.ts'
import { type LedgerInput, ledgerForm } from './ledger-input.ts'
import { type Reason, reasonOf } from './reason.ts'

export const ledger = calculation(ledgerForm, (input): Computed => {
  const refused = misfit(input)
  if (refused) return refuse(refused)
  const account = ledgerOf(input)
  const tooMuch = belowZero(account, input)
  if (tooMuch) return refuse(tooMuch)
  return {
    ok: true,
    result: {
      postings: account.steps.flatMap(printedPosting),
      balances: input.balancesOn.map((on) => printedBalance(account, on)),
      payoffs: input.payoffOn.map((on) => printedPayoff(account, on)),
    },
    explain: () => reasonFor(account, input),
  }
})

/** A correction that takes away more than was there. */
function belowZero(account: LoanLedger, { events }: LedgerInput): Refused | null {
  for (const { event, after } of account.steps) {
    if (event.payload.kind !== 'adjustment') continue
    const { principal, lateCharges, fees, suspense, contract } = after
    const exact = interestExactly(after, after.accruedThrough)
    const interest = roundToCents(exact, contract.rounding)
    if (Math.min(interest, principal, lateCharges, fees, suspense) >= 0) continue
    const index = events.findIndex(({ id }, at) => event.id === (id ?? `#${at + 1}`))
    return { field: `events[${index}].amount`, message: 'This takes away more than there is.' }
  }
  return null
}

/** One line for each payment that counts, and for proceeds. */
function printedPosting({ event, split, after }: Step) {
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

function printedBalance(account: LoanLedger, on: CivilDate) {
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

function printedPayoff(account: LoanLedger, on: CivilDate) {
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

function reasonFor(account: LoanLedger, { payoffOn }: LedgerInput): Reason {
  const steps = account.steps.flatMap((step) => {
    const reason = explainStep(step)
    const { id, effectiveDate } = step.event
    return reason ? [withInputs(reasonOf(reason), { event: id, effective: effectiveDate })] : []
  })
  const quotes = payoffOn.map((on) => reasonOf(explainQuote(account, on)))
  return { label: 'ledger', inputs: {}, rule: 'replayOfEvents', parts: [...steps, ...quotes] }
}

function withInputs(reason: Reason, inputs: Reason['inputs']): Reason {
  return { ...reason, inputs: { ...inputs, ...reason.inputs } }
}
