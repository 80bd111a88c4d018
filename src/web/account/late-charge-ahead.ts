import type { CivilDate } from '#src/domain/calendar.ts'
import { pastDueInstallments } from '#src/domain/rules/installments.ts'
import { lateChargeDate } from '#src/domain/rules/late-charge.ts'
import type { AccountView } from '#src/servicing/view-account.ts'

/** The next day on which a late installment gets its late charge. */
export function nextLateCharge(view: AccountView): CivilDate | null {
  const days = pastDueInstallments(view.position, view.today)
    .filter((late) => !view.position.lateCharged.includes(late.number))
    .map((late) => lateChargeDate(view.ledger.contract, late.number))
  return days.find((day) => day !== null && day > view.today) ?? null
}
