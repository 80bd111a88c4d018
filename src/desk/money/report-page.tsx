import type { BankReport } from '#src/store/ach/bank-reports.ts'
import type { SentFile } from '#src/store/ach/desk-files.ts'
import type { ListedItem } from '#src/store/ach/desk-returns.ts'
import { Chip } from '#src/ui/chip.tsx'
import { Table } from '#src/ui/figures/table.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { type DeskContext, momentsFor } from '../desk-context.ts'
import { deskPage } from '../desk-page.tsx'
import { ItemTable } from './item-table.tsx'
import { fileName, REPORT_TONES } from './money-page.tsx'

type Parts = {
  readonly report: BankReport
  readonly items: readonly ListedItem[]
  /** Of an answer: our file. */
  readonly file: SentFile | null
}

export function reportPage(c: DeskContext, { report, items, file }: Parts): Response {
  const w = c.get('words').desk.money
  return deskPage(c, {
    title: report.name,
    current: 'money',
    children: (
      <>
        <PageHeading
          identity={<a href="/money">{w.back}</a>}
          title={report.name}
          lead={`${w.received.kinds[report.kind]} · ${momentsFor(c).moment(report.receivedAt)}`}
          aside={<Chip tone={REPORT_TONES[report.state]}>{w.received.states[report.state]}</Chip>}
        />
        <div class="k-flow">
          {file && (
            <Panel title={w.received.ofFile}>
              <p>
                <a href={`/money/files/${file.id}`}>{fileName(c, file)}</a>{' '}
                {w.sent.states[file.state]}
              </p>
            </Panel>
          )}
          {report.problems.length > 0 && (
            <Panel
              title={w.received.problems}
              {...(report.state === 'doubted' && { lead: w.received.problemsLead })}
            >
              <Problems c={c} report={report} />
            </Panel>
          )}
          {items.length > 0 && (
            <Panel title={w.sentBack.title}>
              <ItemTable c={c} items={items} />
            </Panel>
          )}
        </div>
      </>
    ),
  })
}

const PROBLEMS_SHOWN = 100

function Problems({ c, report }: { c: DeskContext; report: BankReport }) {
  const w = c.get('words').desk.money.received
  return (
    <Table
      caption={w.problems}
      density="dense"
      columns={[
        { label: w.line, align: 'end' },
        { label: w.field, weight: 'ink' },
        { label: w.problem },
      ]}
      rows={report.problems.slice(0, PROBLEMS_SHOWN).map(({ line, field, message }) => ({
        cells: [String(line), field, message],
      }))}
    />
  )
}
