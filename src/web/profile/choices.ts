// What the two forms of choices of the profile do; a form that is not whole comes back.
import * as z from 'zod'
import { type FieldProblem, readForm } from '#src/http/form.ts'
import { chooseMessages } from '#src/identity/profile/choose-messages.ts'
import { choosePaperless } from '#src/identity/profile/choose-paperless.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { identityDeps, type WebContext } from '../request-context.ts'

type Handle = (c: WebContext, session: SignedInSession) => Promise<Response>

type Show = (
  c: WebContext,
  session: SignedInSession,
  problems: readonly FieldProblem[],
) => Promise<Response>

export function choosesPapers(show: Show): Handle {
  return async (c, session) => {
    const words = c.get('words')
    const papers = z.enum(['online', 'mail'], words.profile.paperless.missing)
    const form = readForm(z.object({ papers }), c.get('form').typed, words)
    if (!form.ok) return show(c, session, form.problems)
    await choosePaperless(identityDeps(c), askingOf(c, session), form.value.papers)
    return c.redirect('/profile?done=paperless', 303)
  }
}

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
