// Before a form is shown there is a session to bind it to; each form carries its token and a key of
// its own.
import { makeFormToken } from '#src/identity/forms/form-token.ts'
import { type Session, startVisitorSession, type VisitorSession } from '#src/identity/sessions.ts'
import { identityDeps, type WebContext } from './request-context.ts'
import { writeSessionCookie } from './session-cookie.ts'

/** The session of this request; a browser without one gets a visitor's. */
export async function ensureSession(c: WebContext): Promise<Session> {
  const lookup = c.get('lookup')
  return lookup.state === 'open' ? lookup.session : newVisitor(c)
}

async function newVisitor(c: WebContext): Promise<VisitorSession> {
  const opened = await startVisitorSession(identityDeps(c), c.get('visit'))
  writeSessionCookie(c, opened.token)
  c.set('lookup', { state: 'open', session: opened.session })
  return opened.session
}

/** First in every form that is posted. `session` is the one the page was made for. */
export function FormFields(props: { c: WebContext; session: Session }) {
  const { vault, newId } = props.c.get('web')
  return (
    <>
      <input type="hidden" name="token" value={makeFormToken(vault, props.session)} />
      <input type="hidden" name="key" value={newId()} />
    </>
  )
}
