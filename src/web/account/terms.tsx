// GET /accounts/:id/terms: what was signed, the rules in plain words, and the schedule.
import type { Hono } from 'hono'
import { dueDate } from '#src/domain/contract/schedule.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import { type RuleVersion, readRuleVersion } from '#src/store/rule-versions.ts'
import { type DefinitionRow, DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { formatRate } from '#src/words/format.ts'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { leaseTermsPage } from '../lease/lease-terms.tsx'
import { pageByProduct } from '../lease/page-by-product.ts'
import type { WebEnv } from '../request-context.ts'
import { ExtensionPanel } from './extension-panel.tsx'
import type { OverviewParts } from './overview-parts.ts'
import { ruleSetRows } from './rule-words.tsx'
import { ScheduleTable } from './schedule-table.tsx'
import { OriginPanel, RulePanels } from './term-rules.tsx'

export function registerTerms(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/terms', pageByProduct({ loan: loanTermsPage, lease: leaseTermsPage }))
}

async function loanTermsPage(visit: AccountVisit, view: LoanView): Promise<Response> {
  const rules = await readRuleVersion(visit.ctx.db, view.ledger.contract.ruleVersion)
  return showAccountPage(visit, view, {
    title: visit.reader.words.account.terms.title,
    current: 'terms',
    children: <TermsPage visit={visit} view={view} rules={rules} />,
  })
}

type TermsParts = OverviewParts & { readonly rules: RuleVersion | null }

function TermsPage({ visit, view, rules }: TermsParts) {
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
            <DefinitionRows rows={contractRows({ visit, view, rules })} />
          </Panel>
          <ExtensionPanel visit={visit} view={view} />
          <OriginPanel visit={visit} view={view} />
        </Area>
        <Area at="main">
          <RulePanels visit={visit} view={view} citation={rules?.citation ?? null} />
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

function contractRows({ visit, view, rules }: TermsParts): DefinitionRow[] {
  const { reader } = visit
  const w = reader.words.account.terms
  const { contract } = view.ledger
  const now = view.position.rate
  const lastSigned = dueDate(contract, contract.payments)
  const lastNow = dueDate(view.position.contract, contract.payments)
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
      value: reader.date(lastSigned, 'shortDated'),
    },
    ...(lastNow === lastSigned
      ? []
      : [{ label: w.lastDueNow, value: reader.date(lastNow, 'shortDated') }]),
    ...ruleSetRows(contract.ruleVersion, { label: w.ruleSet, rules, reader }),
  ]
}
