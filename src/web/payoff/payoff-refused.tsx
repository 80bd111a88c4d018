// The payoff page when there is no quote: a day that cannot be asked for, or an account that has
// none.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Refusal } from '#src/domain/refusal.ts'
import { payableDates } from '#src/servicing/business-day.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { refusedAccountPage } from '../account/refused-account.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { WhenPanel } from './when-panel.tsx'

/** Also keeps the identity above what is refused. */
export function PayoffHeading(props: { visit: AccountVisit; view: LoanView }) {
  const w = props.visit.reader.words.payoff
  const lead = props.view.position.chargedOff === null ? w.lead : w.leadChargedOff
  return <PageHeading identity={<AccountIdentity {...props} />} title={w.title} lead={lead} />
}

export function refusedQuote(
  visit: AccountVisit,
  view: LoanView,
  at: { asked: CivilDate; refusal: Refusal },
): Response {
  const { words, locale } = visit.reader
  const problem = words.refusals.sentence(at.refusal, locale)
  if (at.refusal.code === 'quoteDateOutOfRange')
    return refusedDate(visit, view, { asked: at.asked, problem })
  const { title, closed } = words.payoff
  return refusedAccountPage(visit, view, {
    title,
    current: 'payoff',
    refusal: at.refusal,
    closed,
  })
}

/** The form again with what was typed, and why that day cannot be quoted. */
export function refusedDate(
  visit: AccountVisit,
  view: LoanView,
  at: { asked: string; problem: string },
): Response {
  const { words } = visit.reader
  const range = payableDates(visit.ctx, view.today)
  return showAccountPage(visit, view, {
    title: words.payoff.title,
    current: 'payoff',
    status: 422,
    state: 'error',
    children: (
      <>
        <PayoffHeading visit={visit} view={view} />
        <ErrorSummary
          title={words.shell.errorSummary(1)}
          problems={[{ fieldId: 'on', words: at.problem }]}
        />
        <PanelGrid split="7-5">
          <Area at="main">
            <WhenPanel visit={visit} view={view} range={range} refused={at} />
          </Area>
        </PanelGrid>
      </>
    ),
  })
}
