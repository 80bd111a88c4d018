import type { ActivityRow } from '#src/domain/account/activity.ts'
import type { Step } from '#src/domain/account/ledger.ts'
import { unreachable } from '#src/domain/assert.ts'
import { type Cents, minus, plus, toDollars, ZERO_CENTS } from '#src/domain/money.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import type { Reader } from '../reader.ts'
import { returnReason } from './activity-cells.tsx'
import type { AccountActivity, ActivityLine } from './activity-line.ts'

export function loanActivity(view: LoanView, reader: Reader): AccountActivity {
  const w = reader.words.account.activity
  const steps = new Map(view.ledger.steps.map((step) => [step.event.id, step]))
  const wasChargedOff = view.position.chargedOff !== null
  const lines = view.activity.map((row) => lineOf({ view, reader, row, steps, wasChargedOff }))
  return {
    parts: [
      { label: w.interest, stands: 'recent' },
      { label: w.principal, stands: 'recent' },
      { label: w.toCharges, stands: 'page' },
      ...(wasChargedOff ? [{ label: w.toChargedOff, stands: 'recent' as const }] : []),
      { label: w.held, stands: 'file' },
    ],
    afterLabel: wasChargedOff ? w.owedAfter : w.principalAfter,
    everyAmount: w.everyAmount,
    totalsNote: w.totalsNote,
    lines,
  }
}

type RowParts = {
  view: LoanView
  reader: Reader
  row: ActivityRow
  steps: ReadonlyMap<string, Step>
  wasChargedOff: boolean
}

function lineOf({ view, reader, row, steps, wasChargedOff }: RowParts): ActivityLine {
  const w = reader.words.account.activity
  const step = steps.get(row.eventId)
  const toPrincipal = row.kind === 'payment' && step ? extraToPrincipal(step) : ZERO_CENTS
  // The loan began with us: its first row is no takeover.
  const isBeginning = row.kind === 'boarded' && row.effectiveDate <= view.ledger.contract.start
  const isExtra = toPrincipal > 0 && toPrincipal === row.amount
  const name = isExtra ? w.extraPayment : w.kinds[row.kind]
  const after = row.chargedOffAfter ?? row.principalAfter
  return {
    row,
    name: isBeginning ? w.loanBegins : name,
    note: noteOf(row, { toPrincipal, step, reader }),
    parts: partsOf(row, wasChargedOff),
    after: after === null ? null : { shown: reader.money(after), plain: toDollars(after) },
  }
}

/** In the order of the table's columns: what money went to, what is held at the end. */
function partsOf({ split, released, amount }: ActivityRow, wasChargedOff: boolean) {
  const none = ZERO_CENTS
  if (released) return [none, none, none, ...(wasChargedOff ? [none] : []), amount ?? none]
  return (
    split && [
      split.interest,
      split.principal,
      plus(split.lateCharges, split.fees),
      ...(wasChargedOff ? [split.recovered] : []),
      split.suspense,
    ]
  )
}

/** What a payment brought beyond installments and charges, where nothing is charged off. */
function extraToPrincipal({ event, before, after }: Step): Cents {
  const { payload } = event
  if (payload.kind !== 'payment' || before.chargedOff !== null) return ZERO_CENTS
  const counted = minus(after.counted, before.counted)
  return minus(minus(payload.amount, payload.toCharges), counted)
}

function noteOf(
  row: ActivityRow,
  at: { toPrincipal: Cents; step: Step | undefined; reader: Reader },
): string | null {
  const { toPrincipal, step, reader } = at
  const { notes } = reader.words.account.activity
  switch (row.kind) {
    case 'boarded':
      return row.amount === null ? null : notes.openingPrincipal(reader.money(row.amount))
    case 'payment':
      if (row.split && row.split.recovered > 0) return notes.toChargedOff
      if (toPrincipal <= 0) return null
      return toPrincipal === row.amount
        ? notes.toPrincipal
        : notes.partToPrincipal(reader.money(toPrincipal))
    case 'returned':
      return returnReason(row, reader)
    case 'unsent':
      return notes.unsent
    case 'reportedMonth':
      return notes.reported
    case 'fee':
    case 'lateCharge':
      return notes.charged
    case 'extension':
    case 'chargeOff':
    case 'proceeds':
    case 'remainder':
      return step ? changeNote(row, step, reader) : null
    case 'release':
      return row.released && notes.released[row.released]
    case 'reversed':
    case 'rate':
    case 'adjustment':
      return null
    default:
      return unreachable(row.kind)
  }
}

function changeNote(row: ActivityRow, { event }: Step, reader: Reader): string | null {
  const { notes } = reader.words.account.activity
  const { payload } = event
  switch (payload.kind) {
    case 'extension':
      return notes.extension(payload.months)
    case 'chargeOff':
      return row.chargedOffAfter === null
        ? notes.chargeOff
        : notes.interestEnds(reader.money(row.chargedOffAfter))
    case 'proceeds':
      return notes.proceeds[payload.source]
    case 'remainder':
      return notes.remainder
    default:
      return null
  }
}
