import { recordAccess } from '#src/identity/access-log.ts'
import type { ServicingContext } from '../context.ts'
import type { AskingOwner } from './calendar-address.ts'

/** Before the first byte is sent: a copy of everything stands in its owner's activity. */
export async function noteExport(
  { db, vault }: Pick<ServicingContext, 'db' | 'vault'>,
  { session, visit, now }: Omit<AskingOwner, 'owner'>,
): Promise<void> {
  const { loginId, accounts } = session
  const details = { accounts: String(accounts.length) }
  await db
    .transaction()
    .execute((tx) =>
      recordAccess(tx, { vault, now }, { loginId, action: 'dataExported', visit, details }),
    )
}
