// Months without a payment: days past due rise by the days of the month, as our law counts them
// from the oldest unpaid due date; an extension moves that date.

import { newContractOpening } from '#src/domain/account/boarding.ts'
import type { AccountEvent, OpeningPosition } from '#src/domain/account/event.ts'
import { positionOn, replayLoan } from '#src/domain/account/replay.ts'
import { addDays, addMonths, type CivilDate } from '#src/domain/calendar.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { daysPastDue } from '#src/domain/rules/installments.ts'
import type { LoanMonth } from '#src/formats/filings/loan-month.ts'
import type { LoanHistory } from './filings.ts'
import { isNextMonth } from './months.ts'
import type { Tallies } from './tally.ts'

export function checkPastDue(loan: LoanHistory, tallies: Tallies): void {
  const { contract } = loan
  if (contract === null) return
  let before: LoanMonth | null = null
  for (const month of loan.months) {
    if (before && isUnpaid(before, month)) {
      const days = before.daysPastDue ?? 0
      tallies.add('daysPastDue', loan, {
        where: `${loan.asset} ${month.periodEnd}`,
        ours: daysAfter(contract, { before, month, days }),
        reported: month.daysPastDue ?? 0,
        reason: month.isModified ? 'changed in the month' : 'counted by another rule',
      })
    }
    before = month
  }
}

/** Counted on from a day past due, while the whole balance stays owed. */
function isUnpaid(before: LoanMonth, month: LoanMonth): boolean {
  const { daysPastDue: days } = before
  if (days === null || days <= 0 || days > LONGEST_DAYS || month.daysPastDue === null) return false
  return isNextMonth(before, month) && month.paid === 0 && month.begin > 0 && month.end > 0
}

const LONGEST_DAYS = 3_650

function daysAfter(
  signed: LoanContract,
  { before, month, days }: { before: LoanMonth; month: LoanMonth; days: number },
): number {
  const oldestDue = addDays(before.periodEnd, -days)
  // Its first installment stands for the oldest unpaid one: the earlier ones are paid.
  const contract = { ...signed, start: addMonths(oldestDue, -1), firstDue: oldestDue }
  const opening: OpeningPosition = {
    ...newContractOpening(contract),
    principal: before.end,
    interestPaidThrough: before.periodEnd,
  }
  const boarded = event(1, before.periodEnd, { kind: 'boarded', contract, opening })
  const { extendedMonths: months } = month
  const extension = { kind: 'extension', months, reason: 'Extension as filed' } as const
  const events = months > 0 ? [boarded, event(2, month.periodEnd, extension)] : [boarded]
  return daysPastDue(positionOn(replayLoan(events), month.periodEnd), month.periodEnd)
}

function event(
  seq: number,
  effectiveDate: CivilDate,
  payload: AccountEvent['payload'],
): AccountEvent {
  const postedAt = `${effectiveDate}T00:00:00.000Z`
  return { id: String(seq), seq, effectiveDate, postedAt, payload }
}
