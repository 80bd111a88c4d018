// What is scheduled already, wherever somebody is about to pay: each payment with its day and the
// way to it.
import type { ScheduledPayment } from '#src/servicing/scheduled-payments.ts'
import { stillScheduled } from '#src/servicing/scheduled-payments.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { AccountVisit } from '../account-visit.tsx'

/** Nothing at all where nothing is scheduled. */
export function ScheduledPanel(props: {
  visit: AccountVisit
  view: AccountView
  /** The payment that is being changed. */
  except?: string | undefined
}) {
  const { visit, view } = props
  const scheduled = stillScheduled(view.scheduledPayments).filter(({ id }) => id !== props.except)
  const w = visit.reader.words.payments.list
  if (scheduled.length === 0) return null
  return (
    <Panel title={w.already}>
      <FactList facts={scheduled.map((payment) => scheduledFact(payment, visit))} />
    </Panel>
  )
}

/** A payment whose money is still to come. */
export function scheduledFact(payment: ScheduledPayment, visit: AccountVisit): Fact {
  const { reader, base, ctx } = visit
  const w = reader.words.account.next
  const [amount, day] = [reader.money(payment.amount), reader.date(payment.effective, 'long')]
  const action = (words: string) => <a href={`${base}/payments/${payment.id}`}>{words}</a>
  if (payment.state === 'held') {
    const { attention } = reader.words.payments.states
    const title = payment.mine ? attention.held(amount) : w.scheduledByOther(amount, day)
    const detail = payment.mine ? w.nothingLeft : w.nothingLeftTheirs
    return { mark: { money: 'scheduled' }, title, detail, action: action(w.seeOnly) }
  }
  if (payment.state !== 'scheduled') {
    const title = payment.mine ? w.onItsWay(amount) : w.onItsWayByOther(amount)
    const detail = w.countsOn(day, reader.date(payment.withdrawn, 'day'))
    return { mark: { money: 'onItsWay' }, title, detail, action: action(w.seeOnly) }
  }
  const isCancelable = payment.mine && ctx.clock.now() < payment.cancelUntil
  return {
    mark: { money: 'scheduled' },
    title: payment.mine ? w.scheduled(amount, day) : w.scheduledByOther(amount, day),
    detail: payment.mine ? w.nothingLeft : w.nothingLeftTheirs,
    action: action(isCancelable ? w.see : w.seeOnly),
  }
}
