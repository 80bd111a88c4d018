import type { Tx } from '#src/store/database.ts'
import { moveHeldForm } from '#src/store/logins/held-forms.ts'
import { moveEnrollment } from '#src/store/logins/totp-enrollments.ts'

/** What a session has begun goes on in the one that replaces it. */
export async function takeAlong(
  tx: Tx,
  sessions: { readonly from: string; readonly to: string },
): Promise<void> {
  await moveEnrollment(tx, sessions)
  await moveHeldForm(tx, sessions)
}
