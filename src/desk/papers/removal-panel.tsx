import { mayEver } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { PaperRequest } from '#src/store/documents/paper-requests.ts'
import { Button } from '#src/ui/button.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { type DeskContext, momentsFor } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import type { PaperParts } from './papers-desk.ts'

type Of = {
  readonly c: DeskContext
  readonly session: StaffSession
  readonly parts: PaperParts
}

/** What whoever looks may do about taking a paper off the account. */
export function RemovalPanel(of: Of) {
  const { c, session, parts } = of
  const { paper, view } = parts
  const w = c.get('words').desk.papers.removal
  if (paper.removedAt !== null) return null
  const open = view.requests.find(({ paperId, state }) => paperId === paper.id && state === 'asked')
  if (!open && !mayEver(session.role, 'askPaper')) return null
  return (
    <Panel title={w.title} {...(!open && { lead: w.lead })}>
      {open ? <Decide {...of} open={open} /> : <Ask {...of} />}
    </Panel>
  )
}

function pathOf({ view, paper }: PaperParts): string {
  return `/accounts/${view.accountId}/papers/${paper.id}/removal`
}

function Ask({ c, session, parts }: Of) {
  const w = c.get('words').desk.papers.removal
  const problem = parts.problems.find(({ field }) => field === 'reason')
  return (
    <form class="k-fields" method="post" action={pathOf(parts)}>
      <DeskFields c={c} session={session} />
      <TextField
        id="reason"
        name="reason"
        label={w.reason}
        value={c.get('form')?.typed.reason ?? ''}
        autocomplete="off"
        maxlength={500}
        {...(problem && { error: problem.message })}
      />
      <Button width="full">{w.ask}</Button>
    </form>
  )
}

function Decide({ c, session, parts, open }: Of & { open: PaperRequest }) {
  const w = c.get('words').desk.papers.removal
  const path = pathOf(parts)
  const isOwn = open.askedBy === session.staffId
  const mayDecide = !isOwn && mayEver(session.role, 'decidePaper')
  const button = (action: string, words: string, look?: 'primary') => (
    <form method="post" action={`${path}/${action}`}>
      <DeskFields c={c} session={session} />
      <Button width="full" {...(look && { look })}>
        {words}
      </Button>
    </form>
  )
  return (
    <div class="k-flow">
      <p>
        {w.asked(open.askedByName, momentsFor(c).moment(open.askedAt))} {open.reason}
      </p>
      {!mayDecide && <p>{w.waits}</p>}
      {mayDecide && button('approval', w.approve, 'primary')}
      {mayDecide && button('refusal', w.refuse)}
      {isOwn && button('withdrawal', w.withdraw)}
    </div>
  )
}
