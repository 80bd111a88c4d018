import { mayEver } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { AccountMoney } from '#src/servicing/desk-account/view-account-money.ts'
import type { AccountQuotes } from '#src/servicing/desk-account/view-quotes.ts'
import type { AccountSharing } from '#src/servicing/sharing/view-sharing.ts'
import { Chip, type ChipTone } from '#src/ui/chip.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { FactList } from '#src/ui/figures/fact-list.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { formatCount } from '#src/words/format.ts'
import { type DeskContext, momentsFor } from '../desk-context.ts'
import { deskPage } from '../desk-page.tsx'
import { writers } from '../money/money-links.tsx'
import { BanksPanel } from './banks-panel.tsx'
import { FlagsPanel } from './flags-panel.tsx'
import { PaymentTable } from './payment-table.tsx'
import { QuotesPanel } from './quotes-panel.tsx'
import { SharingPanel } from './sharing-panel.tsx'

type Of = { readonly c: DeskContext; readonly view: AccountMoney }

export function accountPage(
  c: DeskContext,
  session: StaffSession,
  shown: {
    readonly view: AccountMoney
    readonly sharing: AccountSharing
    readonly quotes: AccountQuotes
  },
): Response {
  const { view, sharing, quotes } = shown
  const { accounts: w, customers, papers, deferments } = c.get('words').desk
  const title = w.named(view.accountEnding)
  return deskPage(c, {
    title,
    current: 'customers',
    children: (
      <>
        <PageHeading
          identity={<a href="/customers">{customers.title}</a>}
          title={title}
          lead={leadOf(c, view)}
          aside={
            <p class="k-name">
              <a href={`/accounts/${view.accountId}/statements`}>{papers.statements.title}</a>
              {' · '}
              <a href={`/accounts/${view.accountId}/papers`}>{papers.link}</a>
              {' · '}
              <a href={`/accounts/${view.accountId}/as-known`}>{w.known.link}</a>
              {mayEver(session.role, 'draftDeferment') && (
                <>
                  {' · '}
                  <a href={`/accounts/${view.accountId}/deferments`}>{deferments.link}</a>
                </>
              )}
            </p>
          }
        />
        <PanelGrid split="8-4">
          <Area at="main">
            <Done c={c} />
            <FlagsPanel c={c} session={session} view={view} />
            <Panel title={w.payments.title} lead={w.payments.lead}>
              {view.payments.length === 0 ? (
                <p>{w.payments.none}</p>
              ) : (
                <PaymentTable c={c} view={view} payments={view.payments} />
              )}
            </Panel>
            <BanksPanel c={c} session={session} view={view} />
            <QuotesPanel c={c} view={view} listed={quotes} />
            <SharingPanel c={c} session={session} view={view} sharing={sharing} />
          </Area>
          <Area at="side">
            <Panel title={w.stands} lead={w.asOf(writers(c).day(view.today))}>
              <Standing c={c} view={view} />
            </Panel>
            <Panel title={w.autopay.title}>
              <AutopayLine c={c} view={view} />
            </Panel>
            <Panel title={w.people}>
              <People c={c} view={view} />
            </Panel>
            <p class="k-small k-ink2">{w.written}</p>
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

function leadOf(c: DeskContext, { vehicle, product, status }: AccountMoney): string {
  const w = c.get('words').desk.accounts
  const named = vehicle ? [`${vehicle.modelYear} ${vehicle.make} ${vehicle.model}`] : []
  return [...named, w.product[product], w.status[status]].join(' · ')
}

function Done({ c }: { c: DeskContext }) {
  const { desk, sharing } = c.get('words')
  const w = desk.accounts.flags
  const said = new Map([
    ['set', w.form.set],
    ['lifted', w.lifting.done],
    ['before', w.lifting.before],
    ['linkEnded', sharing.desk.ended],
  ]).get(c.req.query('done') ?? '')
  return said === undefined ? null : (
    <Note tone="ok" role="status">
      {said}
    </Note>
  )
}

/** What staff are asked for on the phone; what is zero and rare is left out. */
export function Standing({ c, view }: Of) {
  const { rows: w } = c.get('words').desk.accounts.known
  const { money } = writers(c)
  const { figures, product } = view
  const { balance, interest, lateCharges, fees, unapplied, chargedOff, pastDue, payoff } = figures
  const rows = [
    { label: w.pastDue, value: money(pastDue) },
    { label: w.daysPastDue, value: formatCount(figures.daysPastDue, c.get('locale')) },
    { label: product === 'lease' ? w.leaseBalance : w.principal, value: money(balance) },
    ...(interest === null ? [] : [{ label: w.interest, value: money(interest) }]),
    { label: w.lateCharges, value: money(lateCharges) },
    ...(fees === 0 ? [] : [{ label: w.fees, value: money(fees) }]),
    ...(unapplied === 0 ? [] : [{ label: w.unapplied, value: money(unapplied) }]),
    ...(chargedOff === null ? [] : [{ label: w.chargedOff, value: money(chargedOff) }]),
    ...(payoff === null
      ? []
      : [{ label: w.payoff, value: money(payoff), strength: 'total' as const }]),
  ]
  return <DefinitionRows rows={rows} look="ruled" />
}

const TONES: Readonly<Record<string, ChipTone>> = {
  active: 'ok',
  paused: 'warn',
  needsAttention: 'bad',
}

export function AutopayLine({ c, view }: Of) {
  const { desk, autopay: own } = c.get('words')
  const w = desk.accounts.autopay
  const { autopay, people } = view
  if (!autopay) return <p>{w.none}</p>
  const { state, stateReason, changedAt, obligorId } = autopay
  return (
    <div class="k-flow">
      <p>
        <Chip tone={TONES[state] ?? 'plain'}>{own.pages.states[state]}</Chip>
      </p>
      <p>
        {w.of(people.get(obligorId)?.name ?? '')}{' '}
        {w.since(w.reasons[stateReason], momentsFor(c).moment(changedAt))}
      </p>
    </div>
  )
}

function People({ c, view }: Of) {
  const w = c.get('words').desk.customers.role
  const facts = [...view.people].map(([id, { name, role }]) => ({
    mark: { icon: 'chevron-right' as const },
    title: <a href={`/customers/${view.accountId}/${id}`}>{name}</a>,
    detail: w[role],
  }))
  return <FactList look="ruled" facts={facts} />
}
