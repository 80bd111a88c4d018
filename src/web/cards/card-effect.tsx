// What a payment by card does, with the fee and what the card is charged.
import type { ComponentChildren } from 'preact'
import { feeAmount } from '#src/domain/rules/payment-fee.ts'
import type { CardPreview } from '#src/servicing/cards/preview-card-payment.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { Amount } from '#src/ui/amount.tsx'
import { AmountLead } from '#src/ui/figures/amount-lead.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import { afterPayment, EffectSplit, savedRow } from '../payments/effect-panel.tsx'
import type { Reader } from '../reader.ts'

export function CardEffect(props: {
  preview: CardPreview
  view: AccountView
  reader: Reader
  children?: ComponentChildren
}) {
  const { preview, reader } = props
  const { amount, fee, total } = preview
  const w = reader.words.cards
  return (
    <Panel>
      <AmountLead
        label={reader.words.payments.effect.heading}
        amount={<Amount cents={amount} locale={reader.locale} size="task" />}
      />
      <EffectSplit preview={preview} reader={reader} />
      <Rule />
      <DefinitionRows
        rows={[
          ...afterPayment(props),
          { label: w.rows.fee, value: reader.money(feeAmount(fee)) },
          { label: w.rows.total, value: reader.money(total) },
          ...savedRow(preview, reader),
        ]}
      />
      {props.children}
    </Panel>
  )
}
