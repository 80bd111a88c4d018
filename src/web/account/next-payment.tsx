// The first panel of the overview: what is due and when, what is set already, and the days until then.
import { addDays, daysBetween } from '#src/domain/calendar.ts'
import { plus } from '#src/domain/money.ts'
import { pastDueInstallments } from '#src/domain/rules/installments.ts'
import { lateChargeAmount } from '#src/domain/rules/late-charge.ts'
import type { ScheduledPayment } from '#src/servicing/scheduled-payments.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { Amount } from '#src/ui/amount.tsx'
import { ButtonLink, ButtonStack } from '#src/ui/button.tsx'
import { AmountLead } from '#src/ui/figures/amount-lead.tsx'
import { FactList } from '#src/ui/figures/fact-list.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import type { Reader } from '../reader.ts'
import { nextLateCharge } from './late-charge-ahead.ts'
import { NextDays } from './next-days.tsx'
import type { OverviewParts } from './overview.tsx'

export function NextPaymentPanel({ visit, view }: OverviewParts) {
  const { reader, base } = visit
  const w = reader.words.account.next
  const scheduled = view.scheduledPayments.filter((payment) => payment.state === 'scheduled')
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
      {scheduled.length > 0 && (
        <>
          <Rule />
          <FactList facts={scheduled.map((payment) => scheduledFact(payment, { reader, base }))} />
        </>
      )}
      <NextDays view={view} scheduled={scheduled} reader={reader} />
    </Panel>
  )
}

/** Zero, since when, and where the title stands; no ring and no chart. */
export function ClosedPanel({ visit, view }: OverviewParts) {
  const { reader } = visit
  const w = reader.words.account.closed
  const { suspense } = view.position
  const last = view.activity.find((row) => row.split !== null)
  return (
    <Panel>
      <AmountLead
        label={w.title}
        amount={<Amount cents={view.payoffToday.principal} locale={reader.locale} size="display" />}
        below={last ? w.on(reader.date(last.effectiveDate, 'dated')) : w.nothingOwed}
      />
      <Rule />
      <FactList
        facts={[
          { mark: { icon: 'circle-check' }, title: w.nothingOwed },
          { mark: { icon: 'scroll-text' }, title: w.title2, detail: w.lien },
          ...(suspense > 0
            ? [
                {
                  mark: { icon: 'circle-dollar-sign' as const },
                  title: w.credit(reader.money(suspense)),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}

function DueLine(props: { view: AccountView; reader: Reader }) {
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

/** What is late, until when it costs nothing more, and what comes with it. */
function PastDueNote(props: { view: AccountView; reader: Reader }) {
  const { view, reader } = props
  const w = reader.words.account.next
  const { due } = view
  const oldest = pastDueInstallments(view.position, view.today)[0]
  const charges = plus(due.lateCharges, due.fees)
  const sentences = [
    ...(oldest ? lateChargeSentences(view, reader) : []),
    ...(oldest && due.current
      ? [w.current(reader.money(due.current.amount), reader.date(due.current.due, 'long'))]
      : []),
    ...(charges > 0 ? [w.charges(reader.money(charges))] : []),
  ]
  if (sentences.length === 0) return null
  return (
    <div class="mt-6">
      <Note
        tone={oldest ? 'warn' : 'plain'}
        {...(oldest && { lead: w.arrived(reader.date(oldest.due, 'day')) })}
      >
        {sentences.join(' ')}
      </Note>
    </div>
  )
}

function lateChargeSentences(view: AccountView, reader: Reader): string[] {
  const w = reader.words.account.next
  const { contract } = view.ledger
  const first = nextLateCharge(view)
  if (!contract.lateCharge) return [w.noLateCharge]
  if (!first) return []
  const lastFreeDay = reader.date(addDays(first, -1), 'day')
  return [w.noLateChargeUntil(lastFreeDay, reader.money(lateChargeAmount(contract)))]
}

function scheduledFact(payment: ScheduledPayment, at: { reader: Reader; base: string }) {
  const w = at.reader.words.account.next
  const [amount, day] = [at.reader.money(payment.amount), at.reader.date(payment.effective, 'long')]
  return {
    mark: { money: 'scheduled' as const },
    title: payment.mine ? w.scheduled(amount, day) : w.scheduledByOther(amount, day),
    detail: payment.mine ? w.nothingLeft : w.nothingLeftTheirs,
    action: <a href={`${at.base}/payments/${payment.id}`}>{w.see}</a>,
  }
}
