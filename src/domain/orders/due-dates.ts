// The due dates of a loan that are still to come, to set side by side.

import type { AccountLedger } from '../account/ledger.ts'
import { positionOn } from '../account/replay.ts'
import type { CivilDate } from '../calendar.ts'
import { dueDate } from '../contract/schedule.ts'
import { nextInstallment } from '../rules/installments.ts'

export type DueDate = { readonly number: number; readonly due: CivilDate }

const SHOWN = 3

/** The oldest unpaid installments and the last one; none where no installment is owed any more. */
export function dueDatesToCome(ledger: AccountLedger, on: CivilDate): readonly DueDate[] {
  if (ledger.product !== 'loan') return []
  const position = positionOn(ledger, on)
  const first = nextInstallment(position, on)
  if (!first) return []
  const { contract } = position
  const until = Math.min(first.number + SHOWN, contract.payments)
  const numbers = Array.from({ length: until - first.number }, (_, at) => first.number + at)
  return [...numbers, contract.payments].map((number) => ({
    number,
    due: dueDate(contract, number),
  }))
}
