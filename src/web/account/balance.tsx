// The balance over the life of the loan: as scheduled, as it is, and as it would be with a little
// more each time.
import type { ComponentChildren } from 'preact'
import { type CivilDate, partsOf } from '#src/domain/calendar.ts'
import { cents, minus, plus } from '#src/domain/money.ts'
import { type Projection, project } from '#src/domain/rules/projection.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import { Panel, Rule } from '#src/ui/panel.tsx'
import { Segment } from '#src/ui/segment.tsx'
import type { WebContext } from '../request-context.ts'
import { Chart } from './balance-line.tsx'
import { type BalanceParts, EXTRAS, type Extra } from './balance-parts.ts'
import { BalanceTable } from './balance-table.tsx'
import type { OverviewParts } from './overview-parts.ts'

/** What the address asks for: dollars more each time, and the chart or its table. */
export type BalanceQuestion = { readonly extra: Extra; readonly look: 'chart' | 'table' }

/** Anything that is not one of the offered steps counts as none. */
export function balanceQuestion(c: WebContext): BalanceQuestion {
  const asked = Number(c.req.query('extra') ?? 0)
  return {
    extra: EXTRAS.find((dollars) => dollars === asked) ?? 0,
    look: c.req.query('table') === 'balance' ? 'table' : 'chart',
  }
}

export function BalancePanel(props: OverviewParts & { question: BalanceQuestion }) {
  const { visit, view, question } = props
  const { reader, base } = visit
  const { extra, look } = question
  const w = reader.words.account.balance
  const parts = { view, reader, extra, ahead: aheadOf(view, extra) }
  const other = { extra, look: look === 'chart' ? 'table' : 'chart' } as const
  return (
    <Panel
      id="balance"
      title={w.heading}
      aside={<a href={addressOf(base, other)}>{look === 'chart' ? w.asTable : w.asChart}</a>}
    >
      {look === 'chart' ? <Chart {...parts} /> : <BalanceTable {...parts} />}
      {parts.ahead && <Outcome {...parts} ahead={parts.ahead} address={{ base, look }} />}
    </Panel>
  )
}

/** Nothing is known after the last filing, so nothing is promised either. */
function aheadOf(view: LoanView, extra: Extra): Projection | null {
  if (view.knownThrough) return null
  if (extra === 0) return view.projection
  return project(view.position, { on: view.today, extraEach: cents(extra * 100) })
}

type Ahead = BalanceParts & { readonly ahead: Projection }

/** More each time, and what it comes to. */
function Outcome(props: Ahead & { address: { base: string; look: BalanceQuestion['look'] } }) {
  const { view, reader, extra } = props
  const { base, look } = props.address
  const w = reader.words.account.balance
  return (
    <>
      <Rule />
      <div class="k-segment-line">
        <span class="k-name">
          {view.ledger.contract.frequency === 'monthly' ? w.extraEachMonth : w.extraEachPayment}
        </span>
        <Segment
          label={w.extraEachPayment}
          current={String(extra)}
          options={EXTRAS.map((dollars) => ({
            key: String(dollars),
            label: dollars === 0 ? w.noExtra : `$${dollars}`,
            href: addressOf(base, { extra: dollars, look }),
          }))}
        />
      </div>
      <p class="mt-4">{outcomeWords(props)}</p>
    </>
  )
}

function addressOf(base: string, question: BalanceQuestion): string {
  const query = new URLSearchParams()
  if (question.extra > 0) query.set('extra', String(question.extra))
  if (question.look === 'table') query.set('table', 'balance')
  return `${base}${query.size > 0 ? `?${query}` : ''}#balance`
}

function outcomeWords({ view, reader, extra, ahead }: Ahead): ComponentChildren {
  const w = reader.words.account
  const last = ahead.rows.at(-1)
  if (!ahead.lastDue) {
    const charges = plus(view.position.lateCharges, view.position.fees)
    return last?.balance === 0 && charges > 0
      ? w.balance.chargesLeft(reader.date(last.due, 'month'), reader.money(charges))
      : w.balance.leftOver
  }
  const month = <strong>{reader.date(ahead.lastDue, 'month')}</strong>
  if (extra === 0) return w.balance.paidOff(month)
  const saved = <strong>{reader.money(minus(view.projection.interest, ahead.interest))}</strong>
  const sooner = view.projection.lastDue ? monthsBetween(ahead.lastDue, view.projection.lastDue) : 0
  return sooner > 0
    ? w.balance.paidOffSooner(month, w.months(sooner), saved)
    : w.balance.paidOffSaves(month, saved)
}

function monthsBetween(from: CivilDate, to: CivilDate): number {
  const [a, b] = [partsOf(from), partsOf(to)]
  return (b.year - a.year) * 12 + b.month - a.month
}
