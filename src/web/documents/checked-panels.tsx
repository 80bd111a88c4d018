// What the page says of a letter that is ours: whether it holds, its amounts, where money goes.
import { unreachable } from '#src/domain/assert.ts'
import type { LenderFile } from '#src/lender-file.ts'
import type { CheckedPaper } from '#src/servicing/documents/check-paper.ts'
import type { CheckedAsked } from '#src/servicing/documents/checked-paper.ts'
import { type DefinitionRow, DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Table } from '#src/ui/figures/table.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { Reader } from '../reader.ts'

type Parts = {
  readonly paper: CheckedPaper
  readonly reader: Reader
  readonly lender: Pick<LenderFile, 'remittance' | 'address' | 'phone'>
}

type CheckedLetter = Extract<CheckedPaper, { kind: 'payoffLetter' }>

export function CheckedPanels(parts: Parts) {
  const { paper } = parts
  const holding = paper.kind === 'payoffLetter' && paper.state === 'genuine' ? paper : null
  return (
    <PanelGrid split="6-6">
      <Area at="main">
        <StatePanel {...parts} />
        {holding && <DaysPanel {...parts} letter={holding} />}
      </Area>
      <Area at="side">{holding && <SendPanel {...parts} />}</Area>
    </PanelGrid>
  )
}

const TONES = {
  genuine: 'ok',
  used: 'ok',
  superseded: 'bad',
  expired: 'warn',
  undone: 'bad',
} as const

function StatePanel({ paper, reader }: Parts) {
  const w = reader.words.documents
  const { state } = paper
  const isLetter = paper.kind === 'payoffLetter'
  return (
    <Panel>
      <Note tone={TONES[state]} lead={`${w.check.states[state]}.`}>
        {!isLetter && state === 'genuine' ? w.check.paperText : w.check.stateText[state]}
      </Note>
      <div class="mt-5">
        <DefinitionRows
          rows={[
            { label: w.check.kind, value: w.kinds[paper.kind] },
            {
              label: isLetter ? w.check.field : w.print.documentCode,
              value: <span class="k-code">{paper.code}</span>,
            },
            { label: w.check.written, value: reader.date(paper.writtenOn, 'dated') },
            ...ownRows(paper, reader),
          ]}
        />
      </div>
      <p class="k-small mt-4">{w.check.compare}</p>
    </Panel>
  )
}

function ownRows(paper: CheckedPaper, reader: Reader): DefinitionRow[] {
  const { check: w, statement } = reader.words.documents
  const on = reader.date(paper.on, 'dated')
  if (paper.kind === 'payoffLetter')
    return [
      { label: w.closes(on), value: reader.money(paper.cleared.total) },
      { label: w.goodThrough, value: reader.date(paper.goodThrough, 'dated') },
    ]
  if (paper.kind === 'receipt')
    return [{ label: w.received(on), value: reader.money(paper.amount) }]
  if (paper.kind === 'paidInFull') return [{ label: w.paidInFull, value: on }]
  if (paper.kind !== 'statement') return askedRows(paper, reader)
  const { product, closing, due, from } = paper
  return [
    { label: w.period, value: statement.detail(reader.date(from, 'dated'), on) },
    { label: statement.checkedBalance[product], value: reader.money(closing.balance) },
    { label: statement.checkedDue, value: reader.money(due.total) },
  ]
}

function askedRows(paper: CheckedAsked, reader: Reader): DefinitionRow[] {
  const w = reader.words.documents
  const on = reader.date(paper.on, 'dated')
  const year = paper.on.slice(0, 4)
  const amount = paper.amount === null ? '' : reader.money(paper.amount)
  switch (paper.kind) {
    case 'yearInterest':
    case 'vehicleInterest':
      return [{ label: w[paper.kind].checked(year), value: amount }]
    case 'amortization':
      return [{ label: w.amortization.checked(on), value: amount }]
    case 'coupons': {
      const value = w.statement.detail(on, reader.date(paper.through, 'dated'))
      return [{ label: w.coupons.checked, value }]
    }
    case 'autopayCopy':
      return [{ label: w.autopayCopy.checked, value: on }]
    default:
      return unreachable(paper.kind)
  }
}

function DaysPanel({ letter: paper, reader }: Parts & { readonly letter: CheckedLetter }) {
  const w = reader.words.documents.check
  const isApart = paper.days.some((day) => day.cleared !== day.counted)
  return (
    <Panel title={w.days}>
      <Table
        caption={w.days}
        density="dense"
        columns={[
          { label: w.day, weight: 'ink', phone: 'name' },
          { label: w.amount, align: 'end', weight: 'strong', phone: 'amount' },
          // The letter counts cleared money: on a phone there is room for that alone.
          ...(isApart
            ? [{ label: w.counted, align: 'end' as const, phone: 'hidden' as const }]
            : []),
        ]}
        rows={paper.days.map((day) => ({
          cells: [
            reader.date(day.on, 'weekdayDated'),
            reader.money(day.cleared),
            ...(isApart ? [reader.money(day.counted)] : []),
          ],
        }))}
      />
    </Panel>
  )
}

function SendPanel({ paper, reader, lender }: Parts) {
  const w = reader.words.documents.check
  const { mail = lender.address, wire, ach } = lender.remittance ?? {}
  const ways = [
    { title: w.wire, to: wire },
    { title: w.ach, to: ach },
  ]
  return (
    <Panel title={w.send} lead={w.sendText}>
      <h3 class="k-name">{w.mail}</h3>
      <DefinitionRows rows={[{ label: w.address, value: mail.join(', ') }]} />
      {ways.map(({ title, to }) =>
        to ? (
          <div class="mt-5">
            <h3 class="k-name">{title}</h3>
            <DefinitionRows
              rows={[
                { label: w.beneficiary, value: to.beneficiary },
                { label: w.bank, value: to.bank },
                { label: w.routing, value: <span class="k-code">{to.routing}</span> },
                { label: w.account, value: <span class="k-code">{to.account}</span> },
                ...referenceRow(paper, reader),
              ]}
            />
          </div>
        ) : null,
      )}
      {!wire && !ach && <p class="mt-4">{w.none(lender.phone)}</p>}
    </Panel>
  )
}

function referenceRow(paper: CheckedPaper, reader: Reader): DefinitionRow[] {
  const w = reader.words.documents.check
  return [{ label: w.reference, value: w.referenceText(paper.code) }]
}
