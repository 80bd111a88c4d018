// How far the loan is: principal repaid, payments made, and where the schedule as signed would be
// today.
import { type Cents, cents, minus } from '#src/domain/money.ts'
import { installmentsPaid } from '#src/domain/rules/installments.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import { ProgressRing } from '#src/ui/charts/progress-ring.tsx'
import { type DefinitionRow, DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { OverviewParts } from './overview-parts.ts'

export function ProgressPanel({ visit, view }: OverviewParts) {
  const { reader } = visit
  const w = reader.words.account.progress
  const { contract } = view.ledger
  const made = installmentsPaid(view.position)
  const repaid = minus(contract.principal, view.position.principal)
  const share = Math.max(0, repaid / contract.principal)
  const percent = `${(Math.floor(share * 1000) / 10).toFixed(1)}%`
  const rows: DefinitionRow[] = [
    { label: w.repaid, value: reader.money(repaid), mark: 'barAccent' },
    { label: w.left, value: reader.money(view.position.principal), mark: 'barOutline' },
    { label: w.paymentsMade, value: w.made(made, contract.payments), mark: 'ticks' },
    scheduleRow(view, (amount) => reader.money(amount), w),
  ]
  return (
    <Panel title={w.heading} heading="label">
      <div class="mt-4 mb-6">
        <ProgressRing
          name={w.name(percent, made, contract.payments)}
          share={share}
          paymentsMade={made}
          payments={contract.payments}
          caption={w.ofPrincipal}
          locale={reader.locale}
        />
      </div>
      <DefinitionRows rows={rows} />
    </Panel>
  )
}

function scheduleRow(
  view: LoanView,
  money: (amount: Cents) => string,
  w: Record<'ahead' | 'behind' | 'behindSigned' | 'schedule' | 'onSchedule', string>,
): DefinitionRow {
  const ahead = minus(scheduledPrincipal(view), view.position.principal)
  if (ahead === 0) return { label: w.schedule, value: w.onSchedule }
  // Months that were granted are not a delay.
  const behind = view.position.contract.extensions ? w.behindSigned : w.behind
  return { label: ahead > 0 ? w.ahead : behind, value: money(cents(Math.abs(ahead))) }
}

/** Principal today if every payment had been made on its due date. */
function scheduledPrincipal(view: LoanView): Cents {
  const last = view.schedule.findLast((row) => row.due <= view.today)
  return last?.balance ?? view.ledger.contract.principal
}
