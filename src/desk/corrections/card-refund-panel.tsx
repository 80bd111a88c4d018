import type { RefundableCard } from '#src/servicing/posting/refundable-cards.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { RadioGroup } from '#src/ui/forms/check-field.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { DeskFields } from '../desk-forms.tsx'
import { writers } from '../money/money-links.tsx'
import type { FormOf } from './account-parts.ts'
import { WhyField } from './held-panel.tsx'

/** A payment by card that goes back to its card. */
export function CardRefundPanel({ c, session, view, typed, wrong }: FormOf) {
  const { cardRefunds: w, account } = c.get('words').desk.posting
  if (view.cards.length === 0)
    return (
      <Panel title={w.title}>
        <p>{w.none}</p>
      </Panel>
    )
  return (
    <Panel title={w.title} lead={w.lead}>
      <form
        class="k-fields"
        method="post"
        action={`/money/corrections/${view.account.accountId}/card-refunds`}
      >
        <DeskFields c={c} session={session} />
        <RadioGroup
          id="card-card"
          name="card"
          legend={w.which}
          options={view.cards.map((card) => ({ value: chosenOf(card), label: labelOf(c, card) }))}
          value={typed('card')}
          error={wrong('card')}
        />
        <WhyField c={c} prefix="card" typed={typed} wrong={wrong} />
        <Buttons>
          <Button label={`${account.ask}: ${w.title}`}>{account.ask}</Button>
        </Buttons>
      </form>
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
  const name = lastFour === null ? w.card : `${brand ?? w.card} ••${lastFour}`
  return w.of(money(card.amount), day(card.effectiveDate), `${name}, ${confirmation}`)
}
