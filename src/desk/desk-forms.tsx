// Before a form is shown at the desk there is a session to bind it to; each form carries its token
// and a key of its own.
import { makeFormToken } from '#src/identity/forms/form-token.ts'
import { type DeskSession, startStaffVisitor } from '#src/identity/staff/staff-sessions.ts'
import { type DeskContext, deskCookie, staffDeps } from './desk-context.ts'

/** The session of this request; a browser without one gets a visitor's. */
export async function ensureDeskSession(c: DeskContext): Promise<DeskSession> {
  const lookup = c.get('lookup')
  if (lookup.state === 'open') return lookup.session
  const opened = await startStaffVisitor(staffDeps(c), c.get('visit'))
  deskCookie.write(c, opened.token)
  c.set('lookup', { state: 'open', session: opened.session })
  return opened.session
}

/** The same for pages that are added to the desk from outside of it. */
export const deskForms = {
  fields: async (c: DeskContext) => <DeskFields c={c} session={await ensureDeskSession(c)} />,
  typed: (c: DeskContext) => c.get('form').typed,
}

/** First in every form that is posted. */
export function DeskFields(props: { c: DeskContext; session: DeskSession }) {
  const { vault, newId } = props.c.get('desk')
  return (
    <>
      <input type="hidden" name="token" value={makeFormToken(vault, props.session)} />
      <input type="hidden" name="key" value={newId()} />
    </>
  )
}
