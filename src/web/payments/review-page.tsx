// "Check your payment", what it does, and the permission with the button that pays.
import { ReviewRows } from '#src/ui/figures/definition-rows.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { PaymentSteps } from './amount-page.tsx'
import { EffectPanel } from './effect-panel.tsx'
import { OneDebitNote } from './one-debit-note.tsx'
import { PermissionPanel } from './permission-panel.tsx'
import type { ReviewParts } from './review-parts.ts'
import { ReviewProblems } from './review-problems.tsx'
import { reviewRows } from './review-rows.tsx'
import { ScheduledPanel } from './scheduled-panel.tsx'

export function reviewPage(visit: AccountVisit, parts: ReviewParts): Response {
  const { reader } = visit
  const { view, preview, refusals } = parts
  const w = reader.words
  return showAccountPage(visit, view, {
    title: w.payments.review.title,
    current: 'payments',
    ...(refusals.length > 0 && { status: 422, state: 'error' }),
    islands: ['cutoff.js'],
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={w.payments.review.title}
          aside={<PaymentSteps current={2} reader={reader} />}
        />
        <ReviewProblems refusals={refusals} attempt={parts.attempt} reader={reader} />
        <OneDebitNote visit={visit} place={parts.place} />
        <PanelGrid split="7-5">
          <Area at="main">
            <Panel title={w.payments.review.heading}>
              <ReviewRows rows={reviewRows(visit, parts)} />
            </Panel>
            <ScheduledPanel visit={visit} view={view} except={parts.place.changing?.id} />
          </Area>
          <Area at="side">
            <EffectPanel preview={preview} view={view} reader={reader} />
          </Area>
          <Area at="mainNext">
            <PermissionPanel visit={visit} parts={parts} />
          </Area>
        </PanelGrid>
      </>
    ),
  })
}
