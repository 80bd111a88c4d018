// A link that works once and for a day: its token is in it and nowhere else, the database has a
// hash.
import { createHash } from 'node:crypto'
import type { Tx } from '#src/store/database.ts'
import { readStaff, type Staff } from '#src/store/staff/staff.ts'
import { putStaffLink, readStaffLink } from '#src/store/staff/staff-links.ts'
import { randomBytes } from '#src/vault/vault.ts'
import { momentAfter } from '../moments.ts'
import type { StaffDeps } from './staff-sessions.ts'

/** From when it can be used. */
export const linkHours = 24

export type MadeLink = { readonly url: string; readonly expiresAt: string }

/** Ready to be used; earlier ones of that person are withdrawn. */
export async function makeStaffLink(
  tx: Tx,
  deps: Pick<StaffDeps, 'clock' | 'newId' | 'deskOrigin'>,
  staffId: string,
): Promise<MadeLink> {
  const { tokenHash, link } = newLink(deps)
  const createdAt = deps.clock.now()
  const row = { id: deps.newId(), staffId, tokenHash, createdAt, createdBy: null }
  await putStaffLink(tx, { ...row, expiresAt: link.expiresAt })
  return link
}

export function newLink(deps: Pick<StaffDeps, 'clock' | 'deskOrigin'>): {
  readonly tokenHash: Buffer
  readonly link: MadeLink
} {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = momentAfter(deps.clock.now(), { hours: linkHours })
  const url = `${deps.deskOrigin}/enroll?link=${token}`
  return { tokenHash: hashOfLink(token), link: { url, expiresAt } }
}

/** Whose link it is, as long as it can be used; looking at it does not use it. */
export async function staffOfLink(deps: StaffDeps, token: string): Promise<Staff | null> {
  const by = { tokenHash: hashOfLink(token), now: deps.clock.now() }
  const staffId = await readStaffLink(deps.db, by)
  const staff = staffId === null ? null : await readStaff(deps.db, staffId)
  return staff && staff.disabledAt === null && staff.approvedAt !== null ? staff : null
}

export function hashOfLink(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
