import { type Cents, cents, minus, sum } from '#src/domain/money.ts'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import type { LeaseParts } from './lease-parts.ts'

/** Every payment with its parts and the lease balance after its month; totals add up. */
export function LeaseScheduleTable({ visit, view }: LeaseParts) {
  const { reader } = visit
  const w = reader.words.leaseTerms.schedule
  const { schedule: words } = reader.words.account.terms
  const { installments, taxes, totalPayment } = view.position.schedule
  const tax = sum(taxes.map(({ amount }) => amount))
  const total = (of: (row: (typeof installments)[number]['row']) => Cents) =>
    reader.money(sum(installments.map(({ row }) => of(row))))
  const times = (amount: Cents) => reader.money(cents(amount * installments.length))
  return (
    <>
      <Table
        caption={w.heading}
        density="dense"
        rowHeader={1}
        columns={[
          { label: words.number, phone: 'hidden' },
          { label: words.due, weight: 'ink' },
          { label: w.payment, align: 'end', weight: 'strong' },
          { label: w.tax, align: 'end', phone: 'hidden' },
          { label: w.rent, align: 'end', phone: 'hidden' },
          { label: w.depreciation, align: 'end', phone: 'hidden' },
          { label: w.balance, align: 'end' },
          { label: reader.words.account.activity.state, before: 'wide', phone: 'hidden' },
        ]}
        rows={installments.map(({ number, due, row }) => ({
          cells: [
            String(number),
            reader.date(due, 'shortDated'),
            reader.money(totalPayment),
            reader.money(tax),
            reader.money(row.rent),
            reader.money(row.depreciation),
            reader.money(row.balance),
            <PaidState visit={visit} view={view} number={number} />,
          ],
        }))}
        total={[
          '',
          reader.words.account.total,
          times(totalPayment),
          times(tax),
          total(({ rent }) => rent),
          total(({ depreciation }) => depreciation),
          '',
          '',
        ]}
      />
      <p class="k-small mt-4">{w.ends}</p>
    </>
  )
}

function PaidState({ visit, view, number }: LeaseParts & { number: number }) {
  const { reader } = visit
  if (number <= view.installmentsPaid) return <>{reader.words.account.terms.schedule.paid}</>
  const { totalPayment } = view.position.schedule
  const part = minus(view.position.counted, cents(totalPayment * view.installmentsPaid))
  if (number > view.installmentsPaid + 1 || part === 0) return null
  return <CellNote>{reader.words.leaseTerms.schedule.partly(reader.money(part))}</CellNote>
}
