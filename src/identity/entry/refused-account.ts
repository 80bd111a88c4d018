import type { Clock } from '#src/domain/clock.ts'
import type { Db } from '#src/store/database.ts'
import type { Vault } from '#src/vault/vault.ts'
import { recordAccess } from '../access-log.ts'
import type { SignedInSession, Visit } from '../sessions.ts'

/**
 * A line in the chain of whoever asked for an account that is not theirs (ASVS 5.0 V16.3.2). Text
 * that is no id of an account at all is a mistyped address, and no line.
 */
export async function noteRefusedAccount(
  deps: { readonly db: Db; readonly vault: Vault; readonly clock: Clock },
  asked: { readonly session: SignedInSession; readonly visit: Visit; readonly account: string },
): Promise<void> {
  const { session, visit, account } = asked
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(account)) return
  const { loginId } = session
  const entry = { loginId, action: 'accountRefused', visit, details: { account } } as const
  const at = { vault: deps.vault, now: deps.clock.now() }
  await deps.db.transaction().execute((tx) => recordAccess(tx, at, entry))
}
