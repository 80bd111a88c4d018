// Random bytes that a member of staff's browser is about to answer for, in one session and for one
// purpose: asking for others replaces them, and taking them removes them.
import type { Tx } from '../database.ts'

/** `show`: a passkey that is there. `add`: a new one. `sso`: what signing in elsewhere is bound to. */
export type StaffChallengePurpose = 'show' | 'add' | 'sso'

export type StaffChallenge = {
  readonly sessionId: string
  readonly purpose: StaffChallengePurpose
  readonly challenge: Uint8Array
  readonly expiresAt: string
}

export async function putStaffChallenge(tx: Tx, given: StaffChallenge): Promise<void> {
  const what = { challenge: Buffer.from(given.challenge), expires_at: given.expiresAt }
  await tx
    .insertInto('staff_challenge')
    .values({ session_id: given.sessionId, purpose: given.purpose, ...what })
    .onConflict((conflict) => conflict.columns(['session_id', 'purpose']).doUpdateSet(what))
    .execute()
}

/** For exactly one of several callers; null when it was used, is too old or was never asked for. */
export async function takeStaffChallenge(
  tx: Tx,
  which: Pick<StaffChallenge, 'sessionId' | 'purpose'> & { readonly now: string },
): Promise<Uint8Array | null> {
  const row = await tx
    .deleteFrom('staff_challenge')
    .where('session_id', '=', which.sessionId)
    .where('purpose', '=', which.purpose)
    .returning(['challenge', 'expires_at'])
    .executeTakeFirst()
  return row && which.now < row.expires_at ? row.challenge : null
}
