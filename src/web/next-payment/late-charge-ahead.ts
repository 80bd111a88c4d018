import type { CivilDate } from '#src/domain/calendar.ts'
import { pastDueInstallments } from '#src/domain/rules/installments.ts'
import { lateChargeDate } from '#src/domain/rules/late-charge.ts'
import type { LoanView } from '#src/servicing/view-account.ts'

/** The next day on which a late installment gets its late charge, and when it was due. */
export function nextLateCharge(
  view: LoanView,
): { readonly on: CivilDate; readonly due: CivilDate } | null {
  const ahead = pastDueInstallments(view.position, view.today).flatMap(({ number, due }) => {
    if (view.position.lateCharged.includes(number)) return []
    const on = lateChargeDate(view.position.contract, number)
    return on !== null && on > view.today ? [{ on, due }] : []
  })
  return ahead[0] ?? null
}
