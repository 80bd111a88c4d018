// GET /accounts/:id/terms: what was signed, the rules in plain words, and the schedule.
import type { Hono } from 'hono'
import { totalOf } from '#src/domain/contract/amortization.ts'
import { dueDate } from '#src/domain/contract/schedule.ts'
import { installmentsPaid } from '#src/domain/rules/installments.ts'
import { type DefinitionRow, DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Table } from '#src/ui/figures/table.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { formatRate } from '#src/words/format.ts'
import { AccountIdentity, accountPage, showAccountPage, viewOf } from '../account-visit.tsx'
import type { WebEnv } from '../request-context.ts'
import type { OverviewParts } from './overview.tsx'
import { OriginPanel, RulePanels } from './term-rules.tsx'

export function registerTerms(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id/terms',
    accountPage(async (visit) => {
      const view = await viewOf(visit)
      return showAccountPage(visit, view, {
        title: visit.reader.words.account.terms.title,
        current: 'terms',
        children: <TermsPage visit={visit} view={view} />,
      })
    }),
  )
}

function TermsPage({ visit, view }: OverviewParts) {
  const w = visit.reader.words.account.terms
  return (
    <>
      <PageHeading
        identity={<AccountIdentity visit={visit} view={view} />}
        title={w.title}
        lead={w.lead}
      />
      <PanelGrid split="7-5">
        <Area at="side">
          <Panel title={w.contract}>
            <DefinitionRows rows={contractRows({ visit, view })} />
          </Panel>
          <OriginPanel visit={visit} view={view} />
        </Area>
        <Area at="main">
          <RulePanels visit={visit} view={view} />
        </Area>
        <Area at="wide">
          <Panel title={w.schedule.heading} lead={w.schedule.lead}>
            <ScheduleTable visit={visit} view={view} />
          </Panel>
        </Area>
      </PanelGrid>
    </>
  )
}

function contractRows({ visit, view }: OverviewParts): DefinitionRow[] {
  const { reader } = visit
  const w = reader.words.account.terms
  const { contract } = view.ledger
  const now = view.position.rate
  return [
    { label: w.amountFinanced, value: reader.money(contract.principal) },
    { label: w.rate, value: formatRate(contract.rate) },
    ...(now === contract.rate ? [] : [{ label: w.rateNow, value: formatRate(now) }]),
    {
      label: w.payment,
      value: reader.money(contract.payment),
      note: w.frequency[contract.frequency],
    },
    { label: w.payments, value: String(contract.payments) },
    { label: w.start, value: reader.date(contract.start, 'shortDated') },
    { label: w.firstDue, value: reader.date(contract.firstDue, 'shortDated') },
    {
      label: w.lastDue,
      value: reader.date(dueDate(contract, contract.payments), 'shortDated'),
    },
    { label: w.ruleSet, value: contract.ruleVersion },
  ]
}

function ScheduleTable({ visit, view }: OverviewParts) {
  const { reader } = visit
  const w = reader.words.account
  const paid = installmentsPaid(view.position)
  const isPaid = (number: number) => view.status === 'closed' || number <= paid
  return (
    <>
      <Table
        caption={w.terms.schedule.heading}
        density="dense"
        columns={[
          { label: w.terms.schedule.number, phone: 'hidden' },
          { label: w.terms.schedule.due, weight: 'ink' },
          { label: w.terms.schedule.payment, align: 'end', weight: 'strong' },
          { label: w.terms.schedule.interest, align: 'end', phone: 'hidden' },
          { label: w.terms.schedule.principal, align: 'end', phone: 'hidden' },
          { label: w.terms.schedule.balance, align: 'end' },
          { label: w.activity.state, before: 'wide', phone: 'hidden' },
        ]}
        rowHeader={1}
        rows={view.schedule.map((row) => ({
          cells: [
            String(row.number),
            reader.date(row.due, 'shortDated'),
            reader.money(row.payment),
            reader.money(row.interest),
            reader.money(row.principal),
            reader.money(row.balance),
            isPaid(row.number) ? w.terms.schedule.paid : '',
          ],
        }))}
        total={[
          '',
          w.total,
          reader.money(totalOf(view.schedule, 'payment')),
          reader.money(totalOf(view.schedule, 'interest')),
          reader.money(totalOf(view.schedule, 'principal')),
          '',
          '',
        ]}
      />
      <p class="k-small mt-4">{w.terms.schedule.lastDiffers}</p>
    </>
  )
}
