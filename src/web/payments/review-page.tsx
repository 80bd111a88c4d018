// "Check your payment", what it does, and the permission with the button that pays.
import { minus, ZERO_CENTS } from '#src/domain/money.ts'
import type { Refusal } from '#src/domain/refusal.ts'
import type { PaymentPreview } from '#src/servicing/payments/preview-payment.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { ReviewRows } from '#src/ui/figures/definition-rows.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import type { Reader } from '../reader.ts'
import { PaymentSteps } from './amount-page.tsx'
import { EffectPanel } from './effect-panel.tsx'
import { draftQuery, type PaymentDraft } from './payment-draft.ts'
import { accountLabel } from './payment-words.ts'
import { PermissionPanel } from './permission-panel.tsx'

export type ReviewParts = {
  readonly view: AccountView
  readonly draft: PaymentDraft
  readonly preview: PaymentPreview
  /** Why the payment was not made; empty when it is shown for the first time. */
  readonly refusals: readonly Refusal[]
}

export function reviewPage(visit: AccountVisit, parts: ReviewParts): Response {
  const { reader } = visit
  const { view, preview, refusals } = parts
  const w = reader.words
  return showAccountPage(visit, view, {
    title: w.payments.review.title,
    current: 'payments',
    ...(refusals.length > 0 && { status: 422, state: 'error' }),
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={w.payments.review.title}
          aside={<PaymentSteps current={2} reader={reader} />}
        />
        <Problems refusals={refusals} reader={reader} />
        <PanelGrid split="7-5">
          <Area at="main">
            <Panel title={w.payments.review.heading}>
              <ReviewRows rows={reviewRows(visit, parts)} />
            </Panel>
          </Area>
          <Area at="side">
            <EffectPanel preview={preview} reader={reader} />
          </Area>
          <Area at="mainNext">
            <PermissionPanel visit={visit} parts={parts} />
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

/** Each sentence leads to the box to tick, or to the button that confirms the new amount. */
function Problems(props: { refusals: readonly Refusal[]; reader: Reader }) {
  const { refusals, reader } = props
  if (refusals.length === 0) return null
  const { words, locale } = reader
  return (
    <ErrorSummary
      title={words.shell.errorSummary(refusals.length)}
      problems={refusals.map((refusal) => ({
        fieldId: refusal.code === 'duplicatePayment' ? 'second' : 'agreed',
        words: words.refusals.sentence(refusal, locale),
      }))}
    />
  )
}

function reviewRows(visit: AccountVisit, parts: ReviewParts) {
  const { reader, base } = visit
  const { preview, draft } = parts
  const w = reader.words.payments.review
  const change = (what: keyof typeof w.changeWhat, field: string) => (
    <a href={`${base}/payments/new?${draftQuery(draft)}#${field}`}>
      {w.change} <span class="k-visually-hidden">{w.changeWhat[what]}</span>
    </a>
  )
  const { effective, withdrawn } = preview.dates
  return [
    {
      label: w.youPay,
      value: reader.money(preview.amount),
      note: choiceWords(preview, reader),
      change: change('amount', 'choice'),
    },
    {
      label: w.from,
      value: accountLabel(preview.fundingAccount, reader),
      note: preview.fundingAccount.bankName,
      change: change('from', 'from'),
    },
    {
      label: w.countsAsPaid,
      value: reader.date(effective, 'full'),
      note: w.leaves(reader.date(withdrawn, 'long')),
      change: change('when', 'on'),
    },
    { label: w.fee, value: reader.money(ZERO_CENTS), note: w.feeText },
    {
      label: w.cancelUntil,
      value: reader.moment(preview.dates.cancelUntil),
      note: w.cancelText,
    },
  ]
}

function choiceWords(preview: PaymentPreview, reader: Reader): string {
  const w = reader.words.payments.review.choices
  const { choice, amount } = preview
  switch (choice.choice) {
    case 'due':
      return w.due
    case 'payoff':
      return w.payoffPlain
    case 'other':
      return w.other
    case 'duePlusExtra': {
      const extra = choice.extraAmount ?? ZERO_CENTS
      const [due, more] = [reader.money(minus(amount, extra)), reader.money(extra)]
      return choice.extra === 'principal'
        ? w.duePlusExtraPrincipal(due, more)
        : w.duePlusExtraNext(due, more)
    }
  }
}
