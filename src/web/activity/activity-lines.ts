import type { AccountView } from '#src/servicing/view-account.ts'
import type { Reader } from '../reader.ts'
import type { AccountActivity, ActivityLine } from './activity-line.ts'
import { leaseActivity } from './lease-lines.ts'
import { loanActivity } from './loan-lines.ts'

export function activityIn(view: AccountView, reader: Reader): AccountActivity {
  const activity =
    view.product === 'lease' ? leaseActivity(view, reader) : loanActivity(view, reader)
  const theirs = new Set([
    ...view.scheduledPayments.filter(({ mine }) => !mine).map(({ id }) => id),
    ...view.cardsOfOthers,
  ])
  const disputed = disputedIn(activity.lines)
  if (theirs.size === 0 && disputed.size === 0) return activity
  const at = { theirs, disputed, reader }
  return {
    ...activity,
    lines: activity.lines.map((line) => withPayer(withDispute(line, at), at)),
  }
}

type At = {
  readonly theirs: ReadonlySet<string>
  readonly disputed: ReadonlySet<string>
  readonly reader: Reader
}

/** Payments by card that a dispute took back; a bank's return of a debit has a code. */
function disputedIn(lines: readonly ActivityLine[]): Set<string> {
  const back = lines.flatMap(({ row: { kind, paymentId, clearing } }) =>
    kind === 'returned' && clearing?.state === 'returned' && clearing.code === null
      ? [paymentId]
      : [],
  )
  return new Set(back.filter((id) => id !== null))
}

/** What the dispute did, for who paid alone. */
function withDispute(line: ActivityLine, { theirs, disputed, reader }: At): ActivityLine {
  const { paymentId, kind } = line.row
  if (paymentId === null || !disputed.has(paymentId) || theirs.has(paymentId)) return line
  const { notes } = reader.words.account.activity
  if (kind === 'returned') return { ...line, note: notes.disputed }
  if (kind !== 'payment') return line
  return { ...line, note: [notes.countsAgain, line.note].filter(Boolean).join('. ') }
}

/** A co-borrower's payment says so, and nothing of why their bank sent it back. */
function withPayer(line: ActivityLine, at: At): ActivityLine {
  const { paymentId, kind } = line.row
  if (paymentId === null || !at.theirs.has(paymentId)) return line
  const by = at.reader.words.payments.states.byOther
  return { ...line, note: line.note === null || kind === 'returned' ? by : `${by}. ${line.note}` }
}
