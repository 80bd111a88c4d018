// An extension moves the oldest unpaid installment and all after it; interest keeps running.
// Example: installment 7 due 2026-08-05 unpaid, two months granted: due 2026-10-05, and the last
// one two months later too.
import { assert } from '../assert.ts'
import type { CivilDate } from '../calendar.ts'
import { installmentsPaid } from './installments.ts'
import { accrueTo, type LoanPosition } from './position.ts'

/** `months` is a whole number above zero. Late charges of dates that have passed stay owed. */
export function extended(position: LoanPosition, months: number, on: CivilDate): LoanPosition {
  assert(Number.isInteger(months) && months > 0, 'an extension is of whole months')
  const at = accrueTo(position, on)
  const extension = { from: installmentsPaid(at) + 1, months }
  const extensions = [...(at.contract.extensions ?? []), extension]
  return { ...at, contract: { ...at.contract, extensions } }
}
