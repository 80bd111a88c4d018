// Each form is used once: its key, within a session, leads to the outcome of the first submission.
import type { Db, Tx } from '../database.ts'

export type FormSubmission = {
  readonly sessionId: string
  readonly key: string
  /** What to answer to the same form again, such as the path of the page that shows the result. */
  readonly outcome: string
  readonly submittedAt: string
}

/**
 * Null when this submission is the first; else the outcome of the first. Waits for one that is
 * under way.
 */
export async function claimForm(tx: Tx, form: FormSubmission): Promise<string | null> {
  const inserted = await tx
    .insertInto('form_submission')
    .values({
      session_id: form.sessionId,
      key: form.key,
      outcome: form.outcome,
      submitted_at: form.submittedAt,
    })
    .onConflict((conflict) => conflict.columns(['session_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  return inserted ? null : outcomeOfForm(tx, form)
}

/** Null when the form has not been sent. */
export async function outcomeOfForm(
  db: Db,
  form: Pick<FormSubmission, 'sessionId' | 'key'>,
): Promise<string | null> {
  const first = await db
    .selectFrom('form_submission')
    .select('outcome')
    .where('session_id', '=', form.sessionId)
    .where('key', '=', form.key)
    .executeTakeFirst()
  return first?.outcome ?? null
}

/** Null when the form was never sent, or what it did was undone. */
export async function readFormOutcome(
  tx: Tx,
  form: Pick<FormSubmission, 'sessionId' | 'key'>,
): Promise<string | null> {
  const row = await tx
    .selectFrom('form_submission')
    .select('outcome')
    .where('session_id', '=', form.sessionId)
    .where('key', '=', form.key)
    .executeTakeFirst()
  return row?.outcome ?? null
}

export async function forgetOldForms(tx: Tx, before: string): Promise<number> {
  const result = await tx
    .deleteFrom('form_submission')
    .where('submitted_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(result.numDeletedRows)
}
