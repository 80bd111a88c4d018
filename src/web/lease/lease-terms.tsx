// GET /accounts/:id/terms of a lease: the federal disclosure with its figures, the rules in plain
// words, and the schedule.
import { leaseDisclosure } from '#src/domain/contract/lease-disclosure.ts'
import type { LeaseView } from '#src/servicing/view-account.ts'
import { type RuleVersion, readRuleVersion } from '#src/store/rule-versions.ts'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { ChainPanel } from './chain-panel.tsx'
import { contractRows, LeaseOriginPanel } from './contract-rows.tsx'
import { OtherPanel, PaymentsPanel, SigningPanel, TotalPanel } from './disclosure-panels.tsx'
import { LeaseRulesPanel, NoticesPanel } from './lease-rules.tsx'
import { LeaseScheduleTable } from './lease-schedule-table.tsx'

export async function leaseTermsPage(visit: AccountVisit, view: LeaseView): Promise<Response> {
  const rules = await readRuleVersion(visit.ctx.db, view.ledger.contract.ruleVersion)
  return showAccountPage(visit, view, {
    title: visit.reader.words.leaseTerms.title,
    current: 'terms',
    children: <Terms visit={visit} view={view} rules={rules} />,
  })
}

function Terms(props: { visit: AccountVisit; view: LeaseView; rules: RuleVersion | null }) {
  const { visit, view, rules } = props
  const w = visit.reader.words.leaseTerms
  const parts = { visit, view, shown: leaseDisclosure(view.position.schedule) }
  return (
    <>
      <PageHeading
        identity={<AccountIdentity visit={visit} view={view} />}
        title={w.title}
        lead={w.lead}
      />
      <PanelGrid split="7-5">
        <Area at="main">
          <SigningPanel {...parts} />
          <PaymentsPanel {...parts} />
          <OtherPanel {...parts} />
          <TotalPanel {...parts} />
          <ChainPanel {...parts} />
        </Area>
        <Area at="side">
          <Panel title={w.contract.heading}>
            <DefinitionRows rows={contractRows({ visit, view, rules })} />
          </Panel>
          <LeaseOriginPanel visit={visit} view={view} />
          <NoticesPanel visit={visit} view={view} />
          <LeaseRulesPanel visit={visit} view={view} citation={rules?.citation ?? null} />
        </Area>
        <Area at="wide">
          <Panel id="schedule" title={w.schedule.heading} lead={w.schedule.lead}>
            <LeaseScheduleTable visit={visit} view={view} />
          </Panel>
        </Area>
      </PanelGrid>
    </>
  )
}
