// The permission to charge a card, an empty box, and the button that leads to the processor's page.
import { plus } from '#src/domain/money.ts'
import type { Refusal } from '#src/domain/refusal.ts'
import { feeAmount } from '#src/domain/rules/payment-fee.ts'
import type { CardPreview } from '#src/servicing/cards/preview-card-payment.ts'
import type { FundingAccount } from '#src/store/payments/funding-accounts.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { CheckField } from '#src/ui/forms/check-field.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { FormFields } from '../form-session.tsx'
import type { PaymentDraft } from '../payments/payment-draft.ts'
import { accountLabel } from '../payments/payment-words.ts'
import { PaymentQuestions } from '../payments/permission-panel.tsx'
import { cardQuery } from './card-draft.ts'
import type { CardVisit } from './card-visit.ts'

export type CardReviewParts = {
  readonly draft: PaymentDraft
  /** The saved card; null: one that is typed on the processor's page. */
  readonly card: FundingAccount | null
  readonly preview: CardPreview
  readonly refusals: readonly Refusal[]
}

type Props = { readonly visit: CardVisit; readonly parts: CardReviewParts }

/** The exact sentence the obligor agrees to; shown, and kept with the payment. */
export function cardAuthorization(
  visit: CardVisit,
  preview: CardPreview,
  card: FundingAccount | null,
): string {
  const { reader, ctx } = visit
  const { amount, fee, choice } = preview
  const w = reader.words.cards
  const permission = {
    lender: ctx.lender.name,
    total: reader.money(plus(amount, feeAmount(fee))),
    amount: reader.money(amount),
    fee: fee === null ? null : reader.money(fee.amount),
    day: reader.date(choice.effective, 'dated'),
  }
  return card === null
    ? w.authorization(permission)
    : w.saved.payAuthorization({ ...permission, card: accountLabel(card, reader) })
}

export function CardPermission({ visit, parts }: Props) {
  const { c, session, reader, base } = visit
  const { preview, card, refusals } = parts
  const w = reader.words.cards
  const total = reader.money(plus(preview.amount, feeAmount(preview.fee)))
  const isMissing = refusals.some(({ code }) => code === 'authorizationMissing')
  const hidden = [
    ...new URLSearchParams(cardQuery(parts)),
    ['shown', String(preview.amount)] as const,
    ['fee', String(feeAmount(preview.fee))] as const,
  ]
  return (
    <Panel title={w.permission}>
      <form method="post" action={`${base}/card-payments`}>
        <FormFields c={c} session={session} />
        {hidden.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p>{cardAuthorization(visit, preview, card)}</p>
        <CheckField
          id="agreed"
          name="agreed"
          label={w.agree}
          {...(isMissing && { error: reader.words.payments.review.agreeMissing })}
        />
        <PaymentQuestions visit={visit} preview={preview} refusals={refusals} />
        <Buttons>
          <Button look="primary">{card === null ? w.go(total) : w.saved.payNow(total)}</Button>
          <ButtonLink href={`${base}/card-payments/new?${cardQuery(parts)}`}>
            {reader.words.payments.review.back}
          </ButtonLink>
        </Buttons>
        <p class="k-small mt-4">{card === null ? w.twice : w.saved.payTwice}</p>
      </form>
    </Panel>
  )
}
