// The balance chart's figures as a table, one row for each payment of the schedule.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import type { BalanceParts } from './balance-parts.ts'

export function BalanceTable({ view, reader, extra, ahead }: BalanceParts) {
  const w = reader.words.account
  const projected = new Map(ahead?.rows.map((row) => [row.due, row.balance]))
  const days = new Set([...view.schedule.map((row) => row.due), ...projected.keys()])
  const scheduled = new Map(view.schedule.map((row) => [row.due, row.balance]))
  const money = (amount: Cents | null | undefined) =>
    amount === null || amount === undefined ? '' : reader.money(amount)
  const sorted = [...days].sort()
  const first = ahead && sorted.find((day) => day > view.today)
  const aheadLabel = extra > 0 ? w.balance.withExtra(`$${extra}`) : w.balance.ahead
  return (
    <Table
      caption={w.balance.tableTitle}
      density="dense"
      columns={[
        { label: w.terms.schedule.due, wrap: 'never' },
        { label: w.balance.columnScheduled, align: 'end', phone: 'hidden' },
        { label: w.balance.columnYours, align: 'end', weight: 'strong' },
        ...(ahead
          ? [
              {
                label: aheadLabel,
                align: 'end' as const,
                phone: 'hidden' as const,
              },
            ]
          : []),
      ]}
      rows={sorted.map((day) => ({
        cells: [
          <>
            {reader.date(day, 'shortDated')}
            {day === first && <CellNote phone="only">{aheadLabel}</CellNote>}
          </>,
          money(scheduled.get(day)),
          <>
            {money(actualOn(view, day))}
            {/* A day has what was or what will be: on phones one column holds both. */}
            {day > view.today && <span class="k-phone-only">{money(projected.get(day))}</span>}
          </>,
          ...(ahead ? [day > view.today ? money(projected.get(day)) : ''] : []),
        ],
      }))}
    />
  )
}

/** Principal at the end of a day that has passed; nothing before the account came to us. */
function actualOn(view: BalanceParts['view'], day: CivilDate): Cents | null {
  if (day > view.today) return null
  const last = view.ledger.steps.findLast((step) => step.event.effectiveDate <= day)
  return last?.after.principal ?? null
}
