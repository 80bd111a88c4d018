// People whose role decides something are held while it is decided.
import { sql } from 'kysely'
import type { Tx } from '../database.ts'
import type { StaffRole } from './staff.ts'

/** Of these, those who work here, with their role as it is now; held in one order everywhere. */
export async function lockStaff(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StaffRole>> {
  const { rows } = await sql<{ id: string; role: StaffRole; is_here: boolean }>`
    select id, role, disabled_at is null and approved_at is not null as is_here from staff
    where id = any(${[...ids]}::uuid[]) order by id for update`.execute(tx)
  return new Map(rows.filter((row) => row.is_here).map((row) => [row.id, row.role]))
}
