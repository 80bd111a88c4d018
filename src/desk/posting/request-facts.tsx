import type { MoneyOrder } from '#src/domain/orders/money-order.ts'
import type { MoneyRequest } from '#src/store/desk-money/money-requests.ts'
import { type DefinitionRow, DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { formatCount } from '#src/words/format.ts'
import { type DeskContext, momentsFor } from '../desk-context.ts'
import { writers } from '../money/money-links.tsx'
import type { FileShown } from './file-shown.ts'

/** What was asked for, by whom and why, and who decided. */
export function RequestFacts(props: {
  c: DeskContext
  request: MoneyRequest
  file: FileShown | null
}) {
  const { c, request, file } = props
  const { posting } = c.get('words').desk
  const w = posting.request
  const { moment } = momentsFor(c)
  const { day, money } = writers(c)
  const { decidedAt, note } = request
  const rows: readonly DefinitionRow[] = [
    { label: amountLabel(c, request.order), value: money(request.amount), strength: 'total' },
    ...ownRows(c, request.order),
    ...(file ? fileRows(c, file) : [{ label: w.reason, value: request.reason }]),
    {
      label: posting.who,
      value: request.askedByName ?? posting.command,
      note: moment(request.askedAt),
    },
    ...(decidedAt === null
      ? [{ label: w.expires, value: day(request.expiresOn) }]
      : [
          {
            label: w.decidedBy,
            value: request.decidedByName ?? '',
            note: moment(decidedAt),
            ...(request.alone && { below: posting.alone }),
          },
        ]),
    ...(note === null ? [] : [{ label: w.note, value: note }]),
  ]
  return <DefinitionRows rows={rows} look="ruled" />
}

function amountLabel(c: DeskContext, { kind }: MoneyOrder): string {
  const { acts, amount } = c.get('words').desk.posting
  return kind === 'extend' || kind === 'chargeOff' ? acts.amounts[kind] : amount
}

function fileRows(c: DeskContext, file: FileShown): readonly DefinitionRow[] {
  const w = c.get('words').desk.posting.credits
  const count = (of: number) => formatCount(of, c.get('locale'))
  const { name, lines, fitNone } = file
  return [
    { label: w.fileName, value: name },
    { label: w.lines, value: count(lines) },
    { label: w.fitNone, value: count(fitNone), ...(fitNone > 0 && { below: w.fitNoneNote }) },
  ]
}

function ownRows(c: DeskContext, order: MoneyOrder): readonly DefinitionRow[] {
  const { posting } = c.get('words').desk
  const { acts, request: w } = posting
  const { day } = writers(c)
  switch (order.kind) {
    case 'post':
      return [
        { label: w.counts, value: day(order.effectiveDate) },
        { label: w.way, value: w.ways[order.channel] },
        { label: w.reference, value: <span class="k-code">{order.reference}</span> },
      ]
    case 'assign':
      return [{ label: w.counts, value: day(order.effectiveDate) }]
    case 'cardRefund':
      return [
        { label: posting.cardRefunds.counted, value: day(order.effectiveDate) },
        { label: w.back, value: posting.cardRefunds.back },
      ]
    case 'refund':
      return [{ label: w.back, value: w.backBy[order.fundingAccountId ? 'bank' : 'check'] }]
    case 'extend':
      return [
        { label: acts.moved, value: acts.byMonths(order.months) },
        { label: acts.firstMoved, value: acts.number(order.from) },
      ]
    default:
      return []
  }
}
