// GET /accounts/:id/autopay/new: how much, on which day, from where, and the first three debits of
// it. One plain form; nothing is set by it.
import type { Hono } from 'hono'
import { type FieldProblem, summaryOf } from '#src/http/form.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Steps } from '#src/ui/layout/steps.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { viewedPage } from '../lease/page-by-product.ts'
import type { Reader } from '../reader.ts'
import type { WebEnv } from '../request-context.ts'
import { AutopayForm } from './autopay-form.tsx'
import { type AskedAutopay, askedAutopay, type TriedAutopay, tryAutopay } from './draft-visit.ts'

export function registerAutopayForm(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/autopay/new', viewedPage(newAutopay))
}

async function newAutopay(visit: AccountVisit, view: AccountView): Promise<Response> {
  const typed = visit.c.req.query()
  const asked = await askedAutopay(visit, view, typed)
  if (asked instanceof Response) return asked
  const tried = await tryAutopay(visit, asked)
  // Nothing is wrong with a form that nobody has typed anything into yet.
  const problems = tried.ok || Object.keys(typed).length === 0 ? [] : tried.problems
  return autopayFormPage(visit, { asked, tried, problems })
}

/** The form, 422 when something has to be fixed. */
export function autopayFormPage(
  visit: AccountVisit,
  parts: { asked: AskedAutopay; tried: TriedAutopay; problems: readonly FieldProblem[] },
): Response {
  const { reader } = visit
  const { asked, problems } = parts
  const w = reader.words.autopay.form
  const title = asked.options.current ? w.titleChange : w.titleSet
  const shown =
    asked.options.fundingAccounts.length === 0
      ? problems.filter(({ field }) => field !== 'from')
      : problems
  return showAccountPage(visit, asked.view, {
    title,
    current: 'autopay',
    ...(shown.length > 0 && { status: 422, state: 'error' }),
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={asked.view} />}
          title={title}
          aside={<AutopaySteps current={1} reader={reader} />}
        />
        {shown.length > 0 && (
          <ErrorSummary
            title={reader.words.shell.errorSummary(shown.length)}
            problems={summaryOf(shown)}
          />
        )}
        <AutopayForm visit={visit} asked={asked} tried={parts.tried} problems={shown} />
      </>
    ),
  })
}

export function AutopaySteps(props: { current: 1 | 2; reader: Reader }) {
  const { autopay, payments } = props.reader.words
  return (
    <Steps
      label={autopay.form.stepsLabel}
      steps={autopay.form.steps}
      current={props.current}
      doneWords={payments.steps.doneWords}
    />
  )
}
