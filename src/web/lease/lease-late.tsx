// What is late on a lease, and until when it costs nothing more.
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { leaseLateChargeAmount, leaseLateChargeDate } from '#src/domain/rules/lease-late-charge.ts'
import { pastDueLeaseInstallments } from '#src/domain/rules/lease-position.ts'
import type { LeaseView } from '#src/servicing/view-account.ts'
import { Note } from '#src/ui/note.tsx'
import type { Reader } from '../reader.ts'

/** Nothing where nothing is late. */
export function LateNote({ view, reader }: { view: LeaseView; reader: Reader }) {
  const w = reader.words.account.next
  const oldest = pastDueLeaseInstallments(view.position, view.today)[0]
  if (!oldest) return null
  const free = lastFreeDay(view)
  const amount = leaseLateChargeAmount(view.position.schedule)
  return (
    <Note tone="warn" lead={w.arrived(reader.date(oldest.due, 'day'))}>
      {!view.ledger.contract.lateCharge && w.noLateCharge}
      {free &&
        (free.due === oldest.due
          ? w.noLateChargeUntil(reader.date(free.day, 'day'), reader.money(amount))
          : w.lateChargeFor(
              reader.date(free.due, 'day'),
              reader.date(free.day, 'day'),
              reader.money(amount),
            ))}
    </Note>
  )
}

/** The last day on which paying costs no late charge, and the due date it is of. */
export function lastFreeDay(view: LeaseView): { day: CivilDate; due: CivilDate } | null {
  const late = pastDueLeaseInstallments(view.position, view.today)
  for (const { number, due } of late) {
    const on = leaseLateChargeDate(view.ledger.contract, number)
    const isCharged = view.position.lateCharged.includes(number)
    if (on !== null && on > view.today && !isCharged) return { day: addDays(on, -1), due }
  }
  return null
}
