// What an account owes and holds on a day, loan or lease, in a few figures to set side by side.

import type { AccountLedger } from '../account/ledger.ts'
import { positionOn } from '../account/replay.ts'
import type { CivilDate } from '../calendar.ts'
import { type Cents, minus } from '../money.ts'
import { amountDue } from '../rules/installments.ts'
import { leaseAmountDue, totalOfInstallments } from '../rules/lease-position.ts'
import { interestDue } from '../rules/position.ts'

export type MoneyFigures = {
  /** All that is to be paid now, and the part of it that is late. */
  readonly due: Cents
  readonly pastDue: Cents
  /** Of a loan. */
  readonly principal: Cents | null
  readonly interest: Cents | null
  /** Of a lease: installments that are not paid. */
  readonly installmentsLeft: Cents | null
  readonly lateCharges: Cents
  readonly fees: Cents
  readonly held: Cents
  /** Given up as lost and still owed; null where nothing was. */
  readonly chargedOff: Cents | null
}

/** On a ledger whose events are known through `on`. */
export function moneyFigures(ledger: AccountLedger, on: CivilDate): MoneyFigures {
  if (ledger.product === 'lease') {
    const { position } = ledger
    const { total: due, pastDue } = leaseAmountDue(position, on)
    const { lateCharges, fees, suspense: held, counted, schedule } = position
    const installmentsLeft = minus(totalOfInstallments(schedule), counted)
    const none = { principal: null, interest: null, chargedOff: null }
    return { due, pastDue, ...none, installmentsLeft, lateCharges, fees, held }
  }
  const position = positionOn(ledger, on)
  const { total: due, pastDue } = amountDue(position, on)
  const { principal, lateCharges, fees, suspense: held, chargedOff } = position
  const interest = interestDue(position, on)
  const own = { principal, interest, installmentsLeft: null, chargedOff }
  return { due, pastDue, ...own, lateCharges, fees, held }
}
