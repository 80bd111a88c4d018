import { daysBetween } from '#src/domain/calendar.ts'
import type { LeaseView } from '#src/servicing/view-account.ts'
import type { Reader } from '../reader.ts'

/** When what is due is due, or that nothing is. */
export function LeaseDueLine(props: { view: LeaseView; reader: Reader }) {
  const { view, reader } = props
  const w = reader.words.account
  const { current, pastDue, total } = view.due
  if (view.daysPastDue > 0) return <>{w.next.pastDue(reader.money(pastDue), view.daysPastDue)}</>
  if (!current) return <>{total > 0 ? w.next.afterTerm : reader.words.lease.allPaid}</>
  return (
    <>
      <strong>{w.next.dueOn(reader.date(current.due, dateStyle(view)))}</strong>{' '}
      {w.inDays(daysBetween(view.today, current.due))}
    </>
  )
}

/** Prepaid far ahead, the year is part of the answer. */
function dateStyle({ today, due }: LeaseView) {
  const isFar = due.current !== null && daysBetween(today, due.current.due) > 180
  return isFar ? 'full' : 'long'
}
