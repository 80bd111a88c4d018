import { cardBrand, isBrandName } from '#src/domain/paying/card-brand.ts'
import type { RefundableCard } from '#src/servicing/posting/refundable-cards.ts'
import { RadioGroup } from '#src/ui/forms/check-field.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { writers } from '../money/money-links.tsx'
import type { FormOf } from './account-parts.ts'
import { AskForm, NothingToAsk } from './ask-form.tsx'

/** A payment by card that goes back to its card. */
export function CardRefundPanel(of: FormOf) {
  const { c, view, typed, wrong } = of
  const { cardRefunds: w } = c.get('words').desk.posting
  if (view.cards.length === 0) return <NothingToAsk title={w.title}>{w.none}</NothingToAsk>
  return (
    <Panel title={w.title} lead={w.lead}>
      <AskForm {...of} name="card" path="card-refunds" title={w.title}>
        <RadioGroup
          id="card-card"
          name="card"
          legend={w.which}
          options={view.cards.map((card) => ({ value: chosenOf(card), label: labelOf(c, card) }))}
          value={typed('card')}
          error={wrong('card')}
        />
      </AskForm>
    </Panel>
  )
}

function chosenOf({ paymentId, eventId, amount, effectiveDate }: RefundableCard): string {
  return `${paymentId} ${eventId} ${amount} ${effectiveDate}`
}

function labelOf(c: FormOf['c'], card: RefundableCard): string {
  const { cardRefunds: w } = c.get('words').desk.posting
  const { day, money } = writers(c)
  const { brand, lastFour, confirmation } = card
  const known = brand !== null && isBrandName(brand) ? brand : cardBrand(brand ?? '')
  const name = lastFour === null ? w.card : `${isBrandName(known) ? known : w.card} ••${lastFour}`
  return w.of(money(card.amount), day(card.effectiveDate), `${name}, ${confirmation}`)
}
