// Payments by card among all that were made here, whatever became of them.
import type { ShownCardPayment } from '#src/servicing/cards/view-card-payment.ts'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { MoneyState, type MoneyStateName } from '#src/ui/money-state.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { AccountVisit } from '../account-visit.tsx'
import { spoken } from '../masked.tsx'
import type { Reader } from '../reader.ts'
import { cardName } from './card-name.ts'

type Props = {
  readonly visit: AccountVisit
  readonly cards: readonly ShownCardPayment[]
  /** Where it stands alone, it leads on to all that happened. */
  readonly isAlone: boolean
}

/** Nothing where nobody paid by card. */
export function CardListPanel({ visit, cards, isAlone }: Props) {
  const { reader, base } = visit
  const w = reader.words.cards
  if (cards.length === 0) return null
  const { day, card, number, amount, state } = w.listColumns
  const activity = <a href={`${base}/activity`}>{reader.words.payments.list.activity}</a>
  return (
    <div class="mt-6">
      <Panel title={w.listHeading} {...(isAlone && { aside: activity })}>
        <Table
          caption={w.listHeading}
          density="roomy"
          columns={[
            { label: day, weight: 'strong', phone: 'name' },
            { label: card, phone: 'under' },
            { label: number, phone: 'hidden' },
            { label: amount, align: 'end', weight: 'strong', phone: 'amount' },
            { label: state, before: 'wide', phone: 'underEnd' },
          ]}
          rows={cards.map((payment) => ({ cells: cells(payment, { reader, base }) }))}
        />
      </Panel>
    </div>
  )
}

const MARKS: Partial<Record<ShownCardPayment['state'], MoneyStateName>> = {
  taking: 'onItsWay',
  paid: 'cleared',
  disputed: 'returned',
  refunded: 'returned',
}

function cells(payment: ShownCardPayment, at: { reader: Reader; base: string }) {
  const { reader, base } = at
  const { id, mine, card, confirmation, state, effectiveDate, createdAt, stateReason } = payment
  const w = reader.words.cards
  const amount = reader.money(payment.amount)
  const mark = MARKS[state]
  const isStruck = mark === 'returned' || state === 'failed' || state === 'releasing'
  const heading = w.states[state].heading
  const why = stateReason === null ? undefined : w.reasons[stateReason]
  return [
    <a class="k-quiet-link" href={`${base}/card-payments/${id}`}>
      {effectiveDate ? reader.date(effectiveDate, 'shortDated') : reader.day(createdAt)}
    </a>,
    mine ? (card ? spoken(cardName(card, reader), reader) : w.otherBrand) : w.byOther,
    <span class="k-code">{confirmation}</span>,
    isStruck ? <s class="k-struck">{amount}</s> : amount,
    <>
      {mark ? <MoneyState state={mark}>{heading}</MoneyState> : <span>{heading}</span>}
      {why && <CellNote phone="hidden">{why}</CellNote>}
    </>,
  ]
}
