// What a payment by card does, with the fee and what the card is charged.
import type { ComponentChildren } from 'preact'
import { plus } from '#src/domain/money.ts'
import { feeAmount } from '#src/domain/rules/payment-fee.ts'
import type { CardPreview } from '#src/servicing/cards/preview-card-payment.ts'
import { Amount } from '#src/ui/amount.tsx'
import { AmountLead } from '#src/ui/figures/amount-lead.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import { afterRows, nextRow, SplitView, savedRow } from '../payments/effect-panel.tsx'
import type { Reader } from '../reader.ts'

export function CardEffect(props: {
  preview: CardPreview
  reader: Reader
  children?: ComponentChildren
}) {
  const { preview, reader } = props
  const { amount, fee, choice } = preview
  const w = reader.words.cards
  const total = plus(amount, feeAmount(fee))
  return (
    <Panel>
      <AmountLead
        label={reader.words.payments.effect.heading}
        amount={<Amount cents={amount} locale={reader.locale} size="task" />}
      />
      <SplitView effect={preview} on={choice.effective} span="days" reader={reader} />
      <Rule />
      <DefinitionRows
        rows={[
          ...afterRows(preview, reader),
          ...nextRow(preview, reader),
          { label: w.rows.fee, value: reader.money(feeAmount(fee)) },
          { label: w.rows.total, value: reader.money(total) },
          ...savedRow(preview.interestSaved, reader),
        ]}
      />
      {props.children}
    </Panel>
  )
}
