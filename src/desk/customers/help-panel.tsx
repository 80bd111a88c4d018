import type { SignInView } from '#src/identity/assistance/view-sign-in.ts'
import { type DeskAction, mayEver } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { Button } from '#src/ui/button.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'

type Of = {
  readonly c: DeskContext
  readonly session: StaffSession
  readonly view: SignInView
}

/** What this role may do; nothing where there is nothing. */
export function HelpPanel({ c, session, view }: Of) {
  const w = c.get('words').desk.customers.help
  const may = (action: DeskAction) => mayEver(session.role, action)
  if (!may('unlock')) return null
  const isClosed = view.reasons.some(({ code }) => code === 'recoveryRequired')
  return (
    <Panel title={w.title}>
      <div class="k-flow">
        <Help c={c} session={session} view={view} to="waits" words={w.unlock} />
        {view.login && view.login.sessions.length > 0 && (
          <Help c={c} session={session} view={view} to="sessions" words={w.endSessions} />
        )}
        {view.login && isOnline(view) && may('withdrawPaperless') && (
          <Help c={c} session={session} view={view} to="paper" words={w.paper} />
        )}
        {view.login && !isClosed && may('startRecovery') && (
          <Help c={c} session={session} view={view} to="recovery" words={w.startRecovery} />
        )}
      </div>
    </Panel>
  )
}

/** A consent that counts no more because the notice changed can be taken back too. */
function isOnline({ papers }: SignInView): boolean {
  return papers !== null && (papers.papers === 'online' || papers.isOutdated)
}

function Help(
  props: Of & {
    to: 'waits' | 'sessions' | 'recovery' | 'paper'
    words: { readonly button: string; readonly text: string }
  },
) {
  const { c, session, view, to, words } = props
  const { accountId, obligorId } = view
  return (
    <form class="k-flow" method="post" action={`/customers/${accountId}/${obligorId}/${to}`}>
      <DeskFields c={c} session={session} />
      <p class="k-small k-ink2">{words.text}</p>
      <Button look={to === 'recovery' ? 'destructive' : 'secondary'} width="full">
        {words.button}
      </Button>
    </form>
  )
}
