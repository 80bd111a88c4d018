import type { ActivityFact } from '#src/domain/account/activity-row.ts'
import { toDollars } from '#src/domain/money.ts'
import type { Reader } from '../reader.ts'
import type { AccountActivity, ActivityLine } from './activity-line.ts'

/** Activity as a table of plain dates and dollars, heads first. */
export function activityRecords(
  { activity, lines }: { activity: AccountActivity; lines: readonly ActivityLine[] },
  reader: Reader,
): string[][] {
  const w = reader.words.account.activity
  const heads = [
    w.date,
    w.what,
    w.noteHead,
    w.amount,
    ...activity.parts.map(({ label }) => label),
    activity.afterLabel,
    w.state,
    w.stateDate,
    w.recordedAt,
  ]
  return [
    heads,
    ...lines.map((line) => [
      line.row.effectiveDate,
      line.name,
      line.note ?? '',
      line.row.amount === null ? '' : toDollars(line.row.amount),
      ...activity.parts.map((_, at) => partOf(line, at)),
      line.after?.plain ?? '',
      ...stateOf(line.row, reader),
      line.row.postedAt,
    ]),
  ]
}

function partOf({ parts }: ActivityLine, at: number): string {
  const amount = parts?.[at]
  return amount === undefined ? '' : toDollars(amount)
}

function stateOf(row: ActivityFact, reader: Reader): [state: string, date: string] {
  const w = reader.words.account.activity.states
  switch (row.clearing?.state) {
    case 'returnable':
      return [w.returnable, row.clearing.until]
    case 'cleared':
      return [w.clearedWord, row.clearing.on]
    case 'returned':
      return [w.didNotCount, '']
    default:
      return ['', '']
  }
}
