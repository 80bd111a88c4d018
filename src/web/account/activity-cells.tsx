// What one row of activity says, wherever it stands: its name, what kind of money it is, and where
// that money is now.
import type { ActivityRow } from '#src/domain/account/activity.ts'
import { unreachable } from '#src/domain/assert.ts'
import { type Cents, minus, ZERO_CENTS } from '#src/domain/money.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { MoneyState } from '#src/ui/money-state.tsx'
import type { Reader } from '../reader.ts'

/** A row with what its payment brought beyond installments and charges. */
export type ActivityLine = {
  readonly row: ActivityRow
  readonly extraToPrincipal: Cents
  /** The loan began with us: its first row is no takeover. */
  readonly isBeginning: boolean
}

export function linesOf(view: AccountView): ActivityLine[] {
  const extras = new Map(
    view.ledger.steps.map(({ event, before, after }) => {
      const { payload } = event
      if (payload.kind !== 'payment') return [event.id, ZERO_CENTS]
      const counted = minus(after.counted, before.counted)
      return [event.id, minus(minus(payload.amount, payload.toCharges), counted)]
    }),
  )
  const { contract } = view.ledger
  return view.activity.map((row) => ({
    row,
    isBeginning: row.kind === 'boarded' && row.effectiveDate <= contract.start,
    extraToPrincipal: (row.kind === 'payment' && extras.get(row.eventId)) || ZERO_CENTS,
  }))
}

export function activityName(line: ActivityLine, reader: Reader): string {
  const { row, extraToPrincipal, isBeginning } = line
  const w = reader.words.account.activity
  if (isBeginning) return w.loanBegins
  const isExtra = extraToPrincipal > 0 && extraToPrincipal === row.amount
  return isExtra ? w.extraPayment : w.kinds[row.kind]
}

/** A second line under the name; null where the name says it all. */
export function activityNote(line: ActivityLine, reader: Reader): string | null {
  const { row, extraToPrincipal } = line
  const { notes, returnReasons, returnCode } = reader.words.account.activity
  switch (row.kind) {
    case 'boarded':
      return row.amount === null ? null : notes.openingPrincipal(reader.money(row.amount))
    case 'payment':
      if (extraToPrincipal <= 0) return null
      return extraToPrincipal === row.amount
        ? notes.toPrincipal
        : notes.partToPrincipal(reader.money(extraToPrincipal))
    case 'returned': {
      const code = row.clearing?.state === 'returned' ? row.clearing.code : null
      return code === null ? null : (returnReasons[code] ?? returnCode(code))
    }
    case 'reportedMonth':
      return notes.reported
    case 'fee':
    case 'lateCharge':
      return notes.charged
    case 'extension':
    case 'chargeOff':
    case 'remainder':
      return notes[row.kind]
    case 'proceeds':
      return notes.proceeds
    case 'reversed':
    case 'rate':
    case 'adjustment':
      return null
    default:
      return unreachable(row.kind)
  }
}

export function ActivityState(props: { row: ActivityRow; reader: Reader }) {
  const { row, reader } = props
  const w = reader.words.account.activity.states
  const { clearing } = row
  if (!clearing) return row.kind === 'reportedMonth' ? w.reported : null
  switch (clearing.state) {
    case 'returnable':
      return (
        <MoneyState state="returnable">
          {w.returnableUntil(reader.date(clearing.until, 'short'))}
        </MoneyState>
      )
    case 'cleared':
      return <MoneyState state="cleared">{w.cleared(reader.date(clearing.on, 'short'))}</MoneyState>
    case 'returned':
      return <MoneyState state="returned">{w.didNotCount}</MoneyState>
    default:
      return unreachable(clearing)
  }
}

/** Whether its amount is part of what was paid: payments that count and months as reported. */
export function isPaid(row: ActivityRow): boolean {
  return row.kind === 'payment' || row.kind === 'reportedMonth'
}

/** Added to what is owed. */
export function isCharge(row: ActivityRow): boolean {
  return row.kind === 'fee' || row.kind === 'lateCharge'
}

/** A taken-back amount is struck out; an opening balance is no amount of its day. */
export function ActivityAmount(props: { row: ActivityRow; reader: Reader }) {
  const { row, reader } = props
  if (row.amount === null || row.kind === 'boarded') return null
  const text = reader.money(row.amount)
  return row.clearing?.state === 'returned' ? <s class="k-struck">{text}</s> : text
}
