import type { ObligorChange } from '#src/store/accounts/obligor-changes.ts'
import { Empty } from '#src/ui/empty.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { changeSentence } from '#src/words/change-sentence.ts'
import { spoken } from '../masked.tsx'
import { readerOf } from '../reader.ts'
import type { WebContext } from '../request-context.ts'

/** Every change with its day and what stood there before, masked, newest first. */
export function HistoryPanel({ c, changes }: { c: WebContext; changes: readonly ObligorChange[] }) {
  const reader = readerOf(c)
  const { history: w } = reader.words.profile
  if (changes.length === 0)
    return (
      <Panel title={w.heading}>
        <Empty title={w.none}>{w.noneText}</Empty>
      </Panel>
    )
  return (
    <Panel title={w.heading}>
      <Table
        caption={w.caption}
        columns={[
          { label: w.what, weight: 'strong', phone: 'name' },
          { label: w.when, phone: 'under' },
        ]}
        rows={changes.map((change) => ({
          cells: [
            spoken(changeSentence(reader.words, change), reader),
            <>
              {reader.day(change.at)}, {reader.time(change.at)}
              <CellNote>{change.actor.kind === 'obligor' ? w.you : w.staff}</CellNote>
            </>,
          ],
        }))}
      />
      <p class="k-small k-ink2">{w.notYou(c.get('web').config.lender.fraudPhone)}</p>
    </Panel>
  )
}
