import { sendAgainUntil } from '#src/domain/rules/refused-file.ts'
import { mayEver } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { RefusalTally } from '#src/store/ach/refused-entries.ts'
import type { RefusalDecision, RefusedFile } from '#src/store/ach/refused-files.ts'
import { Button } from '#src/ui/button.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { formatCount } from '#src/words/format.ts'
import { type DeskContext, momentsFor } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import { writers } from './money-links.tsx'

export type RefusalShown = {
  readonly session: StaffSession
  readonly refusal: RefusedFile
  readonly tally: RefusalTally
  /** Whether a cutoff is left at which it may go again. */
  readonly isInTime: boolean
  /** Who decided, where one of us did. */
  readonly decidedBy: string | null
}

type Of = RefusalShown & { readonly c: DeskContext }

/** What was taken back of a refused file, what was decided, and the decision where it is open. */
export function RefusalPanel(of: Of) {
  const { c, session, refusal, tally } = of
  const w = c.get('words').desk.money.sent.refused
  const count = (value: number) => formatCount(value, c.get('locale'))
  const mayDecide = mayEver(session.role, 'decideRefusedFile') && refusal.decision === null
  return (
    <Panel title={w.title} lead={tally.sent > 0 ? w.sent(count(tally.sent)) : w.none}>
      <div class="k-flow" id="refused">
        <Said c={c} />
        <DefinitionRows
          look="ruled"
          rows={(['undecided', 'sentAgain', 'notSent'] as const).map((fate) => ({
            label: w[fate],
            value: count(tally[fate]),
          }))}
        />
        {refusal.decision === null ? <p>{overWords(of)}</p> : <Decided {...of} />}
        {mayDecide && <Choice {...of} decision="sendAgain" />}
        {mayDecide && <Choice {...of} decision="doNotSend" />}
      </div>
    </Panel>
  )
}

function overWords({ c, refusal, isInTime }: Of): string {
  const w = c.get('words').desk.money.sent.refused
  const { day } = writers(c)
  return isInTime ? `${w.lead} ${w.over(day(sendAgainUntil(refusal.sentOn)))}` : w.tooLate
}

/** After the form: what it did. */
function Said({ c }: { c: DeskContext }) {
  const w = c.get('words').desk.money.sent.refused
  switch (c.req.query('decided')) {
    case 'done':
      return (
        <Note tone="ok" role="status">
          {w.said}
        </Note>
      )
    case 'before':
      return <Note role="status">{w.before}</Note>
    case 'tooLate':
      return (
        <Note tone="bad" role="status">
          {w.tooLate}
        </Note>
      )
    default:
      return null
  }
}

function Decided({ c, refusal, decidedBy }: Of) {
  const w = c.get('words').desk.money.sent.refused
  const { decision, decidedAt, carriedOutAt } = refusal
  if (decision === null || decidedAt === null) return null
  const moment = momentsFor(c).moment(decidedAt)
  return (
    <Note tone={carriedOutAt === null ? 'info' : 'ok'} lead={w.decided[decision]}>
      {decidedBy === null ? w.byTime(moment) : w.decidedBy(decidedBy, moment)}
      {'. '}
      {carriedOutAt === null ? w.working : w.carriedOut}
    </Note>
  )
}

function Choice({ c, session, refusal, isInTime, decision }: Of & { decision: RefusalDecision }) {
  const w = c.get('words').desk.money.sent.refused
  const { day } = writers(c)
  const isAgain = decision === 'sendAgain'
  if (isAgain && !isInTime) return null
  return (
    <form
      class="k-flow"
      method="post"
      action={`/money/files/${refusal.id}/${isAgain ? 'again' : 'drop'}`}
    >
      <DeskFields c={c} session={session} />
      <p class="k-small k-ink2">
        {isAgain ? w.againText(day(sendAgainUntil(refusal.sentOn))) : w.dropText}
      </p>
      <Button look={isAgain ? 'primary' : 'destructive'}>{isAgain ? w.again : w.drop}</Button>
    </form>
  )
}
