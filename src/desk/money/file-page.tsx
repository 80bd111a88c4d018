import type { ListedEntry, SentBatch, SentFile } from '#src/store/ach/desk-files.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { Chip } from '#src/ui/chip.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { formatCount } from '#src/words/format.ts'
import { type DeskContext, momentsFor } from '../desk-context.ts'
import { deskPage } from '../desk-page.tsx'
import { AccountLink, codeWords, writers } from './money-links.tsx'
import { FILE_TONES, fileName } from './money-page.tsx'
import { RefusalPanel, type RefusalShown } from './refusal-panel.tsx'

type Parts = {
  readonly file: SentFile
  readonly batches: readonly SentBatch[]
  readonly entries: readonly ListedEntry[]
  /** The trace after which more follow. */
  readonly next: string | null
  /** Null: the bank did not refuse it. */
  readonly refusal: RefusalShown | null
}
type Of = Parts & { readonly c: DeskContext }

export function filePage(c: DeskContext, parts: Parts): Response {
  const w = c.get('words').desk.money
  const { file, next } = parts
  const title = fileName(c, file)
  return deskPage(c, {
    title,
    current: 'money',
    children: (
      <>
        <PageHeading
          identity={<a href="/money">{w.back}</a>}
          title={title}
          aside={<Chip tone={FILE_TONES[file.state]}>{w.sent.states[file.state]}</Chip>}
        />
        <div class="k-flow">
          <Panel>
            <Facts c={c} {...parts} />
          </Panel>
          {parts.refusal && <RefusalPanel c={c} {...parts.refusal} />}
          {parts.batches.length > 0 && (
            <Panel title={w.sent.batches}>
              <Batches c={c} {...parts} />
            </Panel>
          )}
          {parts.entries.length > 0 && (
            <Panel title={w.sent.entriesOf} lead={w.sent.entriesLead}>
              <Entries c={c} {...parts} />
              {next !== null && (
                <Buttons>
                  <ButtonLink href={`/money/files/${file.id}?after=${next}`}>
                    {w.sent.next}
                  </ButtonLink>
                </Buttons>
              )}
            </Panel>
          )}
        </div>
      </>
    ),
  })
}

function Facts({ c, file }: Of) {
  const w = c.get('words').desk.money.sent
  const { moment } = momentsFor(c)
  const { day, money } = writers(c)
  const at = (instant: string | null) => (instant === null ? w.notYet : moment(instant))
  const rows = [
    { label: w.day, value: day(file.sentOn) },
    { label: w.entries, value: formatCount(file.entries ?? 0, c.get('locale')) },
    { label: w.debits, value: money(file.debits ?? 0) },
    { label: w.credits, value: money(file.credits ?? 0) },
    { label: w.delivered, value: at(file.deliveredAt) },
    { label: w.answered, value: at(file.answeredAt) },
    ...(file.answer ? [{ label: w.answer, value: file.answer }] : []),
  ]
  return <DefinitionRows look="ruled" rows={rows} />
}

function Batches({ c, batches }: Of) {
  const w = c.get('words').desk.money.sent
  const { day, money } = writers(c)
  return (
    <Table
      caption={w.batches}
      columns={[
        { label: w.batch, weight: 'strong', phone: 'name' },
        { label: w.settles, phone: 'under' },
        { label: w.entries, align: 'end', phone: 'hidden' },
        { label: w.debits, align: 'end', weight: 'ink', phone: 'amount' },
        { label: w.credits, align: 'end', phone: 'underEnd' },
      ]}
      rows={batches.map((batch) => ({
        cells: [
          <>
            {w.purposes[batch.purpose]}
            <CellNote phone="hidden">
              {w.batch} {batch.number} · {batch.class}
            </CellNote>
          </>,
          batch.effective === null ? w.notYet : day(batch.effective),
          formatCount(batch.entries, c.get('locale')),
          money(batch.debits),
          money(batch.credits),
        ],
      }))}
    />
  )
}

function Entries({ c, entries }: Of) {
  const w = c.get('words').desk.money.sent
  const { money } = writers(c)
  return (
    <Table
      caption={w.entriesOf}
      columns={[
        { label: w.mark, weight: 'strong', phone: 'name' },
        { label: w.from, phone: 'under' },
        { label: w.amount, align: 'end', weight: 'ink', phone: 'amount' },
        { label: w.state, before: 'wide', phone: 'underEnd' },
      ]}
      rows={entries.map((entry) => ({
        cells: [
          <>
            <span class="k-code">{entry.identification}</span>
            <CellNote phone="always">
              {w.purposes[entry.purpose]} · <AccountLink c={c} accountId={entry.accountId} />
            </CellNote>
          </>,
          `${w.kinds[entry.kind]} ••${entry.lastFour}`,
          entry.direction === 'debit' ? money(entry.amount) : money(-entry.amount),
          <EntryState c={c} entry={entry} />,
        ],
      }))}
    />
  )
}

function EntryState({ c, entry }: { c: DeskContext; entry: ListedEntry }) {
  const { entryStates, refused } = c.get('words').desk.money.sent
  if (entry.state === 'refused')
    return (
      <>
        <Chip tone="bad">{entryStates.refused}</Chip>
        <CellNote phone="hidden">{refused[entry.refusedThen ?? 'undecided']}</CellNote>
      </>
    )
  if (entry.state !== 'returned') return <Chip>{entryStates[entry.state]}</Chip>
  const code = entry.returnCode ?? ''
  return (
    <>
      <Chip tone="bad">{entryStates.returned(code)}</Chip>
      <CellNote phone="hidden">{codeWords(c, code)}</CellNote>
    </>
  )
}
