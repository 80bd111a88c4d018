import type { MoneyFigures } from '#src/domain/orders/money-figures.ts'
import { mayEver } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { Effect } from '#src/servicing/posting/effects-of.ts'
import { Table } from '#src/ui/figures/table.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { writers } from '../money/money-links.tsx'

/** An account side by side, before and after; once it is decided, as it stands. */
export function EffectPanel(props: {
  c: DeskContext
  session: StaffSession
  effect: Effect
  isOpen: boolean
}) {
  const { c, session, effect, isOpen } = props
  const w = c.get('words').desk.posting.request
  const { accountId, ending, holder } = effect.account
  const title = w.effect(ending)
  return (
    <Panel title={title} lead={isOpen ? w.effectLead(holder) : w.effectDone(holder)}>
      <div class="k-flow">
        <FigureTable
          c={c}
          caption={title}
          before={effect.before}
          after={isOpen ? effect.after : null}
        />
        {mayEver(session.role, 'askMoney') && (
          <p class="k-small">
            <a href={`/money/corrections/${accountId}`}>{w.openAccount}</a>
          </p>
        )}
      </div>
    </Panel>
  )
}

export function FigureTable(props: {
  c: DeskContext
  caption: string
  before: MoneyFigures
  after: MoneyFigures | null
}) {
  const { c, caption, before, after } = props
  const w = c.get('words').desk.posting.request
  const { money } = writers(c)
  const rows = FIGURES.flatMap((name) => {
    const [was, is] = [before[name], after?.[name] ?? null]
    if (was === null && is === null) return []
    const changed = is === null || is === was ? '–' : money(is)
    const now = was === null ? '–' : money(was)
    return [{ cells: [w[name], now, ...(after ? [changed] : [])] }]
  })
  return (
    <Table
      caption={caption}
      columns={[
        { label: w.figure, weight: 'strong' },
        { label: w.before, align: 'end', weight: 'ink' },
        ...(after ? [{ label: w.after, align: 'end', weight: 'ink' } as const] : []),
      ]}
      rows={rows}
    />
  )
}

const FIGURES = [
  'due',
  'pastDue',
  'principal',
  'interest',
  'installmentsLeft',
  'lateCharges',
  'fees',
  'held',
  'chargedOff',
] as const satisfies readonly (keyof MoneyFigures)[]
