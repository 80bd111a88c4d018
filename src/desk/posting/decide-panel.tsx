import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { RequestView } from '#src/servicing/posting/view-request.ts'
import { Button } from '#src/ui/button.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import { REQUESTS } from './posting-desk.ts'

type Of = {
  readonly c: DeskContext
  readonly session: StaffSession
  readonly view: RequestView
  readonly problem: { readonly field: string | null; readonly words: string } | null
}

/** What whoever looks may do with it; nothing once it is decided. */
export function DecidePanel(of: Of) {
  const { c, session, view } = of
  const w = c.get('words').desk.posting.request
  const { request, may } = view
  if (request.state !== 'asked') return null
  const path = `${REQUESTS}/${request.id}`
  const waits = !may.approve && !may.alone && !view.isOver
  return (
    <Panel title={w.decide} {...(may.approve && { lead: w.decideLead })}>
      <div class="k-flow">
        {waits && <p>{w.waits}</p>}
        {may.approve && (
          <form method="post" action={`${path}/approval`}>
            <DeskFields c={c} session={session} />
            <Button look="primary" width="full">
              {w.approve}
            </Button>
          </form>
        )}
        {may.alone && (
          <form class="k-flow" method="post" action={`${path}/execution`}>
            <DeskFields c={c} session={session} />
            <p class="k-small k-ink2">{w.carryOutLead}</p>
            <Button look="primary" width="full">
              {w.carryOut}
            </Button>
          </form>
        )}
        {may.refuse && <RefusalForm {...of} path={path} />}
        {may.withdraw && (
          <form method="post" action={`${path}/withdrawal`}>
            <DeskFields c={c} session={session} />
            <Button width="full">{w.withdraw}</Button>
          </form>
        )}
      </div>
    </Panel>
  )
}

function RefusalForm({ c, session, problem, path }: Of & { path: string }) {
  const w = c.get('words').desk.posting.request
  return (
    <form class="k-fields" method="post" action={`${path}/refusal`}>
      <DeskFields c={c} session={session} />
      <TextField
        id="note"
        name="note"
        label={w.refuseNote}
        hint={w.refuseHint}
        value={c.get('form')?.typed.note ?? ''}
        autocomplete="off"
        maxlength={500}
        {...(problem?.field === 'note' && { error: problem.words })}
      />
      <Button width="full">{w.refuse}</Button>
    </form>
  )
}
