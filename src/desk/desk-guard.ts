// Every unsafe request at the desk passes here before any handler.

import type { MiddlewareHandler } from 'hono'
import { MOST_PAPER_BYTES } from '#src/domain/attached-kinds.ts'
import { isSafeMethod, judgeForm } from '#src/http/form-guard.ts'
import { MOST_FILE_BYTES } from '#src/http/uploaded-file.ts'
import type { DeskEnv } from './desk-context.ts'
import { refusedForm } from './desk-errors.tsx'
import { deskPageToReturnTo, deskSignInPath } from './session-end.tsx'

/** Their handlers look at `state`, and show the form again. */
const sessionless: ReadonlySet<string> = new Set([
  '/sign-in/passkey',
  '/sign-out',
  '/passkey-challenge',
  '/confirm/passkey',
  '/enroll',
  '/enroll/challenge',
  '/session',
])

/** Their forms carry a file, so large at most. */
function fileLimit(path: string): number | null {
  if (path === '/money/credit-files') return MOST_FILE_BYTES
  return /^\/accounts\/[0-9a-f-]{36}\/papers\/new$/.test(path) ? MOST_PAPER_BYTES : null
}

export function guardDeskForms(): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    if (isSafeMethod(c)) return next()
    const { vault, config } = c.get('desk')
    const lookup = c.get('lookup')
    const session = lookup.state === 'open' ? lookup.session : null
    const ownOrigin = config.deskOrigin
    const judged = await judgeForm(c, { vault, ownOrigin, session, sessionless, fileLimit })
    if (!judged.ok) {
      // A form of ours that only came after its session was over.
      const isLate = judged.reason === 'token' && lookup.state === 'ended'
      if (isLate) return c.redirect(deskSignInPath(deskPageToReturnTo(c)), 303)
      return refusedForm(c, judged.reason)
    }
    c.set('form', judged.form)
    return next()
  }
}
