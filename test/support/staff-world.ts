// People of the desk, on the level of identity.

import { askForStaffPasskey } from '#src/identity/staff/staff-challenge.ts'
import { askForFirstPasskey, enrollByLink } from '#src/identity/staff/staff-enrollment.ts'
import type { MadeLink } from '#src/identity/staff/staff-link.ts'
import { enterByPasskey } from '#src/identity/staff/staff-passkeys.ts'
import { addByCommand } from '#src/identity/staff/staff-roster.ts'
import {
  resolveStaffSession,
  type StaffDeps,
  type StaffSession,
  startStaffVisitor,
} from '#src/identity/staff/staff-sessions.ts'
import type { StaffRole } from '#src/store/staff/staff.ts'
import { type MigratedDatabase, newTestId } from './database.ts'
import { type MovableClock, visit } from './identity-world.ts'
import { type PasskeyDevice, passkeyDevice } from './passkey-device.ts'

export type StaffWorld = ReturnType<typeof staffWorld>

export const DESK = 'http://desk.localhost:3001'

export function staffWorld(database: Pick<MigratedDatabase, 'db' | 'vault'>, clock: MovableClock) {
  const { db, vault } = database
  const limits = { idleMinutes: 15, absoluteHours: 8 }
  const lenderName = 'Northwind Motor Finance'
  const shared = { db, vault, clock, newId: newTestId }
  const deps: StaffDeps = { ...shared, limits, deskOrigin: DESK, lenderName }
  const visitor = async () => (await startStaffVisitor(deps, visit())).session
  const device = (person?: 'verified' | 'unknown') => passkeyDevice(DESK, person)
  /** A link that can be used, as the command line prints it. */
  const link = async (email: string, role: StaffRole = 'agent'): Promise<MadeLink> => {
    const made = await addByCommand(deps, { name: nameOf(email), email, role })
    if (typeof made === 'string') throw new Error(made)
    return made
  }
  const enroll = async (token: string, on: PasskeyDevice, name = 'laptop') => {
    const session = await visitor()
    const options = await askForFirstPasskey(deps, session, token)
    if (!options) throw new Error('the link cannot be used')
    return enrollByLink(deps, { session, visit: visit(), token, name, response: on.make(options) })
  }
  const shown = async (on: PasskeyDevice, origin?: string) => {
    const session = await visitor()
    return { session, response: on.show(await askForStaffPasskey(deps, session), origin) }
  }
  const sessionOf = async (token: string): Promise<StaffSession> => {
    const lookup = await resolveStaffSession(deps, token)
    if (lookup.state !== 'open' || lookup.session.kind !== 'signedIn') throw new Error('not in')
    return lookup.session
  }
  return {
    deps,
    visitor,
    device,
    link,
    enroll,
    shown,
    sessionOf,
    signIn: (given: Awaited<ReturnType<typeof shown>>) =>
      enterByPasskey(deps, { ...given, visit: visit() }),
    /** Somebody who has just made a passkey, and is in. */
    person: async (email: string, role: StaffRole = 'agent') => {
      const on = device()
      const answer = await enroll(tokenOf(await link(email, role)), on)
      if (!answer.ok) throw new Error(answer.refusal.code)
      const session = await sessionOf(answer.value.token)
      return { session, device: on, token: answer.value.token, staffId: session.staffId }
    },
  }
}

export function tokenOf({ url }: MadeLink): string {
  return new URL(url).searchParams.get('link') ?? ''
}

function nameOf(email: string): string {
  const [name = ''] = email.split('@')
  return name
    .split('.')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ')
}
