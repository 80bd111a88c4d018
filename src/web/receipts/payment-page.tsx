// GET /accounts/:id/payments/:payment: the confirmation and the receipt, for as long as the account
// exists.
import type { Hono } from 'hono'
import { viewPayment } from '#src/servicing/payments/view-payment.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { PartedPanel } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { refusedPage } from '../errors.tsx'
import { viewedPage } from '../lease/page-by-product.ts'
import { PaymentSteps } from '../payments/amount-page.tsx'
import { paymentIdOf } from '../payments/payment-id.ts'
import type { WebEnv } from '../request-context.ts'
import { Actions, Changes, Done, Fee, headline, Permission, Said } from './payment-done.tsx'
import { AppliedPanel, ChangesPanel } from './payment-outlook.tsx'
import type { PaymentParts } from './payment-parts.ts'
import { PaymentTimeline } from './payment-timeline.tsx'
import { StandingNote } from './standing-note.tsx'

export function registerPaymentPage(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/payments/:payment', viewedPage(showPayment))
}

async function showPayment(visit: AccountVisit, view: AccountView): Promise<Response> {
  const { c, ctx, owner } = visit
  const paid = await viewPayment(ctx, owner, paymentIdOf(c))
  if (!paid.ok) return refusedPage(c, paid.refusal)
  const parts = { visit, view, paid: paid.value }
  return showAccountPage(visit, view, {
    title: headline(parts),
    current: 'payments',
    islands: ['copy.js', 'cutoff.js'],
    children: <PaymentPage {...parts} />,
  })
}

function PaymentPage(parts: PaymentParts) {
  const { visit, view, paid } = parts
  const { reader } = visit
  const note = StandingNote(parts)
  const isApplied = paid.applied !== null || paid.effect !== null
  return (
    <>
      <PageHeading
        identity={<AccountIdentity visit={visit} view={view} />}
        {...(paid.standing === 'scheduled' && {
          aside: <PaymentSteps current={3} reader={reader} />,
        })}
      />
      <Said {...parts} />
      <PartedPanel
        parts={[
          <Done {...parts} />,
          ...(paid.payment.fee > 0 ? [<Fee {...parts} />] : []),
          ...(note ? [note] : []),
          <PaymentTimeline {...parts} />,
          <Actions {...parts} />,
        ]}
      />
      <div class="mt-6">
        <PanelGrid split="6-6">
          <Area at="main">
            {isApplied ? <AppliedPanel {...parts} /> : <Permission {...parts} />}
          </Area>
          <Area at="side">
            {paid.effect && <ChangesPanel {...parts} />}
            {isApplied && <Permission {...parts} />}
            <Changes {...parts} />
          </Area>
        </PanelGrid>
      </div>
    </>
  )
}
