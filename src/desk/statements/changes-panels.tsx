// What a corrected statement would say that the printed one does not, and which after it follow.
import { correctionTables } from '#src/formats/documents/correction-tables.ts'
import type { StatementView } from '#src/servicing/statements/view-statements.ts'
import { CellNote, type Column, Table } from '#src/ui/figures/table.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { writers } from '../money/money-links.tsx'

type Of = { readonly c: DeskContext; readonly view: StatementView }

export function ChangesPanels({ c, view }: Of) {
  const { statements: w } = c.get('words').desk.papers
  const [own, ...after] = view.restated
  if (!own) return null
  const { figures, lines } = correctionTables(
    { ...view.facts, locale: c.get('locale') },
    own.changes,
  )
  const [name, was, is] = figures.heads
  return (
    <>
      <Panel title={w.different}>
        {figures.rows.length > 0 && (
          <Table
            caption={w.different}
            columns={[
              { label: name, weight: 'ink' },
              { label: was, align: 'end' },
              { label: is, align: 'end', weight: 'strong' },
            ]}
            rows={figures.rows.map((cells) => ({ cells }))}
          />
        )}
      </Panel>
      {lines.rows.length > 0 && (
        <Panel title={w.lines}>
          <Table
            caption={w.lines}
            density="dense"
            rowHeader={1}
            columns={lines.heads.map((label, at) => lineColumn(label, at, lines.heads.length))}
            rows={lines.rows.map((cells) => ({ cells: lineCells(cells) }))}
          />
        </Panel>
      )}
      {after.length > 0 && <After c={c} restated={after} />}
    </>
  )
}

/** On a phone day and change stand under what it is. */
function lineCells([on, what, change, ...amounts]: readonly string[]) {
  const named = (
    <>
      {what}
      <CellNote phone="only">{[on, change].join(' · ')}</CellNote>
    </>
  )
  return [on, named, change, ...amounts]
}

/** Date, what, change, then amounts: of these the parts have no room on a phone. */
function lineColumn(label: string, at: number, all: number): Column {
  if (at === 0 || at === 2) return { label, phone: 'hidden' }
  if (at === 1) return { label, weight: 'ink', phone: 'name' }
  if (at === 3) return { label, align: 'end', weight: 'strong', phone: 'amount' }
  return { label, align: 'end', phone: at === all - 1 ? 'underEnd' : 'hidden' }
}

function After({ c, restated }: { c: DeskContext } & Pick<StatementView, 'restated'>) {
  const { desk, documents } = c.get('words')
  const { statements: w } = desk.papers
  const { day, money } = writers(c)
  return (
    <Panel title={w.after} lead={w.afterLead}>
      <Table
        caption={w.after}
        columns={[
          { label: w.period, weight: 'ink', phone: 'name' },
          { label: w.was, align: 'end', phone: 'hidden' },
          { label: w.now, align: 'end', weight: 'strong', phone: 'amount' },
        ]}
        rows={restated.map(({ printed: { facts }, figures }) => ({
          cells: [
            documents.statement.detail(day(facts.from), day(facts.on)),
            money(facts.closing.balance),
            money(figures.closing.balance),
          ],
        }))}
      />
    </Panel>
  )
}
