// Step 1 of a payment: how much, from where, when, and what it does. One plain form; nothing is
// taken by it.
import type { Refusal } from '#src/domain/refusal.ts'
import { summaryOf } from '#src/http/form.ts'
import { type PaymentPreview, previewPayment } from '#src/servicing/payments/preview-payment.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Steps } from '#src/ui/layout/steps.tsx'
import { refusedAccountPage } from '../account/refused-account.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { AutopayNote } from '../autopay/autopay-note.tsx'
import { autopayOf } from '../autopay/overview-panel.tsx'
import type { Reader } from '../reader.ts'
import { AmountForm } from './amount-form.tsx'
import type { AmountParts } from './amount-parts.ts'
import { OneDebitNote } from './one-debit-note.tsx'
import { choiceOf, type DraftProblem, fieldOf } from './payment-draft.ts'
import { AttemptNote } from './review-problems.tsx'

type Draft = Pick<AmountParts, 'view' | 'options' | 'draft' | 'place'>

/** What a draft does; nothing is wrong with one that nobody has typed anything into yet. */
export async function stepOne(
  visit: AccountVisit,
  asked: Draft,
  typed: Readonly<Record<string, string>>,
): Promise<Response> {
  const tried = await tryDraft(visit, asked)
  const problems = tried.ok || Object.keys(typed).length === 0 ? [] : tried.problems
  const preview = tried.ok ? tried.preview : null
  return amountPage(visit, { ...asked, preview, problems, attempt: null })
}

/**
 * A draft that can be paid as it stands, or what has to be fixed. Without a bank account nothing is
 * wrong yet.
 */
export async function tryDraft(
  visit: AccountVisit,
  { draft, options, place }: Draft,
): Promise<
  { ok: true; preview: PaymentPreview } | { ok: false; problems: readonly DraftProblem[] }
> {
  const { ctx, owner, reader } = visit
  const chosen = choiceOf(draft, { reader, options })
  if (!chosen.ok) return { ok: false, problems: chosen.problems }
  const preview = await previewPayment(ctx, owner, chosen.choice, place.changing?.id ?? null)
  if (preview.ok) return { ok: true, preview: preview.value }
  const field = fieldOf(preview.refusal, draft) ?? 'choice'
  const message = reader.words.refusals.sentence(preview.refusal, reader.locale)
  return { ok: false, problems: [{ field, message }] }
}

/** The page instead of the form where no payment can be made at all. */
export function nothingToPay(visit: AccountVisit, view: AccountView, refusal: Refusal): Response {
  const { title, closed } = visit.reader.words.payments
  return refusedAccountPage(visit, view, { title, current: 'payments', refusal, closed })
}

/** The form, 422 when something has to be fixed. */
export async function amountPage(visit: AccountVisit, parts: AmountParts): Promise<Response> {
  const { reader } = visit
  const { view, problems } = parts
  const w = reader.words
  const title = parts.place.changing ? w.payments.change.title : w.payments.title
  const autopay = parts.place.changing ? null : await autopayOf(visit, view)
  const shown = parts.options.fundingAccounts.length === 0 ? withoutFrom(problems) : problems
  return showAccountPage(visit, view, {
    title,
    current: 'payments',
    ...(shown.length > 0 && { status: 422, state: 'error' }),
    islands: ['cutoff.js'],
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={title}
          aside={<PaymentSteps current={1} reader={reader} />}
        />
        {shown.length > 0 && (
          <ErrorSummary title={w.shell.errorSummary(shown.length)} problems={summaryOf(shown)} />
        )}
        <AttemptNote attempt={parts.attempt} reader={reader} />
        <AutopayNote visit={visit} view={view} autopay={autopay} />
        <OneDebitNote visit={visit} place={parts.place} />
        <AmountForm visit={visit} parts={{ ...parts, problems: shown }} />
      </>
    ),
  })
}

export function PaymentSteps(props: { current: 1 | 2 | 3; reader: Reader }) {
  const w = props.reader.words.payments.steps
  return (
    <Steps
      label={w.label}
      steps={[w.amount, w.review, w.done]}
      current={props.current}
      doneWords={w.doneWords}
    />
  )
}

function withoutFrom(problems: readonly DraftProblem[]): readonly DraftProblem[] {
  return problems.filter((problem) => problem.field !== 'from')
}
