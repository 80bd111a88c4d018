import { type FieldProblem, summaryOf } from '#src/http/form.ts'
import { mayEver } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { AccountMoney } from '#src/servicing/posting/view-account-money.ts'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { deskPage } from '../desk-page.tsx'
import { FigureTable } from '../posting/effect-panel.tsx'
import { REQUESTS } from '../posting/posting-desk.ts'
import { RequestTable } from '../posting/request-table.tsx'
import type { FormName, FormOf } from './account-parts.ts'
import { ChargeOffPanel, ExtensionPanel } from './act-panels.tsx'
import { CardRefundPanel } from './card-refund-panel.tsx'
import { HeldPanel } from './held-panel.tsx'
import { MovePanel, WaiverPanel } from './move-panel.tsx'

type Parts = {
  readonly view: AccountMoney
  readonly refused: { readonly form: FormName; readonly problems: readonly FieldProblem[] } | null
}

export function accountMoneyPage(c: DeskContext, session: StaffSession, parts: Parts): Response {
  const { desk, shell } = c.get('words')
  const w = desk.posting.account
  const { view, refused } = parts
  const title = w.title(view.account.ending)
  return deskPage(c, {
    title: refused ? `${shell.errorPrefix} ${title}` : title,
    ...(refused && { status: 422 as const }),
    current: 'money',
    children: (
      <>
        <PageHeading
          identity={<a href={REQUESTS}>{desk.posting.title}</a>}
          title={title}
          lead={w.lead(view.account.holder)}
        />
        <div class="k-flow">
          {refused && (
            <ErrorSummary
              title={shell.errorSummary(refused.problems.length)}
              problems={summaryOf(refused.problems)}
            />
          )}
          <Panels c={c} session={session} {...parts} />
        </div>
      </>
    ),
  })
}

function Panels(props: Parts & { c: DeskContext; session: StaffSession }) {
  const { c, session, view, refused } = props
  const { posting } = c.get('words').desk
  const w = posting.account
  const acts = mayEver(session.role, 'askForAct') && view.account.product === 'loan'
  const formOf = (form: FormName): FormOf => {
    const isThis = refused?.form === form
    return {
      ...{ c, session, view },
      typed: (name) => (isThis ? (c.get('form').typed[name] ?? '') : ''),
      wrong: (name) =>
        isThis
          ? refused.problems.find(({ field }) => field === `${form}-${name}`)?.message
          : undefined,
    }
  }
  return (
    <PanelGrid split="7-5">
      <Area at="main">
        <HeldPanel {...formOf('held')} />
        <MovePanel {...formOf('move')} />
        <CardRefundPanel {...formOf('card')} />
        <WaiverPanel {...formOf('waiver')} />
        {acts && <ExtensionPanel {...formOf('extension')} />}
        {acts && <ChargeOffPanel {...formOf('loss')} />}
      </Area>
      <Area at="side">
        <Panel title={w.stands}>
          <FigureTable c={c} caption={w.stands} before={view.figures} after={null} />
        </Panel>
      </Area>
      <Area at="wide">
        <Panel title={w.history}>
          {view.requests.length === 0 ? (
            <p>{w.historyNone}</p>
          ) : (
            <RequestTable
              {...{ c, session, today: view.today }}
              caption={w.history}
              requests={view.requests}
            />
          )}
        </Panel>
      </Area>
    </PanelGrid>
  )
}
