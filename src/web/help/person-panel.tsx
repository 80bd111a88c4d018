import { Panel } from '#src/ui/panel.tsx'
import type { WebContext } from '../request-context.ts'

/** Whom to call, beside every answer. */
export function PersonPanel({ c }: { c: WebContext }) {
  const { help: w } = c.get('words')
  const { lender } = c.get('web').config
  return (
    <Panel title={w.person}>
      <div class="k-flow">
        <p>
          {w.call} <strong class="k-help-phone">{lender.phone}</strong>
          <br />
          {lender.hours[c.get('locale')]}
        </p>
        <p>
          {w.fraud} <strong class="k-help-phone">{lender.fraudPhone}</strong>
        </p>
        <p>{w.never}</p>
      </div>
    </Panel>
  )
}
