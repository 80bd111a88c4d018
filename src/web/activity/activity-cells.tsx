// What one row of activity says, wherever it stands: why it came back, where its money is now, and
// its amount.
import type { ActivityFact } from '#src/domain/account/activity-row.ts'
import { unreachable } from '#src/domain/assert.ts'
import { MoneyState } from '#src/ui/money-state.tsx'
import type { Reader } from '../reader.ts'

/** Why the bank sent it back; null where no code is known. */
export function returnReason({ clearing }: ActivityFact, reader: Reader): string | null {
  const { returnReasons, returnCode } = reader.words.account.activity
  const code = clearing?.state === 'returned' ? clearing.code : null
  return code === null ? null : (returnReasons[code] ?? returnCode(code))
}

export function ActivityState(props: { row: ActivityFact; reader: Reader }) {
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

/**
 * Whether its amount is part of what was paid: payments that count, months as reported, and what
 * the vehicle brought.
 */
export function isPaid({ kind }: ActivityFact): boolean {
  return PAID.has(kind)
}

// Money that left again is counted below zero, so that money held and used later counts once.
const PAID: ReadonlySet<string> = new Set(['payment', 'reportedMonth', 'proceeds', 'release'])

/** Added to what is owed. */
export function isCharge({ kind }: ActivityFact): boolean {
  return kind === 'fee' || kind === 'lateCharge'
}

/**
 * A charge is added to what is owed, and looks it; a taken-back amount is struck out; an opening
 * balance is no amount of its day.
 */
export function ActivityAmount(props: { row: ActivityFact; reader: Reader }) {
  const { row, reader } = props
  if (row.amount === null || row.kind === 'boarded') return null
  const text = reader.money(row.amount)
  if (isCharge(row)) return <span class="k-added">+{text}</span>
  return row.clearing?.state === 'returned' ? <s class="k-struck">{text}</s> : text
}
