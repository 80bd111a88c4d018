// The last payment that counts, and where its money is now.
import type { AccountView } from '#src/servicing/view-account.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { ActivityState } from '../activity/activity-cells.tsx'

/** Nothing before the first one. */
export function LastPayment({ visit, view }: { visit: AccountVisit; view: AccountView }) {
  const { reader, base } = visit
  const w = reader.words.payments.states
  const last = view.activity.find(({ kind }) => kind === 'payment')
  if (!last || last.amount === null) return null
  const made = view.scheduledPayments.find(({ id }) => id === last.paymentId)
  const words = made && !made.mine ? w.lastByOther : w.last
  const href = made ? `${base}/payments/${made.id}` : `${base}/activity/${last.eventId}`
  const line = words(reader.money(last.amount), reader.date(last.effectiveDate, 'long'))
  return (
    <p class="k-small mt-4">
      <a href={href}>{line}</a> <ActivityState row={last} reader={reader} />
    </p>
  )
}
