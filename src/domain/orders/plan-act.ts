// What staff do to a loan itself: its due dates moved, or the loan given up as lost. Both are asked
// for with what the account was then, so that nobody approves another thing than was asked.
// Example: 512.55 a month, installment 28 unpaid and due 2026-12-05, two months granted: 28 is due
// 2027-02-05, and 1,025.10 that would have been due before is put off.

import { positionOn } from '../account/replay.ts'
import type { CivilDate } from '../calendar.ts'
import { type Cents, sum } from '../money.ts'
import { extended } from '../rules/extension.ts'
import { nextInstallment, pastDueInstallments } from '../rules/installments.ts'
import { applyChargeOff } from '../rules/loss.ts'
import { isPaidInFull, type LoanPosition } from '../rules/position.ts'
import {
  type ActOrder,
  type MoneyAnswer,
  moneyRefused,
  type OrderedAccount,
  type OrderPlan,
} from './money-order.ts'

/** At a time; more is asked for again. */
export const EXTENSION_MONTHS_MOST = 6

/** An extension that may be asked for. */
export type PossibleExtension = {
  readonly months: number
  /** The first installment that moves, and when it is due then. */
  readonly from: number
  readonly due: CivilDate
  /** What would have been due before that day. */
  readonly amount: Cents
}

/** What a charge-off would give up, and what the borrower still owes after it. */
export type PossibleChargeOff = { readonly principal: Cents; readonly owed: Cents }

/** `account` with late charges through `today` assessed. Refuses leases. */
export function planAct(
  order: ActOrder,
  { ledger }: OrderedAccount,
  today: CivilDate,
): MoneyAnswer<OrderPlan> {
  if (ledger.product !== 'loan') return moneyRefused('notALoan')
  const position = positionOn(ledger, today)
  if (position.chargedOff !== null) return moneyRefused('chargedOffBefore')
  if (isPaidInFull(position, today)) return moneyRefused('nothingOwed')
  const { accountId, kind } = order
  const reason = 'decided at the desk'
  if (kind === 'chargeOff') {
    if (order.amount !== position.principal) return moneyRefused('accountChanged')
    const payload = { kind, reason } as const
    return { ok: true, value: [{ accountId, facts: [{ effectiveDate: today, payload }] }] }
  }
  const { months, from, amount } = order
  const now = extensionOf(position, months, today)
  if (!now || months > EXTENSION_MONTHS_MOST) return moneyRefused('nothingToMove')
  if (now.from !== from || now.amount !== amount) return moneyRefused('accountChanged')
  const payload = { kind: 'extension', months, reason } as const
  return { ok: true, value: [{ accountId, facts: [{ effectiveDate: today, payload }] }] }
}

/** The acts that can be asked for on a day; none of a lease. */
export function possibleActs(
  { ledger }: OrderedAccount,
  today: CivilDate,
): {
  readonly extensions: readonly PossibleExtension[]
  readonly chargeOff: PossibleChargeOff | null
} {
  if (ledger.product !== 'loan') return { extensions: [], chargeOff: null }
  const position = positionOn(ledger, today)
  if (position.chargedOff !== null || isPaidInFull(position, today))
    return { extensions: [], chargeOff: null }
  const months = Array.from({ length: EXTENSION_MONTHS_MOST }, (_, at) => at + 1)
  const { principal } = position
  const owed = applyChargeOff(position, today).position.chargedOff
  return {
    extensions: months.flatMap((each) => extensionOf(position, each, today) ?? []),
    chargeOff: principal > 0 && owed !== null ? { principal, owed } : null,
  }
}

function extensionOf(
  position: LoanPosition,
  months: number,
  today: CivilDate,
): PossibleExtension | null {
  const first = nextInstallment(position, today)
  const then = first && nextInstallment(extended(position, months, today), today)
  if (!first || !then) return null
  const amount = sum(pastDueInstallments(position, then.due).map((row) => row.amount))
  return amount > 0 ? { months, from: first.number, due: then.due, amount } : null
}
