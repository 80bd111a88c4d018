import { CORRECTION_REASONS } from '#src/domain/account/statement/statement-changes.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { Button } from '#src/ui/button.tsx'
import { RadioGroup } from '#src/ui/forms/check-field.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import { type StatementParts, statementPath } from './statements-desk.ts'

/** `known` says what whoever sends it has seen: anything recorded since asks once more. */
export function CorrectionPanel(of: {
  readonly c: DeskContext
  readonly session: StaffSession
  readonly parts: StatementParts
}) {
  const { c, session, parts } = of
  const { form: w } = c.get('words').desk.papers.statements
  const { view, typed, problems } = parts
  const error = (field: string) => {
    const problem = problems.find((each) => each.field === field)
    return problem ? { error: problem.message } : {}
  }
  return (
    <Panel title={w.title} lead={w.lead}>
      <form class="k-fields" method="post" action={`${statementPath(c)}/correction`}>
        <DeskFields c={c} session={session} />
        <input type="hidden" name="known" value={String(view.known)} />
        <RadioGroup
          id="reason"
          name="reason"
          legend={w.reason}
          value={typed.reason ?? ''}
          options={CORRECTION_REASONS.map((value) => ({ value, label: w.reasons[value] }))}
          {...error('reason')}
        />
        <TextField
          id="note"
          name="note"
          label={w.note}
          hint={w.noteHint}
          value={typed.note ?? ''}
          autocomplete="off"
          maxlength={500}
          {...error('note')}
        />
        <Button look="primary" width="full">
          {w.save}
        </Button>
      </form>
    </Panel>
  )
}
