import type { ActivityRow } from '#src/domain/account/activity.ts'
import { type Cents, plus, toDollars } from '#src/domain/money.ts'
import type { Reader } from '../reader.ts'
import { type ActivityLine, activityName, activityNote } from './activity-cells.tsx'

/** Activity as a table of plain dates and dollars, heads first. */
export function activityTable(lines: readonly ActivityLine[], reader: Reader): string[][] {
  const w = reader.words.account.activity
  const heads = [
    w.date,
    w.what,
    w.noteHead,
    w.amount,
    w.interest,
    w.principal,
    w.toCharges,
    w.held,
    w.principalAfter,
    w.state,
    w.stateDate,
    w.recordedAt,
  ]
  return [heads, ...lines.map((line) => cellsOf(line, reader))]
}

function cellsOf(line: ActivityLine, reader: Reader): string[] {
  const { row } = line
  const { split } = row
  return [
    row.effectiveDate,
    activityName(line, reader),
    activityNote(line, reader) ?? '',
    dollars(row.amount),
    dollars(split?.interest),
    dollars(split?.principal),
    dollars(split && plus(split.lateCharges, split.fees)),
    dollars(split?.suspense),
    dollars(row.principalAfter),
    ...stateOf(row, reader),
    row.postedAt,
  ]
}

function stateOf(row: ActivityRow, reader: Reader): [state: string, date: string] {
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

function dollars(amount: Cents | null | undefined): string {
  return amount === null || amount === undefined ? '' : toDollars(amount)
}
