import { type ScheduledInstallment, totalOf } from '#src/domain/contract/amortization.ts'
import { dueDate } from '#src/domain/contract/schedule.ts'
import { installmentsPaid } from '#src/domain/rules/installments.ts'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import type { OverviewParts } from './overview-parts.ts'

/** The contract as signed, with totals; installments that are paid say so. */
export function ScheduleTable({ visit, view }: OverviewParts) {
  const { reader } = visit
  const w = reader.words.account
  const paid = installmentsPaid(view.position)
  const isPaid = (number: number) => view.status === 'closed' || number <= paid
  return (
    <>
      <Table
        caption={w.terms.schedule.heading}
        density="dense"
        columns={[
          { label: w.terms.schedule.number, phone: 'hidden' },
          { label: w.terms.schedule.due, weight: 'ink' },
          { label: w.terms.schedule.payment, align: 'end', weight: 'strong' },
          { label: w.terms.schedule.interest, align: 'end', phone: 'hidden' },
          { label: w.terms.schedule.principal, align: 'end', phone: 'hidden' },
          { label: w.terms.schedule.balance, align: 'end' },
          { label: w.activity.state, before: 'wide', phone: 'hidden' },
        ]}
        rowHeader={1}
        rows={view.schedule.map((row) => ({
          cells: [
            String(row.number),
            <DueDate visit={visit} view={view} row={row} />,
            reader.money(row.payment),
            reader.money(row.interest),
            reader.money(row.principal),
            reader.money(row.balance),
            isPaid(row.number) ? w.terms.schedule.paid : '',
          ],
        }))}
        total={[
          '',
          w.total,
          reader.money(totalOf(view.schedule, 'payment')),
          reader.money(totalOf(view.schedule, 'interest')),
          reader.money(totalOf(view.schedule, 'principal')),
          '',
          '',
        ]}
      />
      <p class="k-small mt-4">{w.terms.schedule.lastDiffers}</p>
    </>
  )
}

/** As signed, and where an extension has moved it. */
function DueDate(props: OverviewParts & { row: ScheduledInstallment }) {
  const { visit, view, row } = props
  const { reader } = visit
  const now = dueDate(view.position.contract, row.number)
  return (
    <>
      {reader.date(row.due, 'shortDated')}
      {now !== row.due && (
        <CellNote>
          {reader.words.account.terms.extension.dueNow(reader.date(now, 'shortDated'))}
        </CellNote>
      )}
    </>
  )
}
