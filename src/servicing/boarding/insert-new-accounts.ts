// New accounts, many at once: account, vehicle, sealed obligors, sealed events, postings and audit
// line of each.
import { insertAudit } from '#src/store/accounts/account-audit.ts'
import { insertEvents } from '#src/store/accounts/account-events.ts'
import { insertAccounts } from '#src/store/accounts/accounts.ts'
import { insertObligors } from '#src/store/accounts/obligors.ts'
import { insertPostings } from '#src/store/accounts/postings.ts'
import { insertVehicles } from '#src/store/accounts/vehicles.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'
import type { NewAccount } from './new-account.ts'

/** Writes new accounts whose numbers were claimed in the same transaction. */
export async function insertNewAccounts(
  tx: Tx,
  ctx: ServicingContext,
  accounts: readonly NewAccount[],
): Promise<void> {
  await insertAccounts(
    tx,
    accounts.map((account) => account.row),
  )
  await insertVehicles(
    tx,
    accounts.map(({ accountId, record }) => ({ accountId, id: ctx.newId(), ...record.vehicle })),
  )
  await insertObligors(
    tx,
    ctx.vault,
    accounts.flatMap(({ accountId, record }) =>
      record.obligors.map((details) => ({
        accountId,
        id: ctx.newId(),
        details,
        vin: record.vehicle.vin,
      })),
    ),
  )
  await insertEvents(
    tx,
    accounts.flatMap((account) => account.events),
  )
  await insertPostings(
    tx,
    accounts.flatMap((account) => account.postings),
  )
  await insertAudit(
    tx,
    accounts.flatMap((account) => account.auditEntries),
  )
}
