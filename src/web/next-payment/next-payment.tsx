// The first panel of the overview: what is due and when, what is set already, and the days until
// then.
import { daysBetween } from '#src/domain/calendar.ts'
import { stillScheduled } from '#src/servicing/scheduled-payments.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import { Amount } from '#src/ui/amount.tsx'
import { ButtonLink, ButtonStack } from '#src/ui/button.tsx'
import { AmountLead } from '#src/ui/figures/amount-lead.tsx'
import { FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import { LastPayment } from '../account/last-payment.tsx'
import type { OverviewParts } from '../account/overview-parts.ts'
import { scheduledFacts } from '../payments/scheduled-panel.tsx'
import type { Reader } from '../reader.ts'
import { loanPins } from './loan-pins.ts'
import { NextDays } from './next-days.tsx'
import { NextSplit } from './next-split.tsx'
import { PastDueNote } from './past-due-note.tsx'

export function NextPaymentPanel({ visit, view }: OverviewParts) {
  const { reader, base } = visit
  const w = reader.words.account.next
  const scheduled = stillScheduled(view.scheduledPayments)
  return (
    <Panel>
      <AmountLead
        label={view.daysPastDue > 0 ? w.headingPastDue : w.heading}
        amount={<Amount cents={view.due.total} locale={reader.locale} size="display" />}
        below={<DueLine view={view} reader={reader} />}
        actions={
          <ButtonStack>
            <ButtonLink look="primary" href={`${base}/payments/new`}>
              {w.pay}
            </ButtonLink>
            <ButtonLink href={`${base}/payoff`}>{w.payoff}</ButtonLink>
          </ButtonStack>
        }
      />
      <PastDueNote view={view} reader={reader} />
      {scheduled.length > 0 ? (
        <>
          <Rule />
          <FactList facts={scheduledFacts({ visit, view })} />
        </>
      ) : (
        <NextSplit view={view} reader={reader} />
      )}
      <LastPayment visit={visit} view={view} />
      <NextDays today={view.today} pins={loanPins({ view, scheduled, reader })} reader={reader} />
    </Panel>
  )
}

function DueLine(props: { view: LoanView; reader: Reader }) {
  const { view, reader } = props
  const w = reader.words.account
  const { current } = view.due
  if (view.daysPastDue > 0) return w.next.pastDue(reader.money(view.due.pastDue), view.daysPastDue)
  if (!current) return view.due.total > 0 ? w.next.afterTerm : w.next.nothingDue
  return (
    <>
      <strong>{w.next.dueOn(reader.date(current.due, 'long'))}</strong>{' '}
      {w.inDays(daysBetween(view.today, current.due))}
    </>
  )
}
