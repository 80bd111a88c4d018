// Due dates that are still to be paid, the late ones first: of a loan as its schedule lies ahead,
// of a lease as it was signed.
import type { AccountLedger } from '../account/ledger.ts'
import { positionOn } from '../account/replay.ts'
import type { CivilDate } from '../calendar.ts'
import { ZERO_CENTS } from '../money.ts'
import { type Installment, pastDueInstallments } from '../rules/installments.ts'
import { unpaidLeaseInstallments } from '../rules/lease-position.ts'
import { project } from '../rules/projection.ts'

/** The first `most` of them on `on`; `amount` is what is still unpaid of each. */
export function comingDues(ledger: AccountLedger, on: CivilDate, most: number): Installment[] {
  if (ledger.product === 'lease') return unpaidLeaseInstallments(ledger.position).slice(0, most)
  const position = positionOn(ledger, on)
  const ahead = project(position, { on, extraEach: ZERO_CENTS }).rows
  return [
    ...pastDueInstallments(position, on),
    ...ahead.map(({ number, due, payment }) => ({ number, due, amount: payment })),
  ].slice(0, most)
}
