// The permission to charge a card, an empty box, and the button that leads to the processor's page.
import { plus } from '#src/domain/money.ts'
import type { Refusal } from '#src/domain/refusal.ts'
import { feeAmount } from '#src/domain/rules/payment-fee.ts'
import type { CardPreview } from '#src/servicing/cards/preview-card-payment.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { CheckField } from '#src/ui/forms/check-field.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { FormFields } from '../form-session.tsx'
import type { PaymentDraft } from '../payments/payment-draft.ts'
import { cardQuery } from './card-draft.ts'
import type { CardVisit } from './card-visit.ts'

export type CardReviewParts = {
  readonly draft: PaymentDraft
  readonly preview: CardPreview
  readonly refusals: readonly Refusal[]
}

type Props = { readonly visit: CardVisit; readonly parts: CardReviewParts }

/** The exact sentence the obligor agrees to; shown, and kept with the payment. */
export function cardAuthorization(visit: CardVisit, preview: CardPreview): string {
  const { reader, ctx } = visit
  const { amount, fee, choice } = preview
  return reader.words.cards.authorization({
    lender: ctx.lender.name,
    total: reader.money(plus(amount, feeAmount(fee))),
    amount: reader.money(amount),
    fee: fee === null ? null : reader.money(fee.amount),
    day: reader.date(choice.effective, 'dated'),
  })
}

export function CardPermission({ visit, parts }: Props) {
  const { c, session, reader, base } = visit
  const { preview, draft, refusals } = parts
  const w = reader.words.cards
  const isMissing = has(refusals, 'authorizationMissing')
  const hidden = [
    ...new URLSearchParams(cardQuery(draft)),
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
        <p>{cardAuthorization(visit, preview)}</p>
        <CheckField
          id="agreed"
          name="agreed"
          label={w.agree}
          {...(isMissing && { error: reader.words.payments.review.agreeMissing })}
        />
        <Repeated visit={visit} parts={parts} />
        <UnusualAmount visit={visit} parts={parts} />
        <Buttons>
          <Button look="primary">
            {w.go(reader.money(plus(preview.amount, feeAmount(preview.fee))))}
          </Button>
          <ButtonLink href={`${base}/card-payments/new?${cardQuery(draft)}`}>
            {reader.words.payments.review.back}
          </ButtonLink>
        </Buttons>
        <p class="k-small mt-4">{w.twice}</p>
      </form>
    </Panel>
  )
}

/** Only where a payment that is set or under way does the same. */
function Repeated({ visit, parts }: Props) {
  const { reader, base } = visit
  const { repeats } = parts.preview
  const w = reader.words.cards.repeats
  if (!repeats) return null
  const { id, by, amount, confirmation, isSeen } = repeats.of
  const place = by === 'card' ? 'card-payments' : 'payments'
  const isMissing = has(parts.refusals, 'duplicatePayment')
  return (
    <div class="my-3">
      <Note tone="warn" lead={w.lead(reader.money(amount), confirmation)}>
        {isSeen && <a href={`${base}/${place}/${id}`}>{w.see}</a>}
      </Note>
      <CheckField
        id="second"
        name="second"
        label={w.agree}
        {...(isMissing && { error: w.missing })}
      />
    </div>
  )
}

/** Only where the amount looks like a slip of the hand: asked once, never refused. */
function UnusualAmount({ visit, parts }: Props) {
  const { reader } = visit
  const { unusual, amount } = parts.preview
  const w = reader.words.payments.review
  if (!unusual) return null
  const isMissing = has(parts.refusals, 'unusualAmount')
  const words = w.unusual[unusual.how](reader.money(amount), reader.money(unusual.usual))
  return (
    <div class="my-3">
      <Note tone="warn" lead={words} />
      <CheckField
        id="unusual"
        name="unusual"
        label={w.unusualAgree(reader.money(amount))}
        {...(isMissing && { error: w.unusualMissing })}
      />
    </div>
  )
}

function has(refusals: readonly Refusal[], code: Refusal['code']): boolean {
  return refusals.some((refusal) => refusal.code === code)
}
