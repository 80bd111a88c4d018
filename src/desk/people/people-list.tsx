import type { Roster } from '#src/identity/staff/keep-staff.ts'
import { mayEver } from '#src/identity/staff/staff-policy.ts'
import type { Enrolled } from '#src/identity/staff/staff-roster.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { type DeskContext, momentsFor } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'

type Of = {
  readonly c: DeskContext
  readonly session: StaffSession
  readonly roster: Roster
}

export function PeopleList({ c, session, roster }: Of) {
  const w = c.get('words').desk
  const facts = roster.people.map((person): Fact => {
    const mayKeep = mayEver(session.role, 'disableStaff') && person.disabledAt === null
    return {
      mark: { icon: person.disabledAt === null ? 'badge-check' : 'circle-x' },
      title: person.name,
      detail: [w.roles[person.role], person.email, stateOf(c, person)].join(' · '),
      ...(mayKeep && {
        action: (
          <Buttons>
            <Act c={c} session={session} to="links" person={person} words={w.people.link} />
            {person.id !== session.staffId && (
              <Act c={c} session={session} to="leavers" person={person} words={w.people.disable} />
            )}
          </Buttons>
        ),
      }),
    }
  })
  return <FactList look="ruled" facts={facts} />
}

function stateOf(c: DeskContext, person: Enrolled): string {
  const { state: w } = c.get('words').desk.people
  if (person.disabledAt !== null) return w.disabled(momentsFor(c).day(person.disabledAt))
  if (person.approvedAt === null) return w.waits
  if (person.isBoundToSso) return w.sso
  return person.passkeys === 0 ? w.never : w.passkeys(person.passkeys)
}

function Act(props: {
  c: DeskContext
  session: StaffSession
  to: 'links' | 'leavers'
  person: Enrolled
  words: { readonly button: string; readonly named: (name: string) => string }
}) {
  const { c, session, to, person, words } = props
  return (
    <form method="post" action={`/staff/${to}`}>
      <DeskFields c={c} session={session} />
      <input type="hidden" name="person" value={person.id} />
      <Button size="dense" label={words.named(person.name)}>
        {words.button}
      </Button>
    </form>
  )
}

/** Whoever asked for it reads that somebody else has to say yes. */
export function WaitingList({ c, session, roster }: Of) {
  const w = c.get('words').desk.people.waiting
  const { moment } = momentsFor(c)
  const nameOf = (id: string) => roster.people.find((person) => person.id === id)?.name ?? ''
  const facts = roster.waiting.map(({ id, staffId, createdBy, createdAt }): Fact => {
    const isOwn = [createdBy, staffId].includes(session.staffId)
    const mayApprove = mayEver(session.role, 'approveStaff') && !isOwn
    return {
      mark: { icon: 'clock' },
      title: nameOf(staffId),
      detail: w.asked(nameOf(createdBy), moment(createdAt)),
      ...(mayApprove && {
        action: (
          <form method="post" action="/staff/approvals">
            <DeskFields c={c} session={session} />
            <input type="hidden" name="link" value={id} />
            <Button size="dense" label={w.approveNamed(nameOf(staffId))}>
              {w.approve}
            </Button>
          </form>
        ),
      }),
    }
  })
  return <FactList look="ruled" facts={facts} />
}
