import { cents, minus } from '#src/domain/money.ts'
import type { LeaseView } from '#src/servicing/view-account.ts'
import type { DefinitionRow } from '#src/ui/figures/definition-rows.tsx'
import type { Reader } from '../reader.ts'

/** What is due, line by line: late money, the payment that comes next with its taxes, charges. */
export function dueRows(view: LeaseView, reader: Reader): DefinitionRow[] {
  const w = reader.words
  const { pastDue, current, lateCharges, fees, total } = view.due
  const line = (label: string, amount: number): DefinitionRow => ({
    label,
    value: reader.money(cents(amount)),
  })
  const alreadyIn = current ? minus(current.total, current.amount) : 0
  return [
    ...(pastDue > 0 ? [line(w.lease.pastDue, pastDue)] : []),
    ...(current
      ? [
          line(w.lease.base, current.base),
          ...current.taxes.map(({ name, amount }) => line(name, amount)),
          ...(alreadyIn > 0 ? [line(w.lease.alreadyPaid, -alreadyIn)] : []),
        ]
      : []),
    ...(lateCharges > 0 ? [line(w.lease.lateCharges, lateCharges)] : []),
    ...(fees > 0 ? [line(w.lease.fees, fees)] : []),
    { ...line(w.account.total, total), strength: 'total' },
  ]
}
