// Random bytes that a passkey is about to sign, for one session and one purpose: asking for others
// replaces them, and taking them removes them.
import type { Tx } from '../database.ts'

/** `show`: to sign in, or to confirm who one is. `add`: to add a passkey. */
export type ChallengePurpose = 'show' | 'add'

export type PasskeyChallenge = {
  readonly sessionId: string
  readonly purpose: ChallengePurpose
  readonly challenge: Uint8Array
  readonly expiresAt: string
}

export async function putChallenge(tx: Tx, given: PasskeyChallenge): Promise<void> {
  const what = { challenge: Buffer.from(given.challenge), expires_at: given.expiresAt }
  await tx
    .insertInto('passkey_challenge')
    .values({ session_id: given.sessionId, purpose: given.purpose, ...what })
    .onConflict((conflict) => conflict.columns(['session_id', 'purpose']).doUpdateSet(what))
    .execute()
}

/** For exactly one of several callers; null when it was used, is too old or was never asked for. */
export async function takeChallenge(
  tx: Tx,
  which: Pick<PasskeyChallenge, 'sessionId' | 'purpose'> & { readonly now: string },
): Promise<Uint8Array | null> {
  const row = await tx
    .deleteFrom('passkey_challenge')
    .where('session_id', '=', which.sessionId)
    .where('purpose', '=', which.purpose)
    .returning(['challenge', 'expires_at'])
    .executeTakeFirst()
  return row && which.now < row.expires_at ? row.challenge : null
}

export async function forgetOldChallenges(tx: Tx, now: string): Promise<number> {
  const result = await tx
    .deleteFrom('passkey_challenge')
    .where('expires_at', '<=', now)
    .executeTakeFirstOrThrow()
  return Number(result.numDeletedRows)
}
