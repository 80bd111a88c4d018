import type { Roster } from '#src/identity/staff/keep-staff.ts'
import { mayEver } from '#src/identity/staff/staff-policy.ts'
import type { StaffRefusal } from '#src/identity/staff/staff-refusal.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { deskPage } from '../desk-page.tsx'
import { EntryProblem } from '../entry/entry-problem.tsx'
import { PeopleList, WaitingList } from './people-list.tsx'

type Parts = { readonly roster: Roster; readonly refusal?: StaffRefusal }

export function staffPage(c: DeskContext, session: StaffSession, parts: Parts): Response {
  const { desk, shell } = c.get('words')
  const w = desk.people
  const { roster, refusal } = parts
  return deskPage(c, {
    title: refusal ? `${shell.errorPrefix} ${w.title}` : w.title,
    ...(refusal && { status: 422 as const }),
    current: 'staff',
    children: (
      <>
        <PageHeading title={w.title} lead={w.lead} />
        <div class="k-flow">
          <Done c={c} />
          {refusal && <EntryProblem c={c} refusal={refusal} />}
          {roster.waiting.length > 0 && (
            <Panel title={w.waiting.title} lead={w.waiting.lead}>
              <WaitingList c={c} session={session} roster={roster} />
            </Panel>
          )}
          <Panel title={w.everybody}>
            <div class="k-flow">
              <PeopleList c={c} session={session} roster={roster} />
              {mayEver(session.role, 'addStaff') && (
                <Buttons>
                  <ButtonLink href="/staff/new" icon="plus">
                    {w.add}
                  </ButtonLink>
                </Buttons>
              )}
            </div>
          </Panel>
        </div>
      </>
    ),
  })
}

const DONE = ['added', 'asked', 'approved', 'disabled'] as const

function Done({ c }: { c: DeskContext }) {
  const { done: w } = c.get('words').desk.people
  const done = DONE.find((at) => c.req.query('done') === at)
  return done ? (
    <Note tone="ok" role="status">
      {w[done]}
    </Note>
  ) : null
}
