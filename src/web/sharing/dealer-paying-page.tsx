import { toDollars } from '#src/domain/money.ts'
import { type FieldProblem, summaryOf } from '#src/http/form.ts'
import { payableDates } from '#src/servicing/business-day.ts'
import { quotePayoff } from '#src/servicing/quote-payoff.ts'
import { type IntendedView, viewIntended } from '#src/servicing/sharing/intended-view.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { DateField, MoneyField, TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { refusedPage } from '../errors.tsx'
import { FormFields } from '../form-session.tsx'
import { IntendedNote } from './intended-note.tsx'

type Parts = { readonly visit: AccountVisit; readonly problems: readonly FieldProblem[] }

export async function dealerPayingPage(
  visit: AccountVisit,
  view: LoanView,
  problems: readonly FieldProblem[],
): Promise<Response> {
  const { c, ctx, owner, reader, base } = visit
  const range = payableDates(ctx, view.today)
  const quoted = await quotePayoff(ctx, owner, { on: range.first })
  const intended = await viewIntended(ctx, owner.accountId)
  const isPaid = intended?.standing.is === 'arrived'
  if (!quoted.ok && !isPaid) return refusedPage(c, quoted.refusal)
  const w = reader.words.sharing.paying
  const done = new Map([
    ['said', w.done],
    ['ended', w.ended],
  ]).get(c.req.query('done') ?? '')
  const total = quoted.ok ? (quoted.value.clearedOnlyTotal ?? quoted.value.payoff.total) : null
  return showAccountPage(visit, view, {
    title: w.title,
    current: 'payoff',
    ...(problems.length > 0 && { status: 422, state: 'error' }),
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={w.title}
          lead={w.lead}
          aside={<a href={`${base}/payoff`}>{reader.words.sharing.links.back}</a>}
        />
        {problems.length > 0 && (
          <ErrorSummary
            title={reader.words.shell.errorSummary(problems.length)}
            problems={summaryOf(problems)}
          />
        )}
        <div class="k-column">
          {done !== undefined && (
            <Note tone="ok" role="status">
              {done}
            </Note>
          )}
          {intended && <Awaited visit={visit} view={intended} />}
          {total !== null && (
            <Panel title={intended ? w.change : undefined} lead={intended ? w.replaces : undefined}>
              <Note tone="warn" lead={w.keep}>
                {w.keepText}
              </Note>
              <PayingForm
                {...{ visit, problems, range }}
                amount={{ dollars: toDollars(total), words: reader.money(total) }}
              />
            </Panel>
          )}
        </div>
      </>
    ),
  })
}

function Awaited({ visit, view }: { visit: AccountVisit; view: IntendedView }) {
  const { c, session, reader, base } = visit
  const w = reader.words.sharing.paying
  const { intended, standing, tellsPayer } = view
  return (
    <Panel>
      <IntendedNote reader={reader} view={view} />
      <p class="k-small mt-3">
        {intended.linkId === null ? w.saidByYou : w.saidByLink} {tellsPayer && w.tellsPayer}
      </p>
      {standing.is !== 'arrived' && (
        <form class="mt-4" method="post" action={`${base}/payoff/dealer/end`}>
          <FormFields c={c} session={session} />
          <input type="hidden" name="intended" value={intended.id} />
          <Button>{w.end}</Button>
        </form>
      )}
    </Panel>
  )
}

function PayingForm(
  props: Parts & {
    readonly range: ReturnType<typeof payableDates>
    readonly amount: { readonly dollars: string; readonly words: string }
  },
) {
  const { visit, problems, range, amount } = props
  const { c, session, reader, base } = visit
  const w = reader.words.sharing.paying
  const typed = c.req.method === 'POST' ? c.get('form').typed : {}
  const field = (name: string, first: string) => {
    const error = problems.find((problem) => problem.field === name)?.message
    return { id: name, name, value: typed[name] ?? first, ...(error !== undefined && { error }) }
  }
  return (
    <form class="k-fields mt-5" method="post" action={`${base}/payoff/dealer`}>
      <FormFields c={c} session={session} />
      <TextField {...field('payer', '')} label={w.payer} hint={w.payerHint} maxlength={80} />
      <MoneyField
        {...field('amount', amount.dollars)}
        label={w.amount}
        hint={w.amountHint(amount.words, reader.date(range.first, 'long'))}
      />
      <DateField
        {...field('expectedOn', range.first)}
        label={w.day}
        min={range.first}
        max={range.last}
      />
      <Buttons>
        <Button look="primary">{w.submit}</Button>
        <ButtonLink href={`${base}/payoff`}>{reader.words.sharing.links.back}</ButtonLink>
      </Buttons>
    </form>
  )
}
