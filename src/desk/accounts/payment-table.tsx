import type { PaymentStanding } from '#src/domain/account/payment-standing.ts'
import type { AccountMoney } from '#src/servicing/desk-account/view-account-money.ts'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { MoneyState, type MoneyStateName } from '#src/ui/money-state.tsx'
import { formatDate } from '#src/words/format.ts'
import type { DeskContext } from '../desk-context.ts'
import { codeWords, writers } from '../money/money-links.tsx'

type Shown = AccountMoney['payments'][number]

/** Payments of an account with who set each, and what became of it. */
export function PaymentTable(props: {
  c: DeskContext
  view: AccountMoney
  payments: readonly Shown[]
}) {
  const { c, view, payments } = props
  const w = c.get('words').desk.accounts.payments
  const { day, money } = writers(c)
  return (
    <Table
      caption={w.title}
      columns={[
        { label: w.confirmation, weight: 'strong', phone: 'name' },
        { label: w.counts, wrap: 'never', phone: 'hidden' },
        { label: w.amount, align: 'end', weight: 'ink', phone: 'amount' },
        { label: w.state, before: 'wide', phone: 'hidden' },
      ]}
      rows={payments.map((payment) => ({
        cells: [
          <>
            <span class="k-code">{payment.confirmation}</span>
            <CellNote phone="always">{setBy(c, view, payment)}</CellNote>
            <CellNote phone="only">
              <Standing c={c} payment={payment} />
            </CellNote>
          </>,
          day(payment.effectiveDate),
          <>
            {money(payment.amount)}
            {payment.fee > 0 && <CellNote phone="always">{w.withFee(money(payment.fee))}</CellNote>}
            <CellNote phone="only">{day(payment.effectiveDate)}</CellNote>
          </>,
          <Standing c={c} payment={payment} />,
        ],
      }))}
    />
  )
}

function setBy(c: DeskContext, { people }: AccountMoney, { obligorId, autopayId }: Shown): string {
  const w = c.get('words').desk.accounts.payments
  const name = people.get(obligorId)?.name ?? ''
  return autopayId === null ? w.by(name) : w.byAutopay(name)
}

const MARKS: Record<PaymentStanding, MoneyStateName | null> = {
  scheduled: 'scheduled',
  onItsWay: 'onItsWay',
  returnable: 'returnable',
  cleared: 'cleared',
  retrying: 'onItsWay',
  held: 'onItsWay',
  returned: 'returned',
  notSent: 'returned',
  canceled: null,
}

function Standing({ c, payment }: { c: DeskContext; payment: Shown }) {
  const { states, messages } = { ...c.get('words').payments, ...c.get('words') }
  const { standing, stateReason, clearedDate } = payment
  const words = states.short[standing](formatDate(clearedDate, c.get('locale'), 'short'))
  const mark = MARKS[standing]
  const known = Object.entries(messages.reasons).find(([name]) => name === stateReason)?.[1]
  const code = stateReason !== null && /^R\d\d$/.test(stateReason)
  const why = code ? codeWords(c, stateReason) : known
  return (
    <>
      {mark === null ? <span>{words}</span> : <MoneyState state={mark}>{words}</MoneyState>}
      {why !== undefined && <CellNote phone="hidden">{why}</CellNote>}
    </>
  )
}
