import type { ComponentChildren } from 'preact'
import { type FieldProblem, summaryOf } from '#src/http/form.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import { deskPage } from '../desk-page.tsx'
import { MARKS } from './mark-names.ts'

export type MarkForm = {
  readonly session: StaffSession
  readonly title: string
  readonly lead: string
  readonly to: string
  /** Where nothing is changed. */
  readonly back: string
  readonly reason: { readonly label: string; readonly typed: string }
  readonly save: string
  readonly problems: readonly FieldProblem[]
}

/** One form for what is marked and lifted: why, and the number where that is typed. */
export function markFormPage(
  c: DeskContext,
  form: MarkForm,
  fields: ComponentChildren = null,
): Response {
  const { shell, desk } = c.get('words')
  const w = desk.marks
  const { problems, title } = form
  const isRefused = problems.length > 0
  return deskPage(c, {
    title: isRefused ? `${shell.errorPrefix} ${title}` : title,
    ...(isRefused && { status: 422 as const }),
    current: 'customers',
    children: (
      <>
        <PageHeading identity={<a href={MARKS}>{w.title}</a>} title={title} lead={form.lead} />
        <div class="k-flow">
          {isRefused && (
            <ErrorSummary
              title={shell.errorSummary(problems.length)}
              problems={summaryOf(problems)}
            />
          )}
          <Panel>
            <form class="k-fields" method="post" action={form.to}>
              <DeskFields c={c} session={form.session} />
              {fields}
              <TextField
                id="reason"
                name="reason"
                label={form.reason.label}
                hint={w.form.reasonHint}
                value={form.reason.typed}
                autocomplete="off"
                maxlength={1000}
                error={errorOf(problems, 'reason')}
              />
              <Buttons phone="stacked">
                <Button look="primary">{form.save}</Button>
                <ButtonLink look="quiet" href={form.back}>
                  {w.form.back}
                </ButtonLink>
              </Buttons>
            </form>
          </Panel>
        </div>
      </>
    ),
  })
}

export function errorOf(problems: readonly FieldProblem[], field: string): string | undefined {
  return problems.find((each) => each.field === field)?.message
}
