// The balance as a chart: as signed, as it is, and where anything is known of it, as it goes on.
import { earlier, later } from '#src/domain/calendar.ts'
import { dueDate } from '#src/domain/contract/schedule.ts'
import { BalanceChart } from '#src/ui/charts/balance-chart.tsx'
import type { BalanceParts } from './balance-parts.ts'

export function Chart(parts: BalanceParts) {
  const { view, reader, ahead } = parts
  const w = reader.words.account.balance
  const { contract } = view.ledger
  const now = { date: view.today, cents: view.position.principal }
  const done = view.ledger.steps.map(({ event, after }) => ({
    date: event.effectiveDate,
    cents: after.principal,
  }))
  const lastDue = dueDate(view.position.contract, contract.payments)
  const end = ahead?.lastDue ?? lastDue
  const plain = ahead ? (view.projection.lastDue ?? end) : end
  const left = reader.money(now.cents)
  return (
    <BalanceChart
      name={
        ahead
          ? w.chart(left, reader.date(end, 'month'))
          : w.chartFiled(left, reader.date(view.today, 'dated'))
      }
      from={earlier(contract.start, done[0]?.date ?? contract.start)}
      to={later(lastDue, later(end, plain))}
      today={{
        date: view.today,
        words: view.knownThrough ? reader.date(view.today, 'shortDated') : w.today,
        detail: w.principalToday(left),
      }}
      scheduled={{
        label: w.scheduled,
        points: [
          { date: contract.start, cents: contract.principal },
          ...view.schedule.map((row) => ({ date: row.due, cents: row.balance })),
        ],
      }}
      yours={{ label: w.yours, shortLabel: w.yoursShort, points: [...done, now] }}
      {...aheadLine(parts)}
      paymentDates={view.schedule.map((row) => dueDate(view.position.contract, row.number))}
    />
  )
}

function aheadLine({ view, reader, extra, ahead }: BalanceParts) {
  if (!ahead) return {}
  const w = reader.words.account.balance
  const amount = `$${extra}`
  const now = { date: view.today, cents: view.position.principal }
  return {
    whatIf: {
      label: extra > 0 ? w.withExtra(amount) : w.ahead,
      shortLabel: extra > 0 ? w.withExtraShort(amount) : w.aheadShort,
      points: [now, ...ahead.rows.map((row) => ({ date: row.due, cents: row.balance }))],
    },
  }
}
