// The first panel of a lease: what is due, what it consists of, and what was paid ahead.
import { stillScheduled } from '#src/servicing/scheduled-payments.ts'
import type { LeaseView } from '#src/servicing/view-account.ts'
import { Amount } from '#src/ui/amount.tsx'
import { ButtonLink, ButtonStack } from '#src/ui/button.tsx'
import { Disclosure } from '#src/ui/disclosure.tsx'
import { AmountLead } from '#src/ui/figures/amount-lead.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { FactList } from '#src/ui/figures/fact-list.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import { LastPayment } from '../account/last-payment.tsx'
import { ExplanationView } from '../explanation/explanation-view.tsx'
import { NextDays, type Pin } from '../next-payment/next-days.tsx'
import { scheduledFacts } from '../payments/scheduled-panel.tsx'
import type { Reader } from '../reader.ts'
import { dueRows } from './due-rows.ts'
import { LeaseDueLine } from './lease-due-line.tsx'
import { LateNote, lastFreeDay } from './lease-late.tsx'
import type { LeaseParts } from './lease-parts.ts'

export function LeaseNextPanel({ visit, view }: LeaseParts) {
  const { reader, base } = visit
  const w = reader.words.account
  const filed = view.knownThrough
  const scheduled = stillScheduled(view.scheduledPayments)
  return (
    <Panel>
      <AmountLead
        label={view.daysPastDue > 0 ? w.next.headingPastDue : w.next.heading}
        amount={<Amount cents={view.due.total} locale={reader.locale} size="display" />}
        below={
          filed ? w.filed.asOf(reader.date(filed, 'dated')) : <LeaseDueLine {...{ view, reader }} />
        }
        {...(isPayable(view) && {
          actions: (
            <ButtonStack>
              <ButtonLink look="primary" href={`${base}/payments/new`}>
                {w.next.pay}
              </ButtonLink>
            </ButtonStack>
          ),
        })}
      />
      {filed ? (
        <Note lead={w.filed.title}>{w.filed.text}</Note>
      ) : (
        <LateNote {...{ view, reader }} />
      )}
      {view.due.total > 0 && (
        <>
          <Rule />
          <DefinitionRows rows={dueRows(view, reader)} />
          <Disclosure show={reader.words.explanation.show} hide={reader.words.explanation.hide}>
            <ExplanationView explanation={view.dueExplained} reader={reader} />
          </Disclosure>
        </>
      )}
      {scheduled.length > 0 && (
        <>
          <Rule />
          <FactList facts={scheduledFacts({ visit, view })} />
        </>
      )}
      <AheadNote view={view} reader={reader} />
      <LastPayment visit={visit} view={view} />
      {!filed && <NextDays today={view.today} pins={pinsOf(view, reader)} reader={reader} />}
    </Panel>
  )
}

/** Not once every payment is made and nothing else is owed; not what ended with a filing. */
function isPayable({ knownThrough, due }: LeaseView): boolean {
  return knownThrough === null && (due.current !== null || due.total > 0)
}

/** Money that came before its time, or that no payment is left for. */
function AheadNote({ view, reader }: { view: LeaseView; reader: Reader }) {
  const w = reader.words.lease
  const { suspense } = view.position
  return (
    <>
      {view.prepaid > 0 && (
        <Note lead={w.prepaid.lead(reader.money(view.prepaid))}>{w.prepaid.text}</Note>
      )}
      {suspense > 0 && <Note>{w.held(reader.money(suspense))}</Note>}
    </>
  )
}

function pinsOf(view: LeaseView, reader: Reader): Pin[] {
  const w = reader.words.account.rail
  const free = lastFreeDay(view)
  const due = view.due.current?.due
  return [
    ...(due ? [{ day: due, words: w.due, tone: 'accent' as const }] : []),
    ...(free ? [{ day: free.day, words: w.lastFree, tone: 'plain' as const }] : []),
    ...(view.term.daysLeft > 0
      ? [{ day: view.term.ends, words: reader.words.lease.progress.ends, tone: 'plain' as const }]
      : []),
  ]
}
