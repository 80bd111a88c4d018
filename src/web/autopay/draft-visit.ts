// What the form and its review have in common: what can be chosen, what was, and what it would do.
import type { Outcome, Refusal } from '#src/domain/refusal.ts'
import type { FieldProblem, Typed } from '#src/http/form.ts'
import { type AutopayOptions, autopayOptions } from '#src/servicing/autopay/autopay-options.ts'
import { changeAutopay } from '#src/servicing/autopay/change-autopay.ts'
import { previewAutopay } from '#src/servicing/autopay/preview-autopay.ts'
import { type AutopayOrder, setAutopay } from '#src/servicing/autopay/set-autopay.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { refusedAccountPage } from '../account/refused-account.tsx'
import type { AccountVisit } from '../account-visit.tsx'
import { choiceOf, draftOf, draftOfTerms, fieldOf } from './autopay-draft.ts'
import type { AutopayDraft } from './draft-fields.ts'

type Previewed = Extract<Awaited<ReturnType<typeof previewAutopay>>, { ok: true }>['value']
type Chosen = Extract<ReturnType<typeof choiceOf>, { ok: true }>['choice']

export type AskedAutopay = {
  readonly view: AccountView
  readonly options: AutopayOptions
  readonly draft: AutopayDraft
}

export type TriedAutopay =
  | { readonly ok: true; readonly choice: Chosen; readonly preview: Previewed }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** The draft, or the page that says why nothing can be set here. */
export async function askedAutopay(
  visit: AccountVisit,
  view: AccountView,
  typed: Typed,
): Promise<AskedAutopay | Response> {
  const { ctx, owner } = visit
  const options = await autopayOptions(ctx, owner)
  if (!options.ok) return refusedHere(visit, view, options.refusal)
  const { current, today, fundingAccounts } = options.value
  const first = fundingAccounts[0]?.id ?? ''
  const isThere = fundingAccounts.some(({ id }) => id === current?.fundingAccountId)
  const from = isThere && current ? current.fundingAccountId : first
  const terms = current?.terms ?? { ...USUAL, begins: today }
  const draft = draftOf(typed, draftOfTerms(terms, from, today))
  return { view, options: options.value, draft }
}

const USUAL = {
  amount: { kind: 'installment' },
  day: { kind: 'dueDate' },
  charges: 'notTaken',
  ends: null,
} as const

/** What the draft would take, or what has to be fixed first. */
export async function tryAutopay(visit: AccountVisit, asked: AskedAutopay): Promise<TriedAutopay> {
  const { ctx, owner, reader } = visit
  const chosen = choiceOf(asked.draft, reader)
  if (!chosen.ok) return chosen
  const { choice } = chosen
  const preview = await previewAutopay(ctx, owner, choice)
  if (preview.ok) return { ok: true, choice, preview: preview.value }
  const message = reader.words.refusals.sentence(preview.refusal, reader.locale)
  return { ok: false, problems: [{ field: fieldOf(preview.refusal, asked.draft), message }] }
}

/** Sets it, or changes what is set. */
export function setOrChange(
  { ctx, owner }: AccountVisit,
  asked: AskedAutopay,
  order: AutopayOrder,
): Promise<Outcome<unknown>> {
  const verb = asked.options.current ? changeAutopay : setAutopay
  return verb(ctx, owner, order)
}

export function refusedHere(visit: AccountVisit, view: AccountView, refusal: Refusal): Response {
  const { autopay, payments } = visit.reader.words
  return refusedAccountPage(visit, view, {
    title: autopay.pages.title,
    current: 'autopay',
    refusal,
    closed: payments.closed,
  })
}
