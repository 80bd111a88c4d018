// How an account stands at the end of a day: what is due, what would close it, the schedule as
// signed and the one ahead.
import type { CivilDate } from '../calendar.ts'
import { amortize, type ScheduledInstallment } from '../contract/amortization.ts'
import { type Cents, ZERO_CENTS } from '../money.ts'
import { type AmountDue, amountDue, daysPastDue } from '../rules/installments.ts'
import type { Payoff } from '../rules/payoff.ts'
import { interestDue, type LoanPosition } from '../rules/position.ts'
import { type Projection, project } from '../rules/projection.ts'
import type { LoanLedger } from './ledger.ts'
import { quoteOn } from './quote.ts'
import { positionOn } from './replay.ts'

export type Standing = {
  readonly ledger: LoanLedger
  readonly position: LoanPosition
  readonly due: AmountDue
  readonly daysPastDue: number
  readonly interestDue: Cents
  readonly payoffToday: Payoff
  /** The contract as signed. */
  readonly schedule: readonly ScheduledInstallment[]
  /** The rest of it if every installment is paid on its due date and nothing more. */
  readonly projection: Projection
}

export function standingOn(ledger: LoanLedger, on: CivilDate): Standing {
  const position = positionOn(ledger, on)
  let schedule: readonly ScheduledInstallment[] | undefined
  let projection: Projection | undefined
  return {
    ledger,
    position,
    due: amountDue(position, on),
    daysPastDue: daysPastDue(position, on),
    interestDue: interestDue(position, on),
    payoffToday: quoteOn(ledger, on),
    // Made when they are shown: most pages show neither.
    get schedule() {
      schedule ??= amortize(ledger.contract, 'daily')
      return schedule
    },
    get projection() {
      projection ??= project(position, { on, extraEach: ZERO_CENTS })
      return projection
    },
  }
}
