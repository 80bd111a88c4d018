import { toDollars } from '#src/domain/money.ts'
import type { MovablePayment } from '#src/domain/orders/account-money.ts'
import { RadioGroup } from '#src/ui/forms/check-field.tsx'
import { MoneyField } from '#src/ui/forms/text-field.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { writers } from '../money/money-links.tsx'
import type { FormOf } from './account-parts.ts'
import { AskForm, NothingToAsk, ToField } from './ask-form.tsx'

/** A payment that belongs to another account. */
export function MovePanel(of: FormOf) {
  const { c, view, typed, wrong } = of
  const w = c.get('words').desk.posting.account
  const { day, money } = writers(c)
  const nameOf = ({ amount, effectiveDate, channel }: MovablePayment) =>
    w.paymentOf(money(amount), day(effectiveDate), wayOf(w.ways, channel))
  if (view.movable.length === 0)
    return <NothingToAsk title={w.movesTitle}>{w.movesNone}</NothingToAsk>
  return (
    <Panel title={w.movesTitle} lead={w.movesLead}>
      <AskForm {...of} name="move" path="moves" title={w.movesTitle}>
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
      </AskForm>
    </Panel>
  )
}

function wayOf(ways: Readonly<Record<string, string>>, channel: string): string {
  return ways[channel] ?? ''
}

/** A late charge to forgive, all of it or a part. */
export function WaiverPanel(of: FormOf) {
  const { c, view, typed, wrong } = of
  const { account: w, form } = c.get('words').desk.posting
  const { day, money } = writers(c)
  const { charges } = view
  const [first] = charges
  if (!first) return <NothingToAsk title={w.waiversTitle}>{w.waiversNone}</NothingToAsk>
  return (
    <Panel title={w.waiversTitle}>
      <AskForm {...of} name="waiver" path="waivers" title={w.waiversTitle}>
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
      </AskForm>
    </Panel>
  )
}
