// What a paper says that proves that money came: of one payment, or of the one that closed a loan.
import type { CivilDate } from '../../calendar.ts'
import { type Cents, ZERO_CENTS } from '../../money.ts'
import { feeAmount } from '../../rules/payment-fee.ts'
import { bareFact } from '../activity-row.ts'
import type { AccountEvent } from '../event.ts'
import type { AccountLedger } from '../ledger.ts'
import { statementOf } from './statement.ts'
import { statedRows } from './statement-rows.ts'
import { PARTS, type StatementPart } from './statement-standing.ts'

export type ReceivedPayment = {
  readonly on: CivilDate
  readonly amount: Cents
  readonly parts: readonly {
    readonly part: StatementPart | 'recovered'
    readonly amount: Cents
  }[]
  /** Principal after it, payments of a lease that are left, or what is left of a charge-off. */
  readonly balance: Cents
  readonly isChargedOff: boolean
  /** Taken besides for paying that way; none of it counts on the account. */
  readonly fee: Cents
}

/** Null where the event is no payment, or does not count. */
export function receivedPayment(
  account: { readonly ledger: AccountLedger; readonly events: readonly AccountEvent[] },
  eventId: string,
): ReceivedPayment | null {
  const { ledger, events } = account
  const step = ledger.steps.find(({ event }) => event.id === eventId)
  if (step?.event.payload.kind !== 'payment') return null
  const { effectiveDate: on, seq } = step.event
  const row = statedRows(ledger, events, on).find((each) => each.seq === seq)
  const { amount } = bareFact(step.event)
  if (!row?.parts || row.after === null || amount === null) return null
  const parts = row.parts.flatMap((own, at) => {
    const part = PARTS[ledger.product][at]
    return part ? [{ part, amount: own }] : []
  })
  const { left, ...recovered } = recoveredBy(ledger, eventId)
  const isChargedOff = left !== null
  return {
    ...{ on, amount, isChargedOff, balance: left ?? row.after },
    fee: feeAmount(step.event.payload.fee),
    parts: isChargedOff ? [{ part: 'recovered', ...recovered }, ...parts] : parts,
  }
}

/** What of it lowered a charge-off, and what is left of that; null where there was none. */
function recoveredBy(ledger: AccountLedger, eventId: string) {
  const steps = ledger.product === 'loan' ? ledger.steps : []
  const step = steps.find(({ event }) => event.id === eventId)
  return { amount: step?.split?.recovered ?? ZERO_CENTS, left: step?.after.chargedOff ?? null }
}

export type PaidLoan = {
  readonly eventId: string
  readonly on: CivilDate
  readonly paid: Readonly<Record<'last' | 'interest' | 'principal' | 'charges', Cents>>
  readonly held: Cents
}

/** Of a loan on which nothing is owed, by the last money that came; null where none did. */
export function paidLoan(ledger: AccountLedger, events: readonly AccountEvent[]): PaidLoan | null {
  if (ledger.product !== 'loan' || ledger.position.chargedOff !== null) return null
  const step = ledger.steps.findLast(({ event }) => event.payload.kind === 'payment')
  if (!step) return null
  const on = step.event.effectiveDate
  const { life } = statementOf(events, { after: null, on, printed: null }).totals
  const [interest = ZERO_CENTS, principal = ZERO_CENTS, charges = ZERO_CENTS] = life.parts
  const last = bareFact(step.event).amount ?? ZERO_CENTS
  const { suspense: held } = ledger.position
  return { eventId: step.event.id, on, paid: { last, interest, principal, charges }, held }
}
