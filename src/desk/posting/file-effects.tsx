// What a file of payments would do, account by account, before somebody approves it.
import type { MoneyFigures } from '#src/domain/orders/money-figures.ts'
import type { FileEffect, RehearsedFile } from '#src/servicing/posting/rehearse-file.ts'
import { Table } from '#src/ui/figures/table.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { writers } from '../money/money-links.tsx'
import { PageLinks } from '../page-links.tsx'
import { CreditLines } from './credit-lines.tsx'
import type { FileShown } from './file-shown.ts'
import { REQUESTS } from './posting-desk.ts'

export function FilePanels(props: {
  c: DeskContext
  file: FileShown
  /** Null once it is decided. */
  rehearsed: RehearsedFile | null
  requestId: string
}) {
  const { c, file, rehearsed, requestId } = props
  const path = `${REQUESTS}/${requestId}`
  return (
    <>
      {rehearsed && <FileEffects c={c} rehearsed={rehearsed} path={path} />}
      <CreditLines c={c} credits={file.credits} />
    </>
  )
}

function FileEffects(props: { c: DeskContext; rehearsed: RehearsedFile; path: string }) {
  const { c, rehearsed, path } = props
  const w = c.get('words').desk.posting.credits.effects
  const { effects, accounts } = rehearsed
  if (accounts === 0) return null
  return (
    <Panel title={w.title} lead={w.lead}>
      <div class="k-flow" id="effects">
        <Table
          caption={w.title}
          columns={[
            { label: w.account, weight: 'strong', phone: 'name' },
            { label: w.comes, align: 'end', weight: 'ink', phone: 'amount' },
            { label: w.does, phone: 'under' },
            { label: w.after, align: 'end', weight: 'ink', phone: 'underEnd' },
          ]}
          rows={effects.map((effect) => ({
            cells: [
              nameOf(c, effect),
              writers(c).money(comesOf(effect)),
              <Changes c={c} effect={effect} />,
              leftOf(c, effect.after),
            ],
          }))}
        />
        <PageLinks
          of={rehearsed}
          name={w.title}
          words={w}
          href={(page) => `${path}?accounts=${page}#effects`}
        />
      </div>
    </Panel>
  )
}

function nameOf(c: DeskContext, { account, ending }: FileEffect): string {
  const w = c.get('words').desk.posting.credits.effects
  return account ? w.name(account.holder, ending) : w.filed(ending)
}

function comesOf({ credits }: FileEffect): number {
  return credits.reduce((sum, { credit }) => sum + credit.amount, 0)
}

/** Each figure that moves, and each payment that would not count. */
function Changes({ c, effect }: { c: DeskContext; effect: FileEffect }) {
  const w = c.get('words').desk.posting.credits.effects
  const { money } = writers(c)
  const { before, after, credits } = effect
  const moved = FIGURES.flatMap((name) => {
    const change = (before[name] ?? 0) - (after[name] ?? 0)
    if (change === 0) return []
    return [w.moves[change > 0 ? 'less' : 'more'](w.figures[name], money(Math.abs(change)))]
  })
  const waits = credits.flatMap(({ credit, fate }) =>
    fate === 'posted' ? [] : [w.waits(money(credit.amount), w.why[fate])],
  )
  return (
    <span class="whitespace-normal">
      {[...moved, ...waits].map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </span>
  )
}

function leftOf(c: DeskContext, { principal, installmentsLeft }: MoneyFigures): string {
  return writers(c).money(principal ?? installmentsLeft ?? 0)
}

const FIGURES = [
  'principal',
  'installmentsLeft',
  'interest',
  'lateCharges',
  'fees',
  'held',
] as const satisfies readonly (keyof MoneyFigures)[]
