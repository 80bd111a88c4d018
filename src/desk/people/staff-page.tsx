import type { Roster } from '#src/identity/staff/keep-staff.ts'
import type { MadeLink } from '#src/identity/staff/staff-link.ts'
import { mayEver } from '#src/identity/staff/staff-policy.ts'
import type { StaffRefusal } from '#src/identity/staff/staff-refusal.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { CodeBox, Panel } from '#src/ui/panel.tsx'
import { type DeskContext, momentsFor } from '../desk-context.ts'
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

function Done({ c }: { c: DeskContext }) {
  const { done: w } = c.get('words').desk.people
  const done = (['added', 'asked', 'disabled'] as const).find((at) => c.req.query('done') === at)
  return done ? (
    <Note tone="ok" role="status">
      {w[done]}
    </Note>
  ) : null
}

/** The only time that the link is shown. */
export function approvedPage(c: DeskContext, { url, expiresAt }: MadeLink): Response {
  const w = c.get('words').desk.people.approved
  const { moment } = momentsFor(c)
  return deskPage(c, {
    title: w.title,
    current: 'staff',
    children: (
      <>
        <PageHeading title={w.title} lead={w.lead} />
        <Panel>
          <CodeBox
            label={w.link(moment(expiresAt))}
            code={<span class="k-desk-link">{url}</span>}
          />
          <Buttons>
            <ButtonLink look="primary" href="/staff">
              {w.back}
            </ButtonLink>
          </Buttons>
        </Panel>
      </>
    ),
  })
}
