import { parseDate } from '#src/domain/calendar.ts'
import type { MoneyTask } from '#src/store/ach/money-tasks.ts'
import type { DeskContext } from '../desk-context.ts'
import { AccountLink, codeWords, writers } from './money-links.tsx'

/** What a task knows, one fact a line; what it does not know is left out. */
export function TaskDetails({ c, task }: { c: DeskContext; task: MoneyTask }) {
  const { money, papers } = c.get('words').desk
  const { work: w } = money
  const { mailing } = papers
  const { details, accountId } = task
  const reportId = textOf(details, 'reportId')
  const paperId = textOf(details, 'paperId')
  return (
    <div>
      {linesOf(c, details).map((line) => (
        <p>{line}</p>
      ))}
      {accountId !== null && (
        <p>
          <AccountLink c={c} accountId={accountId} />
        </p>
      )}
      {accountId !== null && paperId !== '' && (
        <p>
          <a href={`/accounts/${accountId}/papers/${paperId}/mail`}>{mailing.onceKnown}</a>
        </p>
      )}
      {reportId !== '' && (
        <p>
          <a href={`/money/reports/${reportId}`}>{w.file}</a>
        </p>
      )}
    </div>
  )
}

function linesOf(c: DeskContext, details: MoneyTask['details']): string[] {
  const w = c.get('words').desk.money.work
  const { day, money } = writers(c)
  const [code, trace] = [textOf(details, 'code'), textOf(details, 'trace')]
  const amount = numberOf(details, 'amount')
  const due = parseDate(textOf(details, 'dueBy'))
  const died = parseDate(textOf(details, 'dateOfDeath'))
  const reason = textOf(details, 'reason')
  const { reasons } = c.get('words').messages
  const known = Object.entries(reasons).find(([name]) => name === reason)
  const named = [textOf(details, 'name'), textOf(details, 'file'), known?.[1] ?? reason]
  return [
    ...named.filter((text) => text !== ''),
    ...(code === '' ? [] : [`${code}: ${codeWords(c, code)}`]),
    ...(trace === '' ? [] : [w.trace(trace)]),
    ...(amount === null || amount === 0 ? [] : [money(amount)]),
    ...totalsOf(c, details),
    ...(died === null ? [] : [w.died(day(died))]),
    ...(due === null ? [] : [w.due(day(due))]),
  ]
}

/** Where the bank counts otherwise than we sent. */
function totalsOf(c: DeskContext, details: MoneyTask['details']): string[] {
  const w = c.get('words').desk.money.work
  const { money } = writers(c)
  const pairs = [
    ['entries', 'ourEntries', String],
    ['debits', 'ourDebits', money],
    ['credits', 'ourCredits', money],
  ] as const
  return pairs.flatMap(([theirs, ours, write]) => {
    const [counted, sent] = [numberOf(details, theirs), numberOf(details, ours)]
    if (counted === null || sent === null || counted === sent) return []
    return [w.totals(write(counted), write(sent))]
  })
}

function textOf(details: MoneyTask['details'], name: string): string {
  const value = details[name]
  return typeof value === 'string' ? value : ''
}

function numberOf(details: MoneyTask['details'], name: string): number | null {
  const value = details[name]
  return typeof value === 'number' ? value : null
}
