// "How much?" of a lease: what is due, what is late, or another amount. There is no principal to
// lower and no payoff: what is more prepays the next payments.
import type { Choice } from '#src/ui/forms/choice-list.tsx'
import { MoneyField } from '#src/ui/forms/text-field.tsx'
import { dueName, dueNote, pastDueNote } from '../payments/amount-notes.ts'
import { type AmountFormProps, errorOf } from '../payments/amount-parts.ts'

export function leaseChoices({ visit, parts }: AmountFormProps): Choice[] {
  const { reader } = visit
  const { options, draft } = parts
  const { due } = options
  const w = reader.words.payments.amount
  const { pay } = reader.words.lease
  const late = {
    value: 'pastDue',
    name: w.pastDue,
    note: pastDueNote(due, reader),
    amount: reader.money(due.pastDue),
  }
  const all = {
    value: 'due',
    name: dueName(due, reader),
    note: dueNote(due, reader),
    amount: reader.money(due.total),
  }
  const other = {
    value: 'other',
    name: w.other,
    note: pay.otherRange(reader.money(options.smallest), reader.money(options.most)),
    fields: (
      <MoneyField
        id="amount"
        name="amount"
        label={w.otherField}
        hint={pay.order}
        value={draft.amount}
        {...errorOf(parts, 'amount')}
      />
    ),
  }
  return [
    ...(due.pastDue > 0 && due.pastDue < due.total ? [late] : []),
    ...(due.total > 0 ? [all] : []),
    other,
  ]
}
