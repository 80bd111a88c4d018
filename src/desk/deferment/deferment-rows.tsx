// What an offer would say: the figures of its paper.
import { addDays } from '#src/domain/calendar.ts'
import { ZERO_CENTS } from '#src/domain/money.ts'
import type { DefermentAsOf } from '#src/servicing/deferment/deferment-figures.ts'
import type { DefermentsView } from '#src/servicing/deferment/view-deferments.ts'
import { type DefinitionRow, DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { formatRate } from '#src/words/format.ts'
import type { DeskContext } from '../desk-context.ts'
import { writers } from '../money/money-links.tsx'

export function DefermentRows(props: {
  c: DeskContext
  view: DefermentsView
  asked: DefermentAsOf
}) {
  const { c, view, asked } = props
  const w = c.get('words').desk.deferments
  const { day, money } = writers(c)
  const { nextDue, lastDue, meanwhile, principal, rate, interestLeft, charges } = asked
  const rows: DefinitionRow[] = [
    {
      label: w.moved,
      value: asked.moved.map(({ number, due, newDue }) => (
        <div>{w.movedValue(String(number), day(due), day(newDue))}</div>
      )),
    },
    { label: w.nextDue, value: w.to(day(nextDue.before), day(nextDue.after)) },
    { label: w.lastDue, value: w.to(day(lastDue.before), day(lastDue.after)) },
    {
      label: w.meanwhile(day(meanwhile.from), day(nextDue.after)),
      note: w.working(String(meanwhile.days), money(principal), formatRate(rate)),
      value: money(meanwhile.interest),
    },
    {
      label: w.more,
      note: w.moreNote(money(interestLeft.before), money(interestLeft.after)),
      value: money(interestLeft.more),
    },
    {
      label: w.fee,
      ...(view.fee && { note: w.feeNote(view.fee.citation) }),
      value: money(view.fee?.amount ?? ZERO_CENTS),
    },
    ...(charges === 0 ? [] : [{ label: w.charges, value: money(charges) }]),
    { label: w.through, value: day(addDays(asked.on, view.validDays)) },
  ]
  return <DefinitionRows rows={rows} look="ruled" />
}
