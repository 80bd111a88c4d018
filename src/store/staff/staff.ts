// Who works for the lender. A row is never removed: what somebody did stays theirs.
import type { Db, Tx } from '../database.ts'

export const STAFF_ROLES = ['agent', 'supervisor', 'administrator', 'auditor'] as const

export type StaffRole = (typeof STAFF_ROLES)[number]

export type Staff = {
  readonly id: string
  readonly name: string
  /** At work, in small letters. */
  readonly email: string
  readonly role: StaffRole
  readonly createdAt: string
  /** Null: by the command line. */
  readonly createdBy: string | null
  /** Null: waits for a second administrator. */
  readonly approvedAt: string | null
  readonly disabledAt: string | null
  /** Whether single sign-on knows this person already. */
  readonly isBoundToSso: boolean
}

export type NewStaff = Pick<Staff, 'id' | 'name' | 'email' | 'role' | 'createdAt' | 'createdBy'> & {
  readonly approvedAt: string | null
}

export async function insertStaff(tx: Tx, staff: NewStaff): Promise<'inserted' | 'emailTaken'> {
  const row = await tx
    .insertInto('staff')
    .values({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      role: staff.role,
      created_at: staff.createdAt,
      created_by: staff.createdBy,
      approved_at: staff.approvedAt,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row ? 'inserted' : 'emailTaken'
}

export async function readStaff(db: Db, id: string): Promise<Staff | null> {
  const row = await selectStaff(db).where('id', '=', id).executeTakeFirst()
  return row ? staffOf(row) : null
}

export async function findStaffByEmail(db: Db, email: string): Promise<Staff | null> {
  const row = await selectStaff(db).where('email', '=', email).executeTakeFirst()
  return row ? staffOf(row) : null
}

/** Everybody there ever was, by name. */
export async function listStaff(db: Db): Promise<Staff[]> {
  const rows = await selectStaff(db).orderBy('name').orderBy('id').execute()
  return rows.map(staffOf)
}

export async function hasStaff(db: Db): Promise<boolean> {
  const row = await db.selectFrom('staff').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

/** True for exactly one of several callers. */
export async function disableStaff(
  tx: Tx,
  which: { readonly id: string; readonly at: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('staff')
    .set({ disabled_at: which.at })
    .where('id', '=', which.id)
    .where('disabled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** True for exactly one of several callers; never by whoever added that person. */
export async function approveStaff(
  tx: Tx,
  by: { readonly id: string; readonly approver: string; readonly at: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('staff')
    .set({ approved_at: by.at, approved_by: by.approver })
    .where('id', '=', by.id)
    .where('approved_at', 'is', null)
    .where('created_by', '<>', by.approver)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** By whoever runs commands on this machine: nobody of the desk stands beside it. */
export async function approveByCommand(
  tx: Tx,
  which: { readonly id: string; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('staff')
    .set({ approved_at: which.at })
    .where('id', '=', which.id)
    .where('approved_at', 'is', null)
    .execute()
}

/** Whom single sign-on names; null when nobody was bound to that name yet. */
export async function findStaffBySso(
  db: Db,
  sso: { readonly issuer: string; readonly subject: string },
): Promise<Staff | null> {
  const row = await selectStaff(db)
    .where('sso_issuer', '=', sso.issuer)
    .where('sso_subject', '=', sso.subject)
    .executeTakeFirst()
  return row ? staffOf(row) : null
}

/**
 * Binds the person with this address to a name of single sign-on, once: null when nobody has it, or
 * whoever has it is bound already.
 */
export async function bindStaffToSso(
  tx: Tx,
  sso: { readonly email: string; readonly issuer: string; readonly subject: string },
): Promise<string | null> {
  const row = await tx
    .updateTable('staff')
    .set({ sso_issuer: sso.issuer, sso_subject: sso.subject })
    .where('email', '=', sso.email)
    .where('sso_issuer', 'is', null)
    .where('approved_at', 'is not', null)
    .where('disabled_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

function selectStaff(db: Db) {
  return db
    .selectFrom('staff')
    .select(['id', 'name', 'email', 'role', 'created_at', 'created_by'])
    .select(['approved_at', 'disabled_at', 'sso_subject'])
}

type StaffRow = Awaited<ReturnType<ReturnType<typeof selectStaff>['executeTakeFirstOrThrow']>>

function staffOf(row: StaffRow): Staff {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    createdAt: row.created_at,
    createdBy: row.created_by,
    approvedAt: row.approved_at,
    disabledAt: row.disabled_at,
    isBoundToSso: row.sso_subject !== null,
  }
}
