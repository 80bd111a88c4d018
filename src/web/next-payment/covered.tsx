// The line beside what is due: a payment that is set covers it, or pays the loan off.
import { coverOf } from '#src/domain/paying/planned.ts'
import type { ScheduledPayment } from '#src/servicing/scheduled-payments.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import type { AccountVisit } from '../account-visit.tsx'

/** Nothing where no scheduled payment does. */
export function Covered(props: {
  visit: AccountVisit
  view: AccountView
  scheduled: readonly ScheduledPayment[]
}) {
  const { visit, view, scheduled } = props
  const { reader, base } = visit
  const w = reader.words.account.next
  const link = ({ id, amount, effective }: ScheduledPayment) => (
    <a href={`${base}/payments/${id}`}>
      {w.onDay(reader.money(amount), reader.date(effective, 'long'))}
    </a>
  )
  const payoff = scheduled.find(({ choice }) => choice === 'payoff')
  if (payoff) return <p class="mt-3">{w.closing(link(payoff))}</p>
  const cover = coverOf(view.ledger, scheduled, view.today)
  if (!cover) return null
  const due = reader.date(cover.installment.due, 'day')
  return <p class="mt-3">{w.covering(link(cover.by), due)}</p>
}
