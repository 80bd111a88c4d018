// What an act on a loan would do besides the figures: its due dates, and each payment that is set.
import type { DueDate } from '#src/domain/orders/due-dates.ts'
import type { Effect } from '#src/servicing/posting/effects-of.ts'
import type { RehearsedAct, SetDebit } from '#src/servicing/posting/rehearse-act.ts'
import { Table } from '#src/ui/figures/table.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { writers } from '../money/money-links.tsx'

export function ForeseenPanels(props: {
  c: DeskContext
  effects: readonly Effect[]
  rehearsed: RehearsedAct
}) {
  const { c, effects, rehearsed } = props
  const w = c.get('words').desk.posting.acts
  const { day, money } = writers(c)
  const { autopay, debits } = rehearsed
  return (
    <>
      {effects.map(({ dates }) => (
        <Panel title={w.dates}>
          {dates.after.length === 0 ? <p>{w.datesNone}</p> : <DateTable c={c} {...dates} />}
        </Panel>
      ))}
      <Panel title={w.debits} lead={w.debitsLead}>
        <div class="k-flow">
          <p>
            {autopay ? w.autopay[autopay.after] : w.autopayNone}
            {autopay?.next && ` ${w.next(money(autopay.next.amount), day(autopay.next.on))}`}
          </p>
          {debits.length === 0 ? <p>{w.debitsNone}</p> : <DebitTable c={c} debits={debits} />}
        </div>
      </Panel>
    </>
  )
}

function DateTable(props: {
  c: DeskContext
  before: readonly DueDate[]
  after: readonly DueDate[]
}) {
  const { c, before, after } = props
  const { acts: w, request } = c.get('words').desk.posting
  const { day } = writers(c)
  const then = new Map(after.map(({ number, due }) => [number, day(due)]))
  return (
    <Table
      caption={w.dates}
      columns={[
        { label: w.payment, weight: 'strong' },
        { label: request.before, align: 'end', weight: 'ink' },
        { label: request.after, align: 'end', weight: 'ink' },
      ]}
      rows={before.map(({ number, due }, at) => ({
        cells: [
          at === before.length - 1 ? w.last(number) : w.number(number),
          day(due),
          then.get(number) ?? '–',
        ],
      }))}
    />
  )
}

function DebitTable({ c, debits }: { c: DeskContext; debits: readonly SetDebit[] }) {
  const { acts: w, amount } = c.get('words').desk.posting
  const { day, money } = writers(c)
  return (
    <Table
      caption={w.debits}
      columns={[
        { label: w.day, weight: 'strong', phone: 'name' },
        { label: w.by, phone: 'under' },
        { label: amount, align: 'end', weight: 'ink', phone: 'amount' },
        { label: w.fate, before: 'wide', phone: 'underEnd' },
      ]}
      rows={debits.map((debit) => ({
        cells: [
          day(debit.on),
          debit.byAutopay ? w.byAutopay : w.byBorrower,
          money(debit.amount),
          fateOf(c, debit),
        ],
      }))}
    />
  )
}

function fateOf(c: DeskContext, { was, amount, isCanceled }: SetDebit): string {
  const w = c.get('words').desk.posting.acts
  if (isCanceled) return w.canceled
  if (was === null) return w.isNew
  return was === amount ? w.stays : w.changed(writers(c).money(was))
}
