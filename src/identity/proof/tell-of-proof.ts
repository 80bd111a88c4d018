import type { Db } from '#src/store/database.ts'
import { findLoginOfObligor } from '#src/store/logins/logins.ts'
import type { JobContent } from '#src/store/queue/queue-names.ts'
import { recordAccess } from '../access-log.ts'
import { tellContacts } from '../factors/tell-contacts.ts'
import type { MessageDeps } from '../identity-deps.ts'

/**
 * Somebody typed the numbers of an obligor who has a login, to register or to add the account. They
 * got the answer to wrong numbers; the owner sees it and every contact is told. A job of its own,
 * asked for whatever was typed, so that the answer takes as long either way (ASVS 5.0 V6.3.8).
 */
export async function tellOfProof(
  deps: MessageDeps & { readonly db: Db },
  proof: JobContent['tell-of-proof'],
): Promise<void> {
  const { accountId, obligorId, byLogin, ...visit } = proof
  const obligor = { accountId, obligorId }
  const loginId = await findLoginOfObligor(deps.db, obligor)
  if (loginId === null || loginId === byLogin) return
  const at = { vault: deps.vault, now: deps.clock.now() }
  await deps.db.transaction().execute(async (tx) => {
    const notice = { loginId, obligors: [obligor], template: 'registrationRepeated' } as const
    await tellContacts(tx, deps, notice)
    await recordAccess(tx, at, { loginId, action: 'registrationRepeated', visit })
  })
}
