// What staff should look at: a person said that something at their sign-in was not them.
import type { Db, Tx } from '../database.ts'

export type StaffNotice = {
  readonly id: string
  readonly kind: 'notMe'
  readonly loginId: string
  readonly at: string
  /** Of a report: `line`, the number of the line in the login's own chain, and its `action`. */
  readonly details: Readonly<Record<string, string>>
}

export async function insertStaffNotice(tx: Tx, notice: StaffNotice): Promise<void> {
  const { id, kind, loginId, at, details } = notice
  await tx
    .insertInto('staff_notice')
    .values({ id, kind, login_id: loginId, at, details: JSON.stringify(details) })
    .execute()
}

/** Nobody has closed them yet; the oldest first. */
export async function readOpenNotices(db: Db, limit: number): Promise<StaffNotice[]> {
  const rows = await db
    .selectFrom('staff_notice')
    .select(['id', 'kind', 'login_id', 'at', 'details'])
    .where('closed_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as StaffNotice['kind'],
    loginId: row.login_id,
    at: row.at,
    details: row.details as Record<string, string>,
  }))
}

/** True for exactly one of several callers. */
export async function closeNotice(
  tx: Tx,
  notice: { readonly id: string; readonly staffId: string; readonly at: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('staff_notice')
    .set({ closed_at: notice.at, closed_by: notice.staffId })
    .where('id', '=', notice.id)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}
