import { toDollars } from '#src/domain/money.ts'
import type { MovablePayment } from '#src/domain/orders/account-money.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { RadioGroup } from '#src/ui/forms/check-field.tsx'
import { MoneyField } from '#src/ui/forms/text-field.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { DeskFields } from '../desk-forms.tsx'
import { writers } from '../money/money-links.tsx'
import type { FormOf } from './account-parts.ts'
import { ToField, WhyField } from './held-panel.tsx'

/** A payment that belongs to another account. */
export function MovePanel({ c, session, view, typed, wrong }: FormOf) {
  const w = c.get('words').desk.posting.account
  const { day, money } = writers(c)
  const nameOf = ({ amount, effectiveDate, channel }: MovablePayment) =>
    w.paymentOf(money(amount), day(effectiveDate), wayOf(w.ways, channel))
  if (view.movable.length === 0)
    return (
      <Panel title={w.movesTitle}>
        <p>{w.movesNone}</p>
      </Panel>
    )
  return (
    <Panel title={w.movesTitle} lead={w.movesLead}>
      <form
        class="k-fields"
        method="post"
        action={`/money/corrections/${view.account.accountId}/moves`}
      >
        <DeskFields c={c} session={session} />
        <RadioGroup
          id="move-payment"
          name="payment"
          legend={w.payment}
          options={view.movable.map((payment) => ({
            value: `${payment.eventId} ${payment.amount}`,
            label: nameOf(payment),
          }))}
          value={typed('payment')}
          error={wrong('payment')}
        />
        <ToField c={c} prefix="move" label={w.right} typed={typed} wrong={wrong} />
        <WhyField c={c} prefix="move" typed={typed} wrong={wrong} />
        <Buttons>
          <Button label={`${w.ask}: ${w.movesTitle}`}>{w.ask}</Button>
        </Buttons>
      </form>
    </Panel>
  )
}

function wayOf(ways: Readonly<Record<string, string>>, channel: string): string {
  return ways[channel] ?? ''
}

/** A late charge to forgive, all of it or a part. */
export function WaiverPanel({ c, session, view, typed, wrong }: FormOf) {
  const { account: w, form } = c.get('words').desk.posting
  const { day, money } = writers(c)
  const { charges } = view
  const [first] = charges
  if (!first)
    return (
      <Panel title={w.waiversTitle}>
        <p>{w.waiversNone}</p>
      </Panel>
    )
  return (
    <Panel title={w.waiversTitle}>
      <form
        class="k-fields"
        method="post"
        action={`/money/corrections/${view.account.accountId}/waivers`}
      >
        <DeskFields c={c} session={session} />
        <RadioGroup
          id="waiver-charge"
          name="charge"
          legend={w.charge}
          options={charges.map(({ eventId, effectiveDate, open }) => ({
            value: `${eventId} ${open}`,
            label: w.chargeOf(money(open), day(effectiveDate)),
          }))}
          value={typed('charge')}
          error={wrong('charge')}
        />
        <MoneyField
          id="waiver-amount"
          name="amount"
          label={form.amount}
          value={typed('amount') || toDollars(first.open)}
          error={wrong('amount')}
        />
        <WhyField c={c} prefix="waiver" typed={typed} wrong={wrong} />
        <Buttons>
          <Button label={`${w.ask}: ${w.waiversTitle}`}>{w.ask}</Button>
        </Buttons>
      </form>
    </Panel>
  )
}
