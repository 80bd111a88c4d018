// "Check your payment" of a payment by card.
import { plus } from '#src/domain/money.ts'
import { feeAmount } from '#src/domain/rules/payment-fee.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { ReviewRows } from '#src/ui/figures/definition-rows.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, showAccountPage } from '../account-visit.tsx'
import { spoken } from '../masked.tsx'
import { PaymentSteps } from '../payments/amount-page.tsx'
import { accountLabel, choiceWords } from '../payments/payment-words.ts'
import { ReviewProblems } from '../payments/review-problems.tsx'
import { cardQuery } from './card-draft.ts'
import { CardEffect } from './card-effect.tsx'
import { CardPermission, type CardReviewParts } from './card-permission.tsx'
import type { CardVisit } from './card-visit.ts'

type Parts = CardReviewParts & { readonly view: AccountView; readonly attempt: string | null }

export function cardReviewPage(visit: CardVisit, parts: Parts): Response {
  const { reader, c, ctx } = visit
  const { view, preview, refusals } = parts
  const w = reader.words
  // The button of this page ends on the processor's page.
  c.set('formTarget', ctx.card.pageOrigin)
  return showAccountPage(visit, view, {
    title: w.cards.reviewTitle,
    current: 'payments',
    ...(refusals.length > 0 && { status: 422, state: 'error' }),
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={w.cards.reviewTitle}
          aside={<PaymentSteps current={2} reader={reader} />}
        />
        <ReviewProblems refusals={refusals} attempt={parts.attempt} reader={reader} />
        <PanelGrid split="7-5">
          <Area at="main">
            <Panel title={w.payments.review.heading}>
              <ReviewRows rows={rowsOf(visit, parts)} />
            </Panel>
          </Area>
          <Area at="side">
            <CardEffect preview={preview} view={view} reader={reader} />
          </Area>
          <Area at="mainNext">
            <CardPermission visit={visit} parts={parts} />
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

function rowsOf(visit: CardVisit, parts: Parts) {
  const { reader, base } = visit
  const { preview } = parts
  const { amount, fee, choice } = preview
  const w = reader.words.cards.rows
  const { review } = reader.words.payments
  const { saved } = reader.words.cards
  const cancelText = parts.card === null ? w.cancelText : saved.cancelText
  const change = (
    <a href={`${base}/card-payments/new?${cardQuery(parts)}#choice`}>
      {review.change} <span class="k-visually-hidden">{review.changeWhat.amount}</span>
    </a>
  )
  return [
    {
      label: review.youPay,
      value: reader.money(amount),
      note: choiceWords({ ...choice, amount }, reader),
      change,
    },
    { label: w.from, ...sourceOf(visit, parts) },
    { label: w.counts, value: reader.date(choice.effective, 'full'), note: w.countsNote },
    {
      label: w.fee,
      value: reader.money(feeAmount(fee)),
      note: fee === null ? w.feeNone : w.feeCited(fee.citation),
    },
    { label: w.total, value: reader.money(plus(amount, feeAmount(fee))), note: cancelText },
  ]
}

function sourceOf({ reader, ctx }: CardVisit, { card }: Parts) {
  const w = reader.words.cards
  if (card !== null)
    return { value: spoken(accountLabel(card, reader), reader), note: w.saved.note }
  const { accept } = ctx.lender.cards
  return { value: accept === 'debit' ? w.rows.card : w.rows.anyCard, note: w.rows.cardNote }
}
