// What the page says of a letter that is ours: whether it holds, its amounts, where money goes.
import { unreachable } from '#src/domain/assert.ts'
import type { LenderFile } from '#src/lender-file.ts'
import type { CheckedPaper } from '#src/servicing/documents/check-paper.ts'
import type { CheckedAsked } from '#src/servicing/documents/checked-paper.ts'
import { type DefinitionRow, DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { Reader } from '../reader.ts'
import { DaysPanel } from './letter-days.tsx'
import { SendPanel } from './send-panel.tsx'

type Parts = {
  readonly paper: CheckedPaper
  readonly reader: Reader
  readonly lender: Pick<LenderFile, 'remittance' | 'address' | 'phone'>
}

export function CheckedPanels(parts: Parts) {
  const { paper } = parts
  const { check } = parts.reader.words.documents
  const holding = paper.kind === 'payoffLetter' && paper.state === 'genuine' ? paper : null
  return (
    <PanelGrid split="6-6">
      <Area at="main">
        <StatePanel {...parts} />
        {holding && <DaysPanel days={holding.days} reader={parts.reader} />}
      </Area>
      <Area at="side">
        {holding && <SendPanel {...parts} reference={check.referenceText(holding.code)} />}
      </Area>
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
  const isLetter = paper.kind === 'payoffLetter'
  return (
    <Panel>
      <StateNote paper={paper} reader={reader} />
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
      {paper.kind !== 'privacyNotice' && <p class="k-small mt-4">{w.check.compare}</p>}
    </Panel>
  )
}

function StateNote({ paper, reader }: Pick<Parts, 'paper' | 'reader'>) {
  const w = reader.words.documents.statement.corrected
  const replacedOn = paper.kind === 'privacyNotice' ? null : paper.replacedOn
  if (replacedOn !== null)
    return (
      <Note tone="warn" lead={`${w.checkState}.`}>
        {w.checkText(reader.date(replacedOn, 'dated'))}
      </Note>
    )
  return (
    <Note
      tone={isCorrectedProof(paper) ? 'warn' : TONES[paper.state]}
      lead={`${stateName(paper, reader)}.`}
    >
      {stateText(paper, reader)}
    </Note>
  )
}

/** Its money counts: nothing is lost but a figure. */
function isCorrectedProof({ kind, state }: CheckedPaper): boolean {
  return state === 'superseded' && (kind === 'receipt' || kind === 'paidInFull')
}

function stateName(paper: CheckedPaper, { words }: Reader): string {
  const { kind, state } = paper
  const { check, privacyNotice, deferment, receipt } = words.documents
  if (state !== 'superseded') return check.states[state]
  if (isCorrectedProof(paper)) return receipt.corrected
  if (kind === 'defermentAgreement') return deferment.check.superseded
  return kind === 'privacyNotice' ? privacyNotice.superseded : check.states[state]
}

function stateText(paper: CheckedPaper, { words }: Reader): string {
  const { kind, state } = paper
  const { check, privacyNotice, deferment, receipt } = words.documents
  if (isCorrectedProof(paper)) return receipt.correctedText
  if (kind === 'defermentAgreement') {
    const { genuineText, expiredText, supersededText } = deferment.check
    if (state === 'genuine') return genuineText
    return state === 'expired' ? expiredText : supersededText
  }
  if (kind === 'privacyNotice')
    return state === 'genuine' ? privacyNotice.checkedText : privacyNotice.supersededText
  return kind !== 'payoffLetter' && state === 'genuine' ? check.paperText : check.stateText[state]
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
  if (paper.kind === 'privacyNotice')
    return [{ label: reader.words.documents.privacyNotice.checked, value: on }]
  if (paper.kind === 'defermentAgreement') return offerRows(paper, reader)
  if (paper.kind === 'paidInFull') return [{ label: w.paidInFull, value: on }]
  if (paper.kind !== 'statement') return askedRows(paper, reader)
  const { product, closing, due, from, replaces } = paper
  return [
    ...(replaces === null
      ? []
      : [{ label: statement.corrected.checkedReplaces, value: reader.date(replaces, 'dated') }]),
    { label: w.period, value: statement.detail(reader.date(from, 'dated'), on) },
    { label: statement.checkedBalance[product], value: reader.money(closing.balance) },
    { label: statement.checkedDue, value: reader.money(due.total) },
  ]
}

function offerRows(
  { validThrough, nextDue, lastDue }: Extract<CheckedPaper, { kind: 'defermentAgreement' }>,
  reader: Reader,
): DefinitionRow[] {
  const w = reader.words.documents.deferment.check
  return [
    { label: w.through, value: reader.date(validThrough, 'dated') },
    { label: w.nextDue, value: reader.date(nextDue.after, 'dated') },
    { label: w.lastDue, value: reader.date(lastDue.after, 'dated') },
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
