// The first panel of a lease: what is due, what it consists of, and what was paid ahead.
import { addDays } from '#src/domain/calendar.ts'
import { leaseLateChargeAmount, leaseLateChargeDate } from '#src/domain/rules/lease-late-charge.ts'
import { pastDueLeaseInstallments } from '#src/domain/rules/lease-position.ts'
import type { LeaseView } from '#src/servicing/view-account.ts'
import { Amount } from '#src/ui/amount.tsx'
import { ButtonLink, ButtonStack } from '#src/ui/button.tsx'
import { Disclosure } from '#src/ui/disclosure.tsx'
import { AmountLead } from '#src/ui/figures/amount-lead.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import { LastPayment } from '../account/last-payment.tsx'
import { ExplanationView } from '../explanation/explanation-view.tsx'
import { NextDays, type Pin } from '../next-payment/next-days.tsx'
import type { Reader } from '../reader.ts'
import { dueRows } from './due-rows.ts'
import { LeaseDueLine } from './lease-due-line.tsx'
import type { LeaseParts } from './lease-parts.ts'

export function LeaseNextPanel({ visit, view }: LeaseParts) {
  const { reader, base } = visit
  const w = reader.words.account
  const filed = view.knownThrough
  return (
    <Panel>
      <AmountLead
        label={view.daysPastDue > 0 ? w.next.headingPastDue : w.next.heading}
        amount={<Amount cents={view.due.total} locale={reader.locale} size="display" />}
        below={
          filed ? w.filed.asOf(reader.date(filed, 'dated')) : <LeaseDueLine {...{ view, reader }} />
        }
        {...(!filed && {
          actions: (
            <ButtonStack>
              <ButtonLink look="primary" href={`${base}/payments/new`}>
                {reader.words.lease.howToPay}
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
      <AheadNote view={view} reader={reader} />
      <LastPayment visit={visit} view={view} />
      {!filed && <NextDays today={view.today} pins={pinsOf(view, reader)} reader={reader} />}
    </Panel>
  )
}

/** What is late, and until when it costs nothing more. */
function LateNote({ view, reader }: { view: LeaseView; reader: Reader }) {
  const w = reader.words.account.next
  const oldest = pastDueLeaseInstallments(view.position, view.today)[0]
  if (!oldest) return null
  const free = lastFreeDay(view)
  const amount = leaseLateChargeAmount(view.position.schedule)
  return (
    <Note tone="warn" lead={w.arrived(reader.date(oldest.due, 'day'))}>
      {!view.ledger.contract.lateCharge && w.noLateCharge}
      {free &&
        (free.due === oldest.due
          ? w.noLateChargeUntil(reader.date(free.day, 'day'), reader.money(amount))
          : w.lateChargeFor(
              reader.date(free.due, 'day'),
              reader.date(free.day, 'day'),
              reader.money(amount),
            ))}
    </Note>
  )
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

function lastFreeDay(view: LeaseView) {
  const late = pastDueLeaseInstallments(view.position, view.today)
  for (const { number, due } of late) {
    const on = leaseLateChargeDate(view.ledger.contract, number)
    const isCharged = view.position.lateCharged.includes(number)
    if (on !== null && on > view.today && !isCharged) return { day: addDays(on, -1), due }
  }
  return null
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
