import { summaryOf } from '#src/http/form.ts'
import { newCheckDates } from '#src/servicing/funding/start-check.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { AddForm } from './add-form.tsx'
import type { AddParts } from './add-parts.ts'
import { CopyPanel } from './copy-panel.tsx'

export function addBankAccountPage(visit: AccountVisit, parts: AddParts): Response {
  const { view, problems } = parts
  const { shell, bankAccounts } = visit.reader.words
  const w = bankAccounts.add
  return showAccountPage(visit, view, {
    title: w.title,
    current: 'payments',
    ...(problems.length > 0 && { status: 422, state: 'error' }),
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={w.title}
          lead={w.lead}
        />
        {problems.length > 0 && (
          <ErrorSummary
            title={shell.errorSummary(problems.length)}
            problems={summaryOf(problems)}
          />
        )}
        <PanelGrid split="7-5">
          <Area at="main">
            <CopyPanel visit={visit} parts={parts} />
            <Panel>
              <AddForm visit={visit} parts={parts} />
            </Panel>
          </Area>
          <Area at="side">
            <NextPanel visit={visit} view={view} />
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

/** When it can be used, before anything is typed. */
function NextPanel({ visit, view }: { visit: AccountVisit; view: AccountView }) {
  const { ctx, reader } = visit
  const w = reader.words.bankAccounts.add.next
  const { method, settlesOn, firstUse } = newCheckDates(ctx, view.today)
  return (
    <Panel title={w.heading}>
      <p class="mb-3">
        {method === 'prenote'
          ? w.prenote(reader.date(firstUse, 'long'))
          : w.microDeposits(reader.date(settlesOn, 'long'))}
      </p>
      <p>{w.free}</p>
    </Panel>
  )
}
