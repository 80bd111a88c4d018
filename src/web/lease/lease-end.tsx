// GET /accounts/:id/payoff of a lease: what is left to pay, what the end of the term brings, and
// whom to ask about an earlier end.
import { cents, minus } from '#src/domain/money.ts'
import { totalOfInstallments } from '#src/domain/rules/lease-position.ts'
import type { LeaseView } from '#src/servicing/view-account.ts'
import { type DefinitionRow, DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import type { Reader } from '../reader.ts'
import { endRows, NoOption } from './end-rows.tsx'

export function leaseEndPage(visit: AccountVisit, view: LeaseView): Response {
  const { reader, ctx } = visit
  const w = reader.words.lease.payoff
  const parts = { view, reader }
  return showAccountPage(visit, view, {
    title: w.title,
    current: 'payoff',
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={w.title}
          lead={w.lead}
        />
        <PanelGrid split="7-5">
          <Area at="main">
            <Panel title={w.left} lead={w.leftLead}>
              <DefinitionRows rows={leftRows(parts)} />
            </Panel>
            <Panel title={w.scheduled}>
              <DefinitionRows rows={endRows(parts)} />
              <NoOption {...parts} />
            </Panel>
          </Area>
          <Area at="side">
            <Panel title={w.early}>
              <div class="k-flow">
                <p>{w.earlyText}</p>
                <p>{w.earlyCall(ctx.lender.phone)}</p>
              </div>
            </Panel>
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

/** Adds up from whole payments; what is paid toward the next one has a row of its own. */
function leftRows({ view, reader }: { view: LeaseView; reader: Reader }): DefinitionRow[] {
  const w = reader.words.lease
  const { schedule, counted, lateCharges, fees } = view.position
  const { totalPayment, installments } = schedule
  const count = installments.length - view.installmentsPaid
  const whole = cents(count * totalPayment)
  const left = minus(totalOfInstallments(schedule), counted)
  const paid = minus(whole, left)
  const total = cents(left + lateCharges + fees)
  return [
    {
      label: w.payoff.leftCount(count, reader.money(totalPayment)),
      value: reader.money(whole),
    },
    ...(paid > 0 ? [{ label: w.payoff.leftPaid, value: reader.money(minus(cents(0), paid)) }] : []),
    ...(lateCharges > 0 ? [{ label: w.lateCharges, value: reader.money(lateCharges) }] : []),
    ...(fees > 0 ? [{ label: w.fees, value: reader.money(fees) }] : []),
    { label: w.payoff.leftTotal, value: reader.money(total), strength: 'total' },
  ]
}
