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
  if (theirs.size === 0) return activity
  return { ...activity, lines: activity.lines.map((line) => withPayer(line, { theirs, reader })) }
}

/** A co-borrower's payment says so, and nothing of why their bank sent it back. */
function withPayer(
  line: ActivityLine,
  at: { theirs: ReadonlySet<string>; reader: Reader },
): ActivityLine {
  const { paymentId, kind } = line.row
  if (paymentId === null || !at.theirs.has(paymentId)) return line
  const by = at.reader.words.payments.states.byOther
  return { ...line, note: line.note === null || kind === 'returned' ? by : `${by}. ${line.note}` }
}
