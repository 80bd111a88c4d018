import type { ReturnRates } from '#src/servicing/money-desk/view-return-rates.ts'
import type { BankReport } from '#src/store/ach/bank-reports.ts'
import type { SentFile } from '#src/store/ach/desk-files.ts'
import type { ReportTotals } from '#src/store/ach/desk-returns.ts'
import { Chip, type ChipTone } from '#src/ui/chip.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { formatCount } from '#src/words/format.ts'
import { type DeskContext, momentsFor } from '../desk-context.ts'
import { deskPage } from '../desk-page.tsx'
import { MoneyParts, writers } from './money-links.tsx'
import { RatesPanel } from './rates-panel.tsx'

type Parts = {
  readonly sent: readonly SentFile[]
  readonly received: readonly BankReport[]
  readonly totals: ReadonlyMap<string, ReportTotals>
  readonly rates: ReturnRates
}

export function moneyPage(c: DeskContext, parts: Parts): Response {
  const w = c.get('words').desk.money
  return deskPage(c, {
    title: w.title,
    current: 'money',
    children: (
      <>
        <PageHeading title={w.title} lead={w.lead} aside={<MoneyParts c={c} current="files" />} />
        <div class="k-flow">
          <Panel title={w.sent.title} lead={w.sent.lead}>
            {parts.sent.length === 0 ? <p>{w.sent.none}</p> : <Sent c={c} {...parts} />}
          </Panel>
          <Panel title={w.received.title} lead={w.received.lead}>
            {parts.received.length === 0 ? <p>{w.received.none}</p> : <Received c={c} {...parts} />}
          </Panel>
          <RatesPanel c={c} rates={parts.rates} />
        </div>
      </>
    ),
  })
}

function Sent({ c, sent }: { c: DeskContext; sent: readonly SentFile[] }) {
  const w = c.get('words').desk.money.sent
  const { day, money } = writers(c)
  const amount = (of: number | null) => (of === null ? '–' : money(of))
  return (
    <Table
      caption={w.title}
      columns={[
        { label: w.file, weight: 'strong', phone: 'name' },
        { label: w.day, phone: 'under' },
        { label: w.entries, align: 'end', phone: 'hidden' },
        { label: w.debits, align: 'end', weight: 'ink', phone: 'amount' },
        { label: w.credits, align: 'end', phone: 'hidden' },
        { label: w.state, before: 'wide', phone: 'underEnd' },
      ]}
      rows={sent.map((file) => ({
        cells: [
          <a href={`/money/files/${file.id}`}>{fileName(c, file)}</a>,
          day(file.sentOn),
          file.entries === null ? '–' : formatCount(file.entries, c.get('locale')),
          amount(file.debits),
          amount(file.credits),
          <Chip tone={FILE_TONES[file.state]}>{w.states[file.state]}</Chip>,
        ],
      }))}
    />
  )
}

export function fileName(c: DeskContext, file: SentFile): string {
  const w = c.get('words').desk.money.sent
  return file.name ?? w.unnamed(writers(c).day(file.sentOn), file.modifier)
}

export const FILE_TONES: Readonly<Record<SentFile['state'], ChipTone>> = {
  gathering: 'plain',
  numbered: 'plain',
  delivered: 'info',
  acknowledged: 'ok',
  refused: 'bad',
}

function Received({ c, received, totals }: Parts & { c: DeskContext }) {
  const w = c.get('words').desk.money.received
  const { moment } = momentsFor(c)
  const { money } = writers(c)
  return (
    <Table
      caption={w.title}
      columns={[
        { label: c.get('words').desk.money.sent.file, weight: 'strong', phone: 'name' },
        { label: w.came, phone: 'under' },
        { label: w.items, align: 'end', phone: 'amount' },
        { label: c.get('words').desk.money.sent.state, before: 'wide', phone: 'underEnd' },
      ]}
      rows={received.map((report) => {
        const total = totals.get(report.id)
        return {
          cells: [
            <>
              <a href={`/money/reports/${report.id}`}>{report.name}</a>
              <CellNote phone="hidden">{w.kinds[report.kind]}</CellNote>
            </>,
            moment(report.receivedAt),
            <>
              {formatCount(total?.items ?? 0, c.get('locale'))}
              <CellNote>{money(total?.amount ?? 0)}</CellNote>
            </>,
            <Chip tone={REPORT_TONES[report.state]}>{w.states[report.state]}</Chip>,
          ],
        }
      })}
    />
  )
}

export const REPORT_TONES: Readonly<Record<BankReport['state'], ChipTone>> = {
  doubted: 'bad',
  open: 'info',
  done: 'ok',
}
