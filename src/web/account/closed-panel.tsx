import { nothingOwedSince } from '#src/domain/account/statement/proofs.ts'
import { dueDate } from '#src/domain/contract/schedule.ts'
import { Amount } from '#src/ui/amount.tsx'
import { AmountLead } from '#src/ui/figures/amount-lead.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import { ProofForm } from '../documents/proofs.tsx'
import { ChargedOffPanel } from './charged-off-panel.tsx'
import type { OverviewParts } from './overview-parts.ts'

/** Of a loan on which nothing comes due any more. */
export function NotPayingPanel(parts: OverviewParts) {
  return parts.view.status === 'open' ? <ChargedOffPanel {...parts} /> : <ClosedPanel {...parts} />
}

/** Zero, since when, and where the title stands; no ring and no chart. */
function ClosedPanel({ visit, view }: OverviewParts) {
  const { reader } = visit
  const w = reader.words.account.closed
  const { suspense } = view.position
  const since = nothingOwedSince(view.ledger)
  return (
    <Panel>
      <AmountLead
        label={w.title}
        amount={<Amount cents={view.payoffToday.principal} locale={reader.locale} size="display" />}
        below={since ? w.on(reader.date(since, 'dated')) : w.nothingOwed}
      />
      <Rule />
      <FactList
        facts={[
          { mark: { icon: 'circle-check' }, title: w.nothingOwed },
          { mark: { icon: 'scroll-text' }, title: w.title2, detail: lienWords({ visit, view }) },
          ...(suspense > 0
            ? [
                {
                  mark: { icon: 'circle-dollar-sign' as const },
                  title: w.credit(reader.money(suspense)),
                },
              ]
            : []),
        ]}
      />
      {view.position.chargedOff === null && (
        <ProofForm visit={visit} action="/paid-in-full">
          {reader.words.documents.paidInFull.make}
        </ProofForm>
      )}
    </Panel>
  )
}

/** The lien hangs on the last payment; money that no bank returns has nothing to clear. */
function lienWords({ visit, view }: OverviewParts): string {
  const { reader } = visit
  const w = reader.words.account.closed
  const clearing = view.activity.find((row) => row.split !== null)?.clearing
  switch (clearing?.state) {
    case 'cleared':
      return w.lienCleared(reader.date(clearing.on, 'dated'))
    case 'returnable':
      return w.lienClears(reader.date(clearing.until, 'dated'))
    default:
      return w.lien
  }
}

/** An account known from public filings: where it stood at the end of the last one. */
export function FiledPanel({ visit, view }: OverviewParts) {
  const { reader } = visit
  const w = reader.words.account.filed
  const behind = view.daysPastDue
  const { chargedOff } = view.position
  return (
    <Panel>
      <AmountLead
        label={chargedOff === null ? w.heading : reader.words.account.chargedOff.heading}
        amount={
          <Amount
            cents={chargedOff ?? view.position.principal}
            locale={reader.locale}
            size="display"
          />
        }
        below={w.asOf(reader.date(view.today, 'dated'))}
      />
      <Rule />
      <FactList
        facts={[
          { mark: { icon: 'file-text' }, title: w.title, detail: w.text },
          {
            mark: { icon: behind > 0 ? 'triangle-alert' : 'circle-check' },
            title: behind > 0 ? w.behind(behind) : w.current,
          },
        ]}
      />
      <Rule />
      <DefinitionRows rows={signedRows({ visit, view })} />
    </Panel>
  )
}

/** What was signed, as far as a filing has it. */
function signedRows({ visit, view }: OverviewParts) {
  const { reader } = visit
  const w = reader.words.account.terms
  const { contract } = view.position
  return [
    { label: w.amountFinanced, value: reader.money(contract.principal) },
    { label: w.payment, value: reader.money(contract.payment) },
    {
      label: w.lastDue,
      value: reader.date(dueDate(contract, contract.payments), 'shortDated'),
    },
  ]
}
