import { TaskList } from '#src/ui/figures/fact-list.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { LeaseParts } from './lease-parts.ts'

export function LeaseTasksPanel({ visit, view }: LeaseParts) {
  const { reader, base } = visit
  const w = reader.words.lease.tasks
  const { heading, messages, messagesText } = reader.words.account.tasks
  return (
    <Panel title={heading}>
      <TaskList
        tasks={[
          ...(view.knownThrough === null
            ? [
                {
                  icon: 'calendar-days' as const,
                  name: w.pay,
                  note: w.payText,
                  href: `${base}/payments`,
                },
              ]
            : []),
          { icon: 'flag', name: w.end, note: w.endText, href: `${base}/payoff` },
          {
            icon: 'receipt-text',
            name: w.activity,
            note: w.activityText,
            href: `${base}/activity`,
          },
          { icon: 'scroll-text', name: w.terms, note: w.termsText, href: `${base}/terms` },
          {
            icon: 'message-square',
            name: messages,
            note: messagesText,
            href: `${base}/messages`,
          },
        ]}
      />
    </Panel>
  )
}
