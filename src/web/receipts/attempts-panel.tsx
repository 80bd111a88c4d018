// Payments that were refused when they were sent: each with its number, so that whoever calls has
// one. Seen by whoever tried, by nobody else.
import type { PaymentAttempt } from '#src/store/payments/payment-attempts.ts'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { Reader } from '../reader.ts'

/** Nothing where nothing failed. */
export function AttemptsPanel(props: { attempts: readonly PaymentAttempt[]; reader: Reader }) {
  const { attempts, reader } = props
  const w = reader.words.payments.attempts
  if (attempts.length === 0) return null
  return (
    <div class="mt-6">
      <Panel title={w.heading} lead={w.text}>
        <Table
          caption={w.heading}
          density="roomy"
          columns={[
            { label: w.when, weight: 'strong', phone: 'name' },
            { label: w.why, phone: 'under' },
            { label: w.confirmation, phone: 'underEnd' },
            { label: w.amount, align: 'end', phone: 'amount' },
          ]}
          rows={attempts.map(({ triedAt, reason, number, amount, effectiveDate }) => ({
            cells: [
              reader.moment(triedAt),
              <>
                {w.reasons[reason] ?? w.other}
                {effectiveDate && (
                  <CellNote phone="hidden">{reader.date(effectiveDate, 'shortDated')}</CellNote>
                )}
              </>,
              <span class="k-code">{number}</span>,
              amount === null ? '–' : <s class="k-struck">{reader.money(amount)}</s>,
            ],
          }))}
        />
      </Panel>
    </div>
  )
}
