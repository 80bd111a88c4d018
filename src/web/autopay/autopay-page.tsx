// GET /accounts/:id/autopay: its state in words, the next three debits, the plan, every change.
import type { Hono } from 'hono'
import { type AutopayView, viewAutopay } from '#src/servicing/autopay/view-autopay.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { Chip, type ChipTone } from '#src/ui/chip.tsx'
import { FactList } from '#src/ui/figures/fact-list.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { refusedAccountPage } from '../account/refused-account.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { viewedPage } from '../lease/page-by-product.ts'
import { accountWithin } from '../payments/payment-words.ts'
import type { WebEnv } from '../request-context.ts'
import { DebitsPanel } from './debits-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { PlanPanel } from './plan-panel.tsx'
import { StateNote } from './state-note.tsx'

export function registerAutopayPage(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/autopay', viewedPage(show))
}

async function show(visit: AccountVisit, view: AccountView): Promise<Response> {
  const { reader } = visit
  const w = reader.words.autopay.pages
  const { view: shown, ended } = await viewAutopay(visit.ctx, visit.owner)
  if (!shown && ended)
    return refusedAccountPage(visit, view, {
      title: w.title,
      current: 'autopay',
      refusal: ended,
      closed: reader.words.payments.closed,
    })
  const state = shown?.autopay.state ?? 'none'
  return showAccountPage(visit, view, {
    title: w.title,
    current: 'autopay',
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={
            <>
              {w.title}{' '}
              <span class="ml-2">
                <Chip tone={TONES[state]}>{w.states[state]}</Chip>
              </span>
            </>
          }
        />
        {shown ? <Shown visit={visit} view={view} shown={shown} /> : <None visit={visit} />}
      </>
    ),
  })
}

const TONES: Record<AutopayView['autopay']['state'] | 'none', ChipTone> = {
  active: 'ok',
  paused: 'warn',
  needsAttention: 'warn',
  ended: 'plain',
  none: 'plain',
}

function Shown(props: { visit: AccountVisit; view: AccountView; shown: AutopayView }) {
  const { visit, view, shown } = props
  const { reader } = visit
  const w = reader.words.autopay.pages.next
  const lead = shown.fundingAccount
    ? w.lead(accountWithin(shown.fundingAccount, reader))
    : w.byOther
  return (
    <PanelGrid split="7-5">
      <Area at="top">
        <StateNote visit={visit} shown={shown} />
        {shown.next.length > 0 && (
          <DebitsPanel
            visit={visit}
            foreseen={shown}
            title={shown.next.length < 3 ? w.headingFew : w.heading}
            lead={lead}
            mine={shown.mine}
            layout="across"
          />
        )}
      </Area>
      <Area at="main">
        <HistoryPanel visit={visit} shown={shown} of={view.ledger.contract.payments} />
      </Area>
      <Area at="side">
        <PlanPanel visit={visit} shown={shown} />
        <StopPanel visit={visit} shown={shown} />
      </Area>
    </PanelGrid>
  )
}

function StopPanel({ visit, shown }: { visit: AccountVisit; shown: AutopayView }) {
  const { reader, base } = visit
  const w = reader.words.autopay.pages.stop
  if (!shown.mine || shown.autopay.state === 'ended') return null
  return (
    <Panel title={w.link}>
      <p class="mb-4">{w.lead}</p>
      <Buttons>
        <ButtonLink href={`${base}/autopay/stop`}>{w.link}</ButtonLink>
      </Buttons>
    </Panel>
  )
}

function None({ visit }: { visit: AccountVisit }) {
  const { reader, base } = visit
  const w = reader.words.autopay.pages.none
  return (
    <PanelGrid split="7-5">
      <Area at="main">
        <Panel title={w.how}>
          <p class="mb-4">{w.lead}</p>
          <FactList
            facts={w.points.map((point) => ({
              mark: { icon: 'circle-check' as const },
              detail: point,
            }))}
          />
          <div class="mt-6">
            <Buttons>
              <ButtonLink look="primary" href={`${base}/autopay/new`}>
                {w.set}
              </ButtonLink>
            </Buttons>
          </div>
        </Panel>
      </Area>
    </PanelGrid>
  )
}
