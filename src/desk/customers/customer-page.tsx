import type { SignInView } from '#src/identity/assistance/view-sign-in.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { AccountMoney } from '#src/servicing/desk-account/view-account-money.ts'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { changeSentence } from '#src/words/change-sentence.ts'
import { type DeskContext, momentsFor } from '../desk-context.ts'
import { deskPage } from '../desk-page.tsx'
import { HelpPanel } from './help-panel.tsx'
import { MoneyPanel } from './money-panel.tsx'
import { ReasonList } from './reason-list.tsx'

type Of = { readonly c: DeskContext; readonly view: SignInView }

type Shown = { readonly view: SignInView; readonly money: AccountMoney | null }

export function customerPage(
  c: DeskContext,
  session: StaffSession,
  { view, money }: Shown,
): Response {
  const w = c.get('words').desk.customers
  const identity = <a href="/customers">{w.title}</a>
  return deskPage(c, {
    title: view.name,
    current: 'customers',
    children: (
      <>
        <PageHeading
          identity={identity}
          title={view.name}
          lead={w.account(view.accountEnding, w.role[view.role])}
        />
        <PanelGrid split="8-4">
          <Area at="main">
            <Done c={c} />
            <Panel title={w.why}>
              <ReasonList c={c} view={view} />
            </Panel>
            {money && <MoneyPanel c={c} money={money} />}
            {view.login && (
              <Panel title={w.recent}>
                <Recent c={c} view={view} />
              </Panel>
            )}
            {view.changes.length > 0 && (
              <Panel title={w.changes}>
                <Changes c={c} view={view} />
              </Panel>
            )}
          </Area>
          <Area at="side">
            <HelpPanel c={c} session={session} view={view} />
            <Panel title={w.state}>
              <State c={c} view={view} />
            </Panel>
            <p class="k-small k-ink2">{w.written}</p>
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

function Done({ c }: { c: DeskContext }) {
  const { done: w } = c.get('words').desk.customers
  const done = DONE.find((at) => c.req.query('done') === at)
  return done ? (
    <Note tone="ok" role="status">
      {w[done]}
    </Note>
  ) : null
}

const DONE = ['unlocked', 'ended', 'started', 'paper'] as const

function State({ c, view }: Of) {
  const w = c.get('words').desk.customers.rows
  const { day, moment } = momentsFor(c)
  const { login, contacts, papers } = view
  const reached = contacts.length > 0 ? contacts.map(({ shown }) => <div>{shown}</div>) : w.none
  if (!login) return <DefinitionRows rows={[{ label: w.contacts, value: reached }]} look="ruled" />
  const [latest] = login.sessions
  const rows = [
    { label: w.username, value: login.username },
    { label: w.since, value: day(login.since) },
    { label: w.password, value: day(login.passwordChangedAt) },
    { label: w.contacts, value: reached },
    { label: w.papers, value: w.papersStates[paperState(papers)] },
    { label: w.passkeys, value: String(login.passkeys) },
    { label: w.authenticators, value: String(login.authenticators) },
    { label: w.backupCodes, value: String(login.backupCodes) },
    {
      label: w.sessions,
      value: String(login.sessions.length),
      ...(latest && { note: w.lastUsed(moment(latest.lastSeenAt)) }),
    },
  ]
  return <DefinitionRows rows={rows} look="ruled" />
}

function paperState(papers: SignInView['papers']) {
  if (papers === null) return 'never'
  return papers.isOutdated ? 'outdated' : papers.papers
}

function Recent({ c, view }: Of) {
  const { desk, identity } = c.get('words')
  const w = desk.customers
  const { moment } = momentsFor(c)
  return (
    <Table
      caption={w.recentCaption}
      columns={[
        { label: w.what, weight: 'strong', phone: 'name' },
        { label: w.when, phone: 'under' },
      ]}
      rows={(view.login?.recent ?? []).map(({ at, action }) => ({
        cells: [identity.activity[action], moment(at)],
      }))}
    />
  )
}

function Changes({ c, view }: Of) {
  const words = c.get('words')
  const w = words.desk.customers
  const { moment } = momentsFor(c)
  return (
    <Table
      caption={w.changesCaption}
      columns={[
        { label: w.what, weight: 'strong', phone: 'name' },
        { label: w.when, phone: 'under' },
      ]}
      rows={view.changes.map((change) => ({
        cells: [
          changeSentence(words, change),
          <>
            {moment(change.at)}
            <CellNote>{change.actor.kind === 'obligor' ? w.bySelf : w.byUs}</CellNote>
          </>,
        ],
      }))}
    />
  )
}
