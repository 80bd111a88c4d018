// The balance over the life of the loan: as scheduled, as it is, and as it would be with a little
// more each time.
import type { ComponentChildren } from 'preact'
import { type CivilDate, earlier, later, partsOf } from '#src/domain/calendar.ts'
import { dueDate } from '#src/domain/contract/schedule.ts'
import { cents, minus, plus } from '#src/domain/money.ts'
import { project } from '#src/domain/rules/projection.ts'
import { BalanceChart } from '#src/ui/charts/balance-chart.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import { Segment } from '#src/ui/segment.tsx'
import type { WebContext } from '../request-context.ts'
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
  const ahead =
    extra === 0
      ? view.projection
      : project(view.position, { on: view.today, extraEach: cents(extra * 100) })
  const parts = { view, reader, extra, ahead }
  const address = (to: BalanceQuestion) => addressOf(base, to)
  const other = look === 'chart' ? 'table' : 'chart'
  return (
    <Panel
      id="balance"
      title={w.heading}
      aside={
        <a href={address({ extra, look: other })}>{look === 'chart' ? w.asTable : w.asChart}</a>
      }
    >
      {look === 'chart' ? <Chart {...parts} /> : <BalanceTable {...parts} />}
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
            href: address({ extra: dollars, look }),
          }))}
        />
      </div>
      <p class="mt-4">{outcomeWords(parts)}</p>
    </Panel>
  )
}

function addressOf(base: string, question: BalanceQuestion): string {
  const query = new URLSearchParams()
  if (question.extra > 0) query.set('extra', String(question.extra))
  if (question.look === 'table') query.set('table', 'balance')
  return `${base}${query.size > 0 ? `?${query}` : ''}#balance`
}

function outcomeWords({ view, reader, extra, ahead }: BalanceParts): ComponentChildren {
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

function Chart({ view, reader, extra, ahead }: BalanceParts) {
  const w = reader.words.account.balance
  const { contract } = view.ledger
  const now = { date: view.today, cents: view.position.principal }
  const done = view.ledger.steps.map(({ event, after }) => ({
    date: event.effectiveDate,
    cents: after.principal,
  }))
  const lastDue = dueDate(view.position.contract, contract.payments)
  const end = ahead.lastDue ?? lastDue
  const amount = `$${extra}`
  return (
    <BalanceChart
      name={w.chart(reader.money(now.cents), reader.date(end, 'month'))}
      from={earlier(contract.start, done[0]?.date ?? contract.start)}
      to={later(lastDue, later(end, view.projection.lastDue ?? end))}
      today={{
        date: view.today,
        words: view.knownThrough ? reader.date(view.today, 'shortDated') : w.today,
        detail: w.principalToday(reader.money(now.cents)),
      }}
      scheduled={{
        label: w.scheduled,
        points: [
          { date: contract.start, cents: contract.principal },
          ...view.schedule.map((row) => ({ date: row.due, cents: row.balance })),
        ],
      }}
      yours={{ label: w.yours, shortLabel: w.yoursShort, points: [...done, now] }}
      whatIf={{
        label: extra > 0 ? w.withExtra(amount) : w.ahead,
        shortLabel: extra > 0 ? w.withExtraShort(amount) : w.aheadShort,
        points: [now, ...ahead.rows.map((row) => ({ date: row.due, cents: row.balance }))],
      }}
      paymentDates={view.schedule.map((row) => dueDate(view.position.contract, row.number))}
    />
  )
}
