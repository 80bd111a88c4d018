// The permission in the words that are kept, an empty box, and the one button that pays.
import type { Refusal } from '#src/domain/refusal.ts'
import { feeAmount } from '#src/domain/rules/payment-fee.ts'
import type { PaymentPreview } from '#src/servicing/payments/preview-payment.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { CheckField } from '#src/ui/forms/check-field.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { AccountVisit } from '../account-visit.tsx'
import { FormFields } from '../form-session.tsx'
import { spoken } from '../masked.tsx'
import { draftQuery } from './payment-draft.ts'
import { authorizationOf } from './payment-words.ts'
import type { ReviewParts } from './review-parts.ts'

type PermissionProps = { readonly visit: AccountVisit; readonly parts: ReviewParts }

export function PermissionPanel({ visit, parts }: PermissionProps) {
  const { c, session, reader, ctx } = visit
  const { preview, draft, refusals, place } = parts
  const w = reader.words.payments.review
  const { total, fee, fundingAccount, dates } = preview
  const permission = {
    amount: total,
    fee: feeAmount(fee),
    account: fundingAccount,
    on: dates.effective,
  }
  const isMissing = has(refusals, 'authorizationMissing')
  const button = place.changing ? reader.words.payments.change.confirm : w.pay
  return (
    <Panel title={w.permission}>
      <form method="post" action={place.submit}>
        <FormFields c={c} session={session} />
        <HiddenDraft parts={parts} />
        <p>{spoken(authorizationOf(permission, { ctx, reader }), reader)}</p>
        <CheckField
          id="agreed"
          name="agreed"
          label={w.agree}
          {...(isMissing && { error: w.agreeMissing })}
        />
        <PaymentQuestions visit={visit} preview={preview} refusals={refusals} />
        <Buttons>
          <Button look="primary">{button(reader.money(total))}</Button>
          <ButtonLink href={`${place.form}?${draftQuery(draft)}`}>{w.back}</ButtonLink>
        </Buttons>
        <p class="k-small mt-4">{w.twice}</p>
      </form>
    </Panel>
  )
}

type QuestionProps = {
  readonly visit: AccountVisit
  readonly preview: Pick<PaymentPreview, 'repeats' | 'unusual' | 'amount'>
  readonly refusals: readonly Refusal[]
}

/** What is asked once more before a payment, from a bank account or by card. */
export function PaymentQuestions(props: QuestionProps) {
  return (
    <>
      <Repeated {...props} />
      <UnusualAmount {...props} />
    </>
  )
}

/** Only where a payment that is set or under way does the same, or a part of it. */
function Repeated({ visit, preview, refusals }: QuestionProps) {
  const { reader, base } = visit
  const { repeats } = preview
  const w = reader.words.payments.review
  if (!repeats) return null
  const { id, by, amount, effective, confirmation, isSeen } = repeats.of
  const day = reader.date(effective, 'long')
  const number = <span class="k-code">{confirmation}</span>
  const isMissing = has(refusals, 'duplicatePayment')
  const place = by === 'card' ? 'card-payments' : 'payments'
  const money = reader.money(amount)
  const lead =
    by === 'card'
      ? reader.words.cards.repeats(money, confirmation)
      : w.repeats[repeats.how](money, day, number)
  return (
    <div class="my-3">
      <Note tone="warn" lead={lead}>
        {isSeen && <a href={`${base}/${place}/${id}`}>{w.repeatsSee}</a>}
      </Note>
      <CheckField
        id="second"
        name="second"
        label={w.repeatsAgree}
        {...(isMissing && { error: w.repeatsMissing })}
      />
    </div>
  )
}

/** Only where the amount looks like a slip of the hand: asked once, never refused. */
function UnusualAmount({ visit, preview, refusals }: QuestionProps) {
  const { reader } = visit
  const { unusual, amount } = preview
  const w = reader.words.payments.review
  if (!unusual) return null
  const isMissing = has(refusals, 'unusualAmount')
  return (
    <div class="my-3">
      <Note
        tone="warn"
        lead={w.unusual[unusual.how](reader.money(amount), reader.money(unusual.usual))}
      />
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

/** What is paid travels with the form, and what was shown with it. */
function HiddenDraft({ parts }: { parts: ReviewParts }) {
  const fields = [
    ...new URLSearchParams(draftQuery(parts.draft)),
    ['shown', String(parts.preview.total)] as const,
  ]
  return (
    <>
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
