// What is scheduled already, wherever somebody is about to pay: each payment with its day, what it
// pays for and the way to it.
import { coverOf } from '#src/domain/paying/planned.ts'
import type { ScheduledPayment } from '#src/servicing/scheduled-payments.ts'
import { stillScheduled } from '#src/servicing/scheduled-payments.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { AccountVisit } from '../account-visit.tsx'

type ScheduledProps = {
  readonly visit: AccountVisit
  readonly view: AccountView
  /** The payment that is being changed. */
  readonly except?: string | undefined
}

/** Nothing at all where nothing is scheduled. */
export function ScheduledPanel(props: ScheduledProps) {
  const facts = scheduledFacts(props)
  if (facts.length === 0) return null
  return (
    <Panel title={props.visit.reader.words.payments.list.already}>
      <FactList facts={facts} />
    </Panel>
  )
}

/** Payments whose money is still to come. */
export function scheduledFacts({ visit, view, except }: ScheduledProps): Fact[] {
  const scheduled = stillScheduled(view.scheduledPayments).filter(({ id }) => id !== except)
  return scheduled.map((payment) => {
    const paysFor = paysForWords({ visit, view, scheduled, payment })
    const fact = scheduledFact(payment, visit)
    return { ...fact, detail: [...paysFor, fact.detail].join(' ') }
  })
}

/** What is due and covered by it, or that it closes the loan. */
function paysForWords(of: {
  visit: AccountVisit
  view: AccountView
  scheduled: readonly ScheduledPayment[]
  payment: ScheduledPayment
}): string[] {
  const { visit, view, scheduled, payment } = of
  const { reader } = visit
  const w = reader.words.account.next
  const payoff = scheduled.find(({ choice }) => choice === 'payoff')
  if (payoff) return payoff === payment ? [w.closing] : []
  const cover = coverOf(view.ledger, scheduled, view.today)
  if (cover?.by !== payment) return []
  return [w.covering(reader.date(cover.installment.due, 'day'))]
}

function scheduledFact(payment: ScheduledPayment, visit: AccountVisit) {
  const { reader, base, ctx } = visit
  const w = reader.words.account.next
  const [amount, day] = [reader.money(payment.amount), reader.date(payment.effective, 'long')]
  const action = (words: string) => <a href={`${base}/payments/${payment.id}`}>{words}</a>
  if (payment.state === 'held') {
    const { attention } = reader.words.payments.states
    const title = payment.mine ? attention.held(amount) : w.scheduledByOther(amount, day)
    const detail = payment.mine ? w.nothingLeft : w.nothingLeftTheirs
    return { mark: { money: 'scheduled' }, title, detail, action: action(w.seeOnly) } as const
  }
  if (payment.state !== 'scheduled') {
    const title = payment.mine ? w.onItsWay(amount) : w.onItsWayByOther(amount)
    const detail = w.countsOn(day, reader.date(payment.withdrawn, 'day'))
    return { mark: { money: 'onItsWay' }, title, detail, action: action(w.seeOnly) } as const
  }
  const isCancelable = payment.mine && ctx.clock.now() < payment.cancelUntil
  const own = payment.isAutopay ? w.byAutopay : w.scheduled
  return {
    mark: { money: 'scheduled' },
    title: (payment.mine ? own : w.scheduledByOther)(amount, day),
    detail: payment.mine ? w.nothingLeft : w.nothingLeftTheirs,
    action: action(isCancelable ? w.see : w.seeOnly),
  } as const
}
