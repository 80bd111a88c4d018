import type { LeaseActivityRow } from '#src/domain/account/lease-activity.ts'
import { plus, sum, ZERO_CENTS } from '#src/domain/money.ts'
import type { LeaseView } from '#src/servicing/view-account.ts'
import type { Reader } from '../reader.ts'
import { returnReason } from './activity-cells.tsx'
import type { AccountActivity, ActivityLine } from './activity-line.ts'

export function leaseActivity(view: LeaseView, reader: Reader): AccountActivity {
  const w = reader.words.lease.activity
  const { toCharges, held } = reader.words.account.activity
  return {
    parts: [
      { label: w.tax, stands: 'page' },
      { label: w.rent, stands: 'recent' },
      { label: w.depreciation, stands: 'recent' },
      { label: toCharges, stands: 'page' },
      { label: held, stands: 'file' },
    ],
    afterLabel: w.paidAfter,
    everyAmount: w.everyAmount,
    totalsNote: w.totalsNote,
    lines: view.activity.map((row) => lineOf(row, view, reader)),
  }
}

function lineOf(row: LeaseActivityRow, view: LeaseView, reader: Reader): ActivityLine {
  const w = reader.words
  const isBeginning = row.kind === 'boarded' && row.effectiveDate <= view.ledger.contract.start
  const { paidAfter } = row
  const plain = paidAfter === null ? '' : String(paidAfter)
  return {
    row,
    name: isBeginning ? w.lease.activity.leaseBegins : w.account.activity.kinds[row.kind],
    note: noteOf(row, { isBeginning, reader }),
    parts: partsOf(row),
    after:
      paidAfter === null
        ? null
        : { shown: w.lease.progress.made(paidAfter, view.ledger.contract.payments), plain },
  }
}

function partsOf({ split, released, amount }: LeaseActivityRow) {
  const none = ZERO_CENTS
  if (released) return [none, none, none, none, amount ?? none]
  return (
    split && [
      sum(split.split.taxes.map((tax) => tax.amount)),
      split.split.rent,
      split.split.depreciation,
      plus(split.lateCharges, split.fees),
      split.suspense,
    ]
  )
}

function noteOf(
  row: LeaseActivityRow,
  at: { isBeginning: boolean; reader: Reader },
): string | null {
  const { words } = at.reader
  const { notes } = words.account.activity
  switch (row.kind) {
    case 'boarded':
      if (at.isBeginning || row.paidAfter === null) return null
      return words.lease.activity.opening(row.paidAfter)
    case 'payment':
      if (row.reached === null) return null
      return row.reached.from === row.reached.to
        ? words.lease.activity.toPayment(row.reached.from)
        : words.lease.activity.toPayments(row.reached.from, row.reached.to)
    case 'release':
      return row.released && notes.released[row.released]
    case 'returned':
      return returnReason(row, at.reader)
    case 'unsent':
      return notes.unsent
    case 'fee':
    case 'lateCharge':
      return notes.charged
    case 'reportedMonth':
      return notes.reported
    default:
      return null
  }
}
