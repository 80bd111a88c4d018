// POST /confirm/backup-code: the code of the number that is asked for.
import type { Hono } from 'hono'
import * as z from 'zod'
import { readForm } from '#src/http/form.ts'
import type { ConfirmingSession } from '#src/identity/entry/confirm.ts'
import { confirmByBackupCode } from '#src/identity/entry/confirm-by-backup-code.ts'
import { waysToConfirm } from '#src/identity/entry/ways.ts'
import { asConfirming } from '../front/as-confirming.ts'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { readSessionCookie } from '../session-cookie.ts'
import { confirmPage } from './confirm-page.tsx'
import { confirmed } from './confirmed.ts'

const way = 'backup'

export function registerConfirmBackupCode(app: Hono<WebEnv>): void {
  app.post('/confirm/backup-code', (c) => asConfirming(c, (session) => post(c, session)))
}

async function post(c: WebContext, session: ConfirmingSession): Promise<Response> {
  const words = c.get('words')
  const deps = identityDeps(c)
  const { backupNumber } = await waysToConfirm(deps, session)
  const missing = words.secondFactors.confirmBackup.codeMissing(backupNumber ?? 1)
  const schema = z.object({ backupCode: z.string().trim().min(1, missing) })
  const form = readForm(schema, c.get('form').typed, words)
  if (!form.ok) {
    const problem = { kind: 'fields', problems: form.problems } as const
    return confirmPage(c, session, { way, problem })
  }
  const asking = { session, visit: c.get('visit'), token: readSessionCookie(c) ?? '' }
  const answer = await confirmByBackupCode(deps, asking, form.value.backupCode)
  if (!answer.ok) {
    const problem = { kind: 'refused', refusal: answer.refusal } as const
    return confirmPage(c, session, { way, problem })
  }
  return confirmed(c, session, { answer: answer.value, by: 'backup' })
}
