// GET and POST /security/passkeys, and POST to its /challenge and its /removal.
import type { Hono } from 'hono'
import * as z from 'zod'
import type { Refusal } from '#src/domain/refusal.ts'
import { type FieldProblem, readForm } from '#src/http/form.ts'
import { readNewPasskey } from '#src/http/read-credential.ts'
import { addPasskey, passkeysOf, removePasskey } from '#src/identity/entry/change-passkeys.ts'
import type { FreshSession } from '#src/identity/entry/fresh-session.ts'
import { askForNewPasskey } from '#src/identity/factors/passkey-options.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import type { Words } from '#src/words/words.ts'
import { signedInPage } from '../account-visit.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { steppedUp } from '../security/step-up.tsx'
import { writeSessionCookie } from '../session-cookie.ts'
import { passkeysPage } from './passkeys-page.tsx'

const PAGE = '/security/passkeys'
const longestName = 60

export function registerPasskeys(app: Hono<WebEnv>): void {
  app.get(
    '/security/passkeys',
    changing((c, session) => show(c, session, {})),
  )
  app.post('/security/passkeys', changing(postPasskey))
  app.post('/security/passkeys/challenge', changing(postChallenge))
  app.post('/security/passkeys/removal', signedInPage(postRemoval))
}

/** A form that was sent too late is filled in again, on the page that one comes back to. */
function changing(handle: (c: WebContext, session: FreshSession) => Promise<Response>) {
  return signedInPage((c, session) =>
    steppedUp(c, session, {
      action: 'addPasskey',
      back: PAGE,
      handle: (fresh) => handle(c, fresh),
    }),
  )
}

async function postChallenge(c: WebContext, session: FreshSession): Promise<Response> {
  return c.json(await askForNewPasskey(identityDeps(c), session))
}

async function postPasskey(c: WebContext, session: FreshSession): Promise<Response> {
  const { typed } = c.get('form')
  const form = readForm(formOf(c.get('words')), { name: typed.name ?? '' }, c.get('words'))
  if (!form.ok) return show(c, session, { problems: form.problems })
  const response = readNewPasskey(typed.credential)
  if (!response) return show(c, session, { refusal: { code: 'passkeyNotAdded' } })
  const changing = { session, visit: c.get('visit') }
  const { name } = form.value
  const answer = await addPasskey(identityDeps(c), changing, { name, response })
  if (!answer.ok) return show(c, session, { refusal: answer.refusal })
  writeSessionCookie(c, answer.value.token)
  return c.redirect(`${PAGE}?done=added`, 303)
}

async function postRemoval(c: WebContext, session: SignedInSession): Promise<Response> {
  const id = z.uuid().safeParse(c.get('form').typed.passkey).data
  return steppedUp(c, session, {
    action: 'removePasskey',
    ...(id !== undefined && { removing: id }),
    back: PAGE,
    handle: async (fresh) => (id === undefined ? c.redirect(PAGE, 303) : remove(c, fresh, id)),
  })
}

async function remove(c: WebContext, session: FreshSession, id: string): Promise<Response> {
  const changing = { session, visit: c.get('visit') }
  const answer = await removePasskey(identityDeps(c), changing, id)
  if (!answer.ok) return show(c, session, { refusal: answer.refusal })
  if (answer.value === null) return c.redirect(PAGE, 303)
  writeSessionCookie(c, answer.value.token)
  return c.redirect(`${PAGE}?done=removed`, 303)
}

function formOf(words: Words) {
  const w = words.passkeys
  const name = z.string().trim().min(1, w.nameMissing).max(longestName, w.nameTooLong(longestName))
  return z.object({ name })
}

async function show(
  c: WebContext,
  session: FreshSession,
  wrong: { problems?: readonly FieldProblem[]; refusal?: Refusal },
): Promise<Response> {
  const passkeys = await passkeysOf(c.get('web'), session)
  return passkeysPage(c, { session, passkeys, problems: [], refusal: null, ...wrong })
}
