// The lease balance over the term, as the contract schedules it: to the residual, and never lower
// because money came early.
import { earlier } from '#src/domain/calendar.ts'
import { BalanceChart } from '#src/ui/charts/balance-chart.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { LeaseParts } from './lease-parts.ts'

export function LeaseBalancePanel({ visit, view }: LeaseParts) {
  const { reader, base } = visit
  const w = reader.words.lease.balance
  const { residualValue } = view.ledger.contract
  const residual = <strong>{reader.money(residualValue)}</strong>
  return (
    <Panel title={w.heading} aside={<a href={`${base}/terms#schedule`}>{w.asTable}</a>}>
      <Chart visit={visit} view={view} />
      <p class="mt-4">{w.residual(residual, reader.date(view.term.ends, 'dated'))}</p>
      <p class="k-small">{w.fixed}</p>
    </Panel>
  )
}

function Chart({ visit, view }: LeaseParts) {
  const { reader } = visit
  const w = reader.words.lease.balance
  const { contract } = view.ledger
  const { installments } = view.position.schedule
  const today = earlier(view.today, view.term.ends)
  const now = { date: today, cents: view.balance }
  const months = installments.map(({ monthEnd, row }) => ({ date: monthEnd, cents: row.balance }))
  const start = { date: contract.start, cents: contract.adjustedCapitalizedCost }
  const ahead = [now, ...months.filter(({ date }) => date > today)]
  const residual = reader.money(contract.residualValue)
  return (
    <BalanceChart
      name={w.chart(reader.money(now.cents), residual, reader.date(view.term.ends, 'dated'))}
      from={contract.start}
      to={view.term.ends}
      today={{
        date: today,
        words: reader.words.account.balance.today,
        detail: w.today(reader.money(now.cents)),
      }}
      scheduled={{ label: reader.words.account.balance.scheduled, points: ahead }}
      yours={{
        label: w.yours,
        shortLabel: w.yoursShort,
        points: [start, ...months.filter(({ date }) => date <= today), now],
      }}
      paymentDates={installments.map(({ due }) => due)}
    />
  )
}
