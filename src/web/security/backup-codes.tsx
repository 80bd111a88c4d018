// GET and POST /security/backup-codes: make a set of backup codes and see it once.
import type { Hono } from 'hono'
import * as z from 'zod'
import type { Refusal } from '#src/domain/refusal.ts'
import { readForm } from '#src/http/form.ts'
import { makeBackupCodes } from '#src/identity/factors/backup-codes.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { countBackupCodes } from '#src/store/logins/backup-codes.ts'
import { signedInPage } from '../account-visit.tsx'
import { busyPage } from '../errors.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { backupCodesPage, madeCodesPage } from './backup-codes-page.tsx'
import { steppedUp } from './step-up.tsx'

export function registerBackupCodes(app: Hono<WebEnv>): void {
  app.get('/security/backup-codes', signedInPage(guarded((c, session) => show(c, session, null))))
  app.post('/security/backup-codes', signedInPage(guarded(make)))
}

function guarded(handle: (c: WebContext, session: SignedInSession) => Promise<Response>) {
  return (c: WebContext, session: SignedInSession) =>
    steppedUp(c, session, {
      action: 'makeBackupCodes',
      back: '/security/backup-codes',
      handle: () => handle(c, session),
    })
}

async function show(
  c: WebContext,
  session: SignedInSession,
  refusal: Refusal | null,
): Promise<Response> {
  const left = await countBackupCodes(identityDeps(c).db, session.loginId)
  return backupCodesPage(c, session, { left: left?.left ?? 0, refusal })
}

/** The codes are on this answer and nowhere else, so there is nothing to redirect to. */
async function make(c: WebContext, session: SignedInSession): Promise<Response> {
  const words = c.get('words')
  const form = readForm(z.object({ key: z.uuid() }), c.get('form').typed, words)
  if (!form.ok) return show(c, session, { code: 'formAlreadyUsed' })
  const asking = { session, visit: c.get('visit') }
  const made = await makeBackupCodes(identityDeps(c), asking, form.value.key)
  if (made.ok) return madeCodesPage(c, made.value)
  if (made.refusal.code === 'busy') return busyPage(c, made.refusal.retryAfterSeconds)
  return show(c, session, made.refusal)
}
