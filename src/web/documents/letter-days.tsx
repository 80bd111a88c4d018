// The payoff day by day, as a third party reads it.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import { Table } from '#src/ui/figures/table.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { Reader } from '../reader.ts'

/** Cleared money alone first; beside it what counts if nothing is taken back, where they differ. */
export function DaysPanel(props: {
  readonly days: readonly {
    readonly on: CivilDate
    readonly cleared: Cents
    readonly counted: Cents
  }[]
  readonly reader: Reader
}) {
  const { days, reader } = props
  const w = reader.words.documents.check
  const isApart = days.some((day) => day.cleared !== day.counted)
  return (
    <Panel title={w.days}>
      <Table
        caption={w.days}
        density="dense"
        columns={[
          { label: w.day, weight: 'ink', phone: 'name' },
          { label: w.amount, align: 'end', weight: 'strong', phone: 'amount' },
          // The letter counts cleared money: on a phone there is room for that alone.
          ...(isApart
            ? [{ label: w.counted, align: 'end' as const, phone: 'hidden' as const }]
            : []),
        ]}
        rows={days.map((day) => ({
          cells: [
            reader.date(day.on, 'weekdayDated'),
            reader.money(day.cleared),
            ...(isApart ? [reader.money(day.counted)] : []),
          ],
        }))}
      />
    </Panel>
  )
}
