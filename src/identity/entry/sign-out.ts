// Signing out ends the session at once, whatever other windows are open.
import type { Clock } from '#src/domain/clock.ts'
import type { Db } from '#src/store/database.ts'
import { endSession } from '#src/store/logins/sessions.ts'
import type { Vault } from '#src/vault/vault.ts'
import { recordAccess } from '../access-log.ts'
import type { Session, Visit } from '../sessions.ts'

export async function signOut(
  deps: { readonly db: Db; readonly vault: Vault; readonly clock: Clock },
  given: { readonly session: Session; readonly visit: Visit },
): Promise<void> {
  const { session, visit } = given
  await deps.db.transaction().execute(async (tx) => {
    const ended = await endSession(tx, { id: session.id })
    if (!ended || session.kind === 'visitor') return
    const at = { vault: deps.vault, now: deps.clock.now() }
    const details = { session: session.id }
    await recordAccess(tx, at, { loginId: session.loginId, action: 'signedOut', visit, details })
  })
}
