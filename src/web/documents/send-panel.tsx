// Where money for a payoff goes.
import type { LenderFile } from '#src/lender-file.ts'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { Reader } from '../reader.ts'

/** `reference`: what to write with the money, as a sentence. */
export function SendPanel(props: {
  readonly reader: Reader
  readonly lender: Pick<LenderFile, 'remittance' | 'address' | 'phone'>
  readonly reference: string
}) {
  const { reader, lender, reference } = props
  const w = reader.words.documents.check
  const { mail = lender.address, wire, ach } = lender.remittance ?? {}
  const ways = [
    { title: w.wire, to: wire },
    { title: w.ach, to: ach },
  ]
  return (
    <Panel title={w.send} lead={w.sendText}>
      <h3 class="k-name">{w.mail}</h3>
      <DefinitionRows rows={[{ label: w.address, value: mail.join(', ') }]} />
      {ways.map(({ title, to }) =>
        to ? (
          <div class="mt-5">
            <h3 class="k-name">{title}</h3>
            <DefinitionRows
              rows={[
                { label: w.beneficiary, value: to.beneficiary },
                { label: w.bank, value: to.bank },
                { label: w.routing, value: <span class="k-code">{to.routing}</span> },
                { label: w.account, value: <span class="k-code">{to.account}</span> },
                { label: w.reference, value: reference },
              ]}
            />
          </div>
        ) : null,
      )}
      {!wire && !ach && <p class="mt-4">{w.none(lender.phone)}</p>}
    </Panel>
  )
}
