// Who may sign in to the desk, as the command line keeps it. What the desk itself may change waits
// for a second administrator.

import type { Tx } from '#src/store/database.ts'
import {
  approveByCommand,
  disableStaff,
  findStaffByEmail,
  hasStaff,
  insertStaff,
  listStaff,
  type Staff,
  type StaffRole,
} from '#src/store/staff/staff.ts'
import { withdrawStaffLinks } from '#src/store/staff/staff-links.ts'
import { readStaffPasskeys } from '#src/store/staff/staff-passkeys.ts'
import { endSessionsOfStaff } from '#src/store/staff/staff-sessions.ts'
import type { Visit } from '../sessions.ts'
import { type MadeLink, makeStaffLink } from './staff-link.ts'
import { recordStaff } from './staff-log.ts'
import type { StaffDeps } from './staff-sessions.ts'

export type RosterDeps = Pick<StaffDeps, 'db' | 'vault' | 'clock' | 'newId' | 'deskOrigin'>

export type NewPerson = { readonly name: string; readonly email: string; readonly role: StaffRole }

/**
 * Adds somebody, or gives who is there another link: whoever runs commands on this machine is above
 * the desk. `otherRole`: they are there already, with another role, and nothing was changed.
 */
export async function addByCommand(
  deps: RosterDeps,
  person: NewPerson,
): Promise<MadeLink | 'otherRole' | 'disabled'> {
  const email = plainEmail(person.email)
  return deps.db.transaction().execute(async (tx) => {
    const known = await findStaffByEmail(tx, email)
    if (known?.disabledAt) return 'disabled'
    if (known && known.role !== person.role) return 'otherRole'
    const staffId = known?.id ?? (await insertApproved(tx, deps, { ...person, email }))
    if (known?.approvedAt === null)
      await approveByCommand(tx, { id: staffId, at: deps.clock.now() })
    const link = await makeStaffLink(tx, deps, staffId)
    const action = known ? 'staffLinkMade' : 'staffAdded'
    const details = { role: person.role }
    await recordStaff(tx, deps, { staffId, action, visit: commandLine(deps), details })
    return link
  })
}

export type Enrolled = Staff & { readonly passkeys: number }

export async function listByCommand(deps: Pick<RosterDeps, 'db'>): Promise<Enrolled[]> {
  const all = await listStaff(deps.db)
  const counts = await Promise.all(all.map(({ id }) => readStaffPasskeys(deps.db, id)))
  return all.map((staff, at) => ({ ...staff, passkeys: counts[at]?.length ?? 0 }))
}

/** At once, with sessions and links. False: nobody has that address, or is disabled already. */
export async function disableByCommand(deps: RosterDeps, email: string): Promise<boolean> {
  return deps.db.transaction().execute(async (tx) => {
    const staff = await findStaffByEmail(tx, plainEmail(email))
    if (!staff || !(await endWork(tx, deps, staff.id))) return false
    const visit = commandLine(deps)
    await recordStaff(tx, deps, { staffId: staff.id, action: 'staffDisabled', visit })
    return true
  })
}

/** Nothing of that person opens the desk any more (ASVS 5.0 V7.4.2, V8.3.2). */
export async function endWork(
  tx: Tx,
  deps: Pick<RosterDeps, 'clock'>,
  staffId: string,
): Promise<boolean> {
  if (!(await disableStaff(tx, { id: staffId, at: deps.clock.now() }))) return false
  await endSessionsOfStaff(tx, { staffId, keep: null })
  await withdrawStaffLinks(tx, staffId)
  return true
}

const demoPerson: NewPerson = {
  name: 'Demo Administrator',
  email: 'administrator@desk.example',
  role: 'administrator',
}

/** For a demo's first start: null once anybody else works here, or this person has been in. */
export async function demoLink(deps: RosterDeps): Promise<MadeLink | null> {
  if (await hasStaff(deps.db)) {
    const all = await listByCommand(deps)
    const isWaiting = all.every(({ email, passkeys }) => email === demoPerson.email && !passkeys)
    if (!isWaiting) return null
  }
  const link = await addByCommand(deps, demoPerson)
  return typeof link === 'string' ? null : link
}

/** As people at work write it, whatever capitals they use. */
export function plainEmail(email: string): string {
  return email.trim().toLowerCase()
}

async function insertApproved(tx: Tx, deps: RosterDeps, person: NewPerson): Promise<string> {
  const id = deps.newId()
  const createdAt = deps.clock.now()
  await insertStaff(tx, { id, ...person, createdAt, createdBy: null, approvedAt: createdAt })
  return id
}

function commandLine(deps: Pick<RosterDeps, 'newId'>): Visit {
  return { requestId: deps.newId(), address: 'command line', device: 'command line' }
}
