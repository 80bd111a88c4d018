// The vehicle an account paid for.
import { sql } from 'kysely'
import type { VehicleDetails } from '#src/domain/account/boarding.ts'
import type { Db, Tx } from '../database.ts'

export type Vehicle = VehicleDetails & { readonly accountId: string; readonly id: string }

export async function insertVehicles(tx: Tx, vehicles: readonly Vehicle[]): Promise<void> {
  if (vehicles.length === 0) return
  const column = <T>(of: (vehicle: Vehicle) => T) => vehicles.map(of)
  await sql`
    insert into vehicle (account_id, id, vin, model_year, make, model)
    select * from unnest(
      ${column((v) => v.accountId)}::uuid[], ${column((v) => v.id)}::uuid[],
      ${column((v) => v.vin)}::text[], ${column((v) => v.modelYear)}::integer[],
      ${column((v) => v.make)}::text[], ${column((v) => v.model)}::text[])
  `.execute(tx)
}

/** The newest vehicle of each account, by account. */
export async function readVehicles(
  db: Db,
  accountIds: readonly string[],
): Promise<Map<string, Vehicle>> {
  const rows = await db
    .selectFrom('vehicle')
    .select(['account_id', 'id', 'vin', 'model_year', 'make', 'model'])
    .where('account_id', '=', sql<string>`any(${accountIds}::uuid[])`)
    .orderBy('id')
    .execute()
  return new Map(
    rows.map((row) => [
      row.account_id,
      {
        accountId: row.account_id,
        id: row.id,
        vin: row.vin,
        modelYear: row.model_year,
        make: row.make,
        model: row.model,
      },
    ]),
  )
}
