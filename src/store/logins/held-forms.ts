// Forms that wait until their sender has confirmed who they are.
import type { Tx } from '../database.ts'

export type HeldForm = {
  readonly id: string
  /** Where it was sent to. */
  readonly path: string
  readonly sealed: Buffer
}

type OfSession = { readonly sessionId: string; readonly loginId: string }

/** In the place of the one that the session held before. */
export async function keepHeldForm(
  tx: Tx,
  form: OfSession & Omit<HeldForm, 'sealed'> & { sealed: Uint8Array; expiresAt: string },
): Promise<void> {
  const { id, path, sealed, expiresAt } = form
  const row = { login_id: form.loginId, id, path, sealed, expires_at: expiresAt }
  await tx
    .insertInto('held_form')
    .values({ ...row, session_id: form.sessionId })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet(row))
    .execute()
}

/** Gone by being taken: of several callers one gets it. */
export async function takeHeldForm(
  tx: Tx,
  of: OfSession & { readonly now: string },
): Promise<HeldForm | null> {
  const row = await tx
    .deleteFrom('held_form')
    .where('session_id', '=', of.sessionId)
    .where('login_id', '=', of.loginId)
    .where('expires_at', '>', of.now)
    .returning(['id', 'path', 'sealed'])
    .executeTakeFirst()
  return row ?? null
}

/** A session that shows more gets a new row; the form that waits for that goes with it. */
export async function moveHeldForm(
  tx: Tx,
  sessions: { readonly from: string; readonly to: string },
): Promise<void> {
  await tx
    .updateTable('held_form')
    .set({ session_id: sessions.to })
    .where('session_id', '=', sessions.from)
    .execute()
}

export async function forgetOldHeldForms(tx: Tx, now: string): Promise<void> {
  await tx.deleteFrom('held_form').where('expires_at', '<=', now).execute()
}
