// What the form of choices of the profile does; one that is not whole comes back.
import * as z from 'zod'
import { type FieldProblem, readForm } from '#src/http/form.ts'
import { chooseMessages } from '#src/identity/profile/choose-messages.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { identityDeps, type WebContext } from '../request-context.ts'

type Handle = (c: WebContext, session: SignedInSession) => Promise<Response>

type Show = (
  c: WebContext,
  session: SignedInSession,
  problems: readonly FieldProblem[],
) => Promise<Response>

/** Boxes are named by their contacts; what is not ticked is not wanted. */
export function choosesMessages(show: Show): Handle {
  return async (c, session) => {
    const words = c.get('words')
    const { typed } = c.get('form')
    const asked = z.literal('all', words.profile.messages.missing)
    const form = readForm(z.object({ asked }), typed, words)
    if (!form.ok) return show(c, session, form.problems)
    const wanted = Object.keys(typed).filter((name) => typed[name] === 'yes')
    await chooseMessages(identityDeps(c), askingOf(c, session), new Set(wanted))
    return c.redirect('/profile?done=messages', 303)
  }
}

function askingOf(c: WebContext, session: SignedInSession) {
  return { session, visit: c.get('visit') }
}
