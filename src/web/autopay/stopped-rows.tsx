// Which debits are canceled by stopping now, each until when it can be, and which no longer can.
import type { CivilDate } from '#src/domain/calendar.ts'
import { addBankingDays } from '#src/domain/regions/us-banking-days.ts'
import type { AutopayView } from '#src/servicing/autopay/view-autopay.ts'
import { cutoffOn } from '#src/servicing/lender-rules.ts'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { AccountVisit } from '../account-visit.tsx'

export function StoppedRows(props: { visit: AccountVisit; stoppable: AutopayView['stoppable'] }) {
  const { visit, stoppable } = props
  const { reader, ctx } = visit
  const w = reader.words.autopay.pages.stop
  const { stopped, going } = stoppable
  const rowOf = (payment: (typeof stopped)[number]) => ({
    label: reader.date(payment.effectiveDate, 'long'),
    value: reader.money(payment.amount),
    note: w.until(reader.moment(cutoffOn(ctx.lender, goesOn(payment)))),
  })
  return (
    <>
      <Panel title={w.stopped}>
        {stopped.length === 0 ? <p>{w.none}</p> : <DefinitionRows rows={stopped.map(rowOf)} />}
      </Panel>
      {going.length > 0 && (
        <Panel title={w.going}>
          <DefinitionRows rows={going.map((payment) => ({ ...rowOf(payment), note: null }))} />
          <p class="k-small mt-3">{w.goingText(ctx.lender.phone)}</p>
        </Panel>
      )}
    </>
  )
}

/** A card is charged on the day itself; a file goes to the bank the banking day before. */
function goesOn(payment: AutopayView['stoppable']['stopped'][number]): CivilDate {
  const { byCard, withdrawnDate } = payment
  return byCard ? withdrawnDate : addBankingDays(withdrawnDate, -1)
}
