import type { AccountMoney } from '#src/servicing/desk-account/view-account-money.ts'
import type { AccountQuotes } from '#src/servicing/desk-account/view-quotes.ts'
import type { ListedQuote } from '#src/store/payments/listed-quotes.ts'
import { Chip, type ChipTone } from '#src/ui/chip.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { type DeskContext, momentsFor } from '../desk-context.ts'
import { writers } from '../money/money-links.tsx'
import { PageLinks } from '../page-links.tsx'

type Of = { readonly c: DeskContext; readonly view: AccountMoney }

const TONES: Readonly<Record<ListedQuote['state'], ChipTone>> = {
  open: 'ok',
  used: 'ok',
  superseded: 'warn',
  expired: 'plain',
}

/** The payoff quotes of a loan, by whose numbers callers name it. */
export function QuotesPanel({ c, view, listed }: Of & { listed: AccountQuotes }) {
  const { quotes: w } = c.get('words').desk.accounts
  if (view.product === 'lease') return null
  return (
    <Panel title={w.title} lead={w.lead}>
      <div class="k-flow" id="quotes">
        {listed.quotes.length === 0 ? <p>{w.none}</p> : <Quotes {...{ c, view, listed }} />}
        <PageLinks
          of={listed}
          name={w.title}
          words={w}
          href={(page) => `/accounts/${view.accountId}?quotes=${page}#quotes`}
        />
      </div>
    </Panel>
  )
}

function Quotes({ c, view, listed }: Of & { listed: AccountQuotes }) {
  const { quotes: w } = c.get('words').desk.accounts
  const { day, money } = writers(c)
  return (
    <Table
      caption={w.title}
      columns={[
        { label: w.number, weight: 'strong', phone: 'name' },
        { label: w.asOf, phone: 'hidden' },
        { label: w.goodThrough, phone: 'hidden' },
        { label: w.amount, align: 'end', weight: 'ink', phone: 'amount' },
        { label: w.state, before: 'wide', phone: 'underEnd' },
      ]}
      rows={listed.quotes.map((quote) => ({
        cells: [
          <>
            <span class="k-code">{quote.number}</span>
            <CellNote phone="always">{askedBy(c, view, quote)}</CellNote>
            <CellNote phone="only">{w.days(day(quote.onDate), day(quote.goodThrough))}</CellNote>
          </>,
          day(quote.onDate),
          day(quote.goodThrough),
          money(quote.total),
          <Chip tone={TONES[quote.state]}>{w.states[quote.state]}</Chip>,
        ],
      }))}
    />
  )
}

function askedBy(c: DeskContext, { people }: AccountMoney, quote: ListedQuote): string {
  const { quotes: w } = c.get('words').desk.accounts
  const when = momentsFor(c).moment(quote.createdAt)
  const { askedBy: by } = quote
  switch (by?.kind) {
    case 'obligor':
      return w.by(people.get(by.obligorId)?.name ?? w.customer, when)
    case 'staff':
      return w.by(w.staff(by.name), when)
    case 'link':
      return w.by(w.link, when)
    default:
      return when
  }
}
