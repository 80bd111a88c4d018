import { type FieldProblem, summaryOf } from '#src/http/form.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { STAFF_ROLES } from '#src/store/staff/staff.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { ChoiceList } from '#src/ui/forms/choice-list.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import { deskPage } from '../desk-page.tsx'

export function newPersonPage(
  c: DeskContext,
  session: StaffSession,
  problems: readonly FieldProblem[],
): Response {
  const { desk, shell } = c.get('words')
  const w = desk.people
  const isRefused = problems.length > 0
  return deskPage(c, {
    title: isRefused ? `${shell.errorPrefix} ${w.add}` : w.add,
    ...(isRefused && { status: 422 as const }),
    current: 'staff',
    children: (
      <>
        <PageHeading identity={<a href="/staff">{w.title}</a>} title={w.add} lead={w.form.lead} />
        <div class="k-flow">
          {isRefused && (
            <ErrorSummary
              title={shell.errorSummary(problems.length)}
              problems={summaryOf(problems)}
            />
          )}
          <Panel>
            <NewPerson c={c} session={session} problems={problems} />
          </Panel>
        </div>
      </>
    ),
  })
}

function NewPerson(props: {
  c: DeskContext
  session: StaffSession
  problems: readonly FieldProblem[]
}) {
  const { c, session, problems } = props
  const { people, roles } = c.get('words').desk
  const w = people.form
  const typed = c.get('form')?.typed
  const wrong = (name: string) => problems.find(({ field }) => field === name)?.message
  return (
    <form class="k-fields" method="post" action="/staff/new">
      <DeskFields c={c} session={session} />
      <TextField
        id="name"
        name="name"
        label={w.name}
        value={typed?.name ?? ''}
        autocomplete="off"
        maxlength={80}
        width="medium"
        error={wrong('name')}
      />
      <TextField
        id="email"
        name="email"
        type="email"
        label={w.email}
        hint={w.emailHint}
        value={typed?.email ?? ''}
        autocomplete="off"
        maxlength={200}
        width="medium"
        error={wrong('email')}
      />
      <ChoiceList
        id="role"
        name="role"
        legend={w.role}
        legendLook="field"
        choices={STAFF_ROLES.map((value) => ({ value, name: roles[value], note: w.roles[value] }))}
        {...(typed?.role && { value: typed.role })}
        error={wrong('role')}
      />
      <Buttons>
        <Button look="primary">{people.add}</Button>
      </Buttons>
    </form>
  )
}
