// What needs attention (only what is true today), and the tasks of this account.
import type { AccountView } from '#src/servicing/view-account.ts'
import { type Fact, FactList, TaskList } from '#src/ui/figures/fact-list.tsx'
import { Area } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { AccountVisit } from '../account-visit.tsx'
import type { OverviewParts } from './overview-parts.ts'
import { paymentFacts } from './payment-attention.tsx'

/** Nothing at all when there is nothing to say. */
export function AttentionPanel({ visit, view }: { visit: AccountVisit; view: AccountView }) {
  const facts = [
    ...pastDueFact(visit, view),
    ...paymentFacts(visit, view),
    ...leaseEndFact(visit, view),
    ...returnableFacts(visit, view),
    ...messageFact(visit, view),
  ]
  if (facts.length === 0) return null
  return (
    <Area at="side">
      <Panel title={visit.reader.words.account.attention.heading}>
        <FactList look="ruled" facts={facts} />
      </Panel>
    </Area>
  )
}

export function TasksPanel({ visit, view }: OverviewParts) {
  const w = visit.reader.words.account.tasks
  const { base } = visit
  const whileOpen = [
    {
      icon: 'flag' as const,
      name: w.payoff,
      note: w.payoffText,
      href: `${base}/payoff`,
    },
    {
      icon: 'calendar-days' as const,
      name: w.payments,
      note: w.paymentsText,
      href: `${base}/payments`,
    },
  ]
  return (
    <Panel title={w.heading}>
      <TaskList
        tasks={[
          ...(view.status === 'open' && !view.knownThrough ? whileOpen : []),
          {
            icon: 'receipt-text',
            name: w.activity,
            note: w.activityText,
            href: `${base}/activity`,
          },
          { icon: 'scroll-text', name: w.terms, note: w.termsText, href: `${base}/terms` },
          {
            icon: 'message-square',
            name: w.messages,
            note: w.messagesText,
            href: `${base}/messages`,
          },
        ]}
      />
    </Panel>
  )
}

function pastDueFact({ reader, base }: AccountVisit, view: AccountView): Fact[] {
  if (view.daysPastDue === 0 || view.knownThrough) return []
  const w = reader.words.account.attention
  return [
    {
      mark: { icon: 'triangle-alert' },
      title: w.pastDue(reader.money(view.due.pastDue)),
      detail: w.pastDueText,
      action: <a href={`${base}/payments/new`}>{w.pastDueLink}</a>,
    },
  ]
}

/** Four months ahead there is time to choose. */
function leaseEndFact({ reader, base }: AccountVisit, view: AccountView): Fact[] {
  if (view.product !== 'lease' || view.knownThrough) return []
  const { daysLeft, ends } = view.term
  if (daysLeft === 0 || daysLeft > DAYS_BEFORE_END) return []
  const w = reader.words.lease.attention
  return [
    {
      mark: { icon: 'calendar-days' },
      title: w.ends(reader.date(ends, 'dated')),
      detail: w.endsText(daysLeft),
      action: <a href={`${base}/payoff`}>{w.endsLink}</a>,
    },
  ]
}

const DAYS_BEFORE_END = 120

function returnableFacts({ reader, base }: AccountVisit, view: AccountView): Fact[] {
  const w = reader.words.account.attention
  return view.activity.flatMap((row) => {
    if (row.clearing?.state !== 'returnable' || row.amount === null) return []
    return [
      {
        mark: { money: 'returnable' as const },
        title: w.returnable(reader.money(row.amount)),
        detail: w.returnableUntil(reader.date(row.clearing.until, 'long')),
        action: <a href={`${base}/activity/${row.eventId}`}>{w.returnableLink}</a>,
      },
    ]
  })
}

function messageFact({ reader, base }: AccountVisit, view: AccountView): Fact[] {
  const w = reader.words.account.attention
  const unread = view.messages.filter((message) => message.readAt === null)
  const latest = unread[0]
  if (!latest) return []
  return [
    {
      mark: { icon: 'message-square' },
      title: w.messages(unread.length),
      detail: w.messagesText(reader.moment(latest.sentAt)),
      action: <a href={`${base}/messages`}>{w.messagesLink}</a>,
    },
  ]
}
