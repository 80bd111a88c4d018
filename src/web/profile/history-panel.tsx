import type { ComponentChildren } from 'preact'
import type { ObligorChange } from '#src/store/accounts/obligor-changes.ts'
import { Empty } from '#src/ui/empty.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { spoken } from '../masked.tsx'
import { type Reader, readerOf } from '../reader.ts'
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
            whatOf(change, reader),
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

function whatOf(change: ObligorChange, reader: Reader): ComponentChildren {
  const { history: w, language } = reader.words.profile
  const [was, became] = [change.was ?? '', change.became ?? '']
  const isPhone = change.method === 'sms'
  const name = (code: string) => language.names[code === 'es' ? 'es' : 'en']
  switch (change.kind) {
    case 'contactAdded':
      return spoken(isPhone ? w.phoneAdded(became) : w.emailAdded(became), reader)
    case 'contactReplaced':
      return spoken(isPhone ? w.phoneReplaced(was, became) : w.emailReplaced(was, became), reader)
    case 'contactRemoved':
      return spoken(isPhone ? w.phoneRemoved(was) : w.emailRemoved(was), reader)
    case 'addressChanged':
      return change.was === null ? w.addressAdded : w.addressChanged(was)
    case 'languageChanged':
      return w.language(name(was), name(became))
    case 'paperlessChosen':
      return became === 'online' ? w.online : w.mail
  }
}
