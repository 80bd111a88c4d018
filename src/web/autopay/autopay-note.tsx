// What autopay is about to take, before somebody pays the same by hand.
import type { AutopayNow } from '#src/servicing/autopay/autopay-now.ts'
import { stillScheduled } from '#src/servicing/scheduled-payments.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { Note } from '#src/ui/note.tsx'
import type { AccountVisit } from '../account-visit.tsx'

/** Nothing where its next debit is set already: that one stands among what is scheduled. */
export function AutopayNote(props: {
  readonly visit: AccountVisit
  readonly view: AccountView
  readonly autopay: AutopayNow | null
}) {
  const { reader, base } = props.visit
  const { overview: w } = reader.words.autopay.pages
  const next = props.autopay?.state === 'active' ? props.autopay.next : null
  const isSet = stillScheduled(props.view.scheduledPayments).some(({ isAutopay }) => isAutopay)
  if (!next || isSet) return null
  return (
    <div class="mb-6">
      <Note lead={w.active(reader.money(next.amount), reader.date(next.on, 'long'))}>
        {w.paidBefore} <a href={`${base}/autopay`}>{w.see}</a>
      </Note>
    </div>
  )
}
