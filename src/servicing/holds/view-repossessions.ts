import { type FlagKind, vehicleHolds } from '#src/domain/rules/flags/account-flags.ts'
import { recordStaff } from '#src/identity/staff/staff-log.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { orderedAccounts } from '#src/store/accounts/account-flags.ts'
import { readVehicles, type Vehicle } from '#src/store/accounts/vehicles.ts'
import type { DeskServicing } from '../desk-account/note-view.ts'

export type Repossession = {
  readonly accountId: string
  readonly accountEnding: string
  readonly vehicle: Vehicle | null
  /** Why the vehicle stays where it is; empty: the order may be carried out. */
  readonly holds: readonly FlagKind[]
}

const MOST = 500

/**
 * Every order to take a vehicle, as it stands at this instant: there is no other list of them, and
 * none to carry away. That somebody looked is written down.
 */
export async function viewRepossessions(
  ctx: DeskServicing,
  permit: StaffPermit<'seeCustomer'>,
): Promise<Repossession[]> {
  return ctx.db.transaction().execute(async (tx) => {
    const accounts = await orderedAccounts(tx, MOST)
    const vehicles = await readVehicles(
      tx,
      accounts.map(({ accountId }) => accountId),
    )
    await recordStaff(
      tx,
      { vault: ctx.vault, clock: ctx.wallClock },
      {
        staffId: permit.session.staffId,
        action: 'staffSawRepossessions',
        visit: permit.visit,
        details: { orders: String(accounts.length) },
      },
    )
    return accounts.map(({ accountId, accountNumber, flags }) => ({
      accountId,
      accountEnding: accountNumber.slice(-4),
      vehicle: vehicles.get(accountId) ?? null,
      holds: vehicleHolds(flags),
    }))
  })
}
