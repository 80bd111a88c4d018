// Who is asking at the desk. As for customers the cookie holds 256 random bits and the database
// their SHA-256; the tables, the cookie and the host are others (ASVS 5.0 V7, V8.4.2).
import { createHash } from 'node:crypto'
import type { Clock, NewId } from '#src/domain/clock.ts'
import type { Db, Tx } from '#src/store/database.ts'
import type { StaffRole } from '#src/store/staff/staff.ts'
import * as store from '#src/store/staff/staff-sessions.ts'
import { randomBytes, type Vault } from '#src/vault/vault.ts'
import { momentAfter, momentBefore } from '../moments.ts'
import type { SessionTimes } from '../session-row.ts'
import type { OpenedSession, Visit } from '../sessions.ts'

export type StaffDeps = {
  readonly db: Db
  readonly vault: Vault
  readonly clock: Clock
  readonly newId: NewId
  /** Of the desk. */
  readonly limits: SessionTimes
  /** Passkeys of staff are bound to its host. */
  readonly deskOrigin: string
  readonly lenderName: string
}

type SessionBase = { readonly id: string; readonly formSecret: Buffer }

/** Carries the sign-in form; nothing can be asked for with it. */
export type StaffVisitor = SessionBase & { readonly kind: 'visitor' }

declare const staffBrand: unique symbol

/** Only this file makes one, of a row within both limits and of somebody who works here. */
export type StaffSession = SessionBase & {
  readonly kind: 'signedIn'
  readonly staffId: string
  readonly name: string
  readonly role: StaffRole
  readonly authenticated: readonly store.StaffAuthentication[]
  /** Without another request the session ends at the earlier of these two. */
  readonly idleEndsAt: string
  readonly endsAt: string
  readonly [staffBrand]: true
}

export type DeskSession = StaffVisitor | StaffSession

/** `ended`: there is a cookie, but its session is over or never was. */
export type DeskLookup =
  | { readonly state: 'open'; readonly session: DeskSession }
  | { readonly state: 'none' | 'ended' }

const visitorMinutes = 60
const seenEverySeconds = 60

/** Resolves the cookie's token in one statement; a visit is noted at most once a minute. */
export async function resolveStaffSession(
  deps: StaffDeps,
  token: string | null,
  as: 'visit' | 'look' = 'visit',
): Promise<DeskLookup> {
  if (token === null) return { state: 'none' }
  const now = deps.clock.now()
  const idle = { minutes: deps.limits.idleMinutes }
  const by = { tokenHash: hashOf(token), now, idleSince: momentBefore(now, idle) }
  const row = await store.readStaffSession(deps.db, by)
  if (!row) return { state: 'ended' }
  const isDue = momentAfter(row.lastSeenAt, { seconds: seenEverySeconds }) <= now
  const seen = as === 'visit' && isDue
  if (seen)
    await deps.db
      .transaction()
      .execute((tx) => store.touchStaffSession(tx, { id: row.id, at: now }))
  const idleEndsAt = momentAfter(seen ? now : row.lastSeenAt, idle)
  return { state: 'open', session: sessionOf(row, idleEndsAt) }
}

/** For a browser that is shown a form before it signs in. */
export async function startStaffVisitor(
  deps: StaffDeps,
  visit: Visit,
): Promise<OpenedSession & { readonly session: StaffVisitor }> {
  const expiresAt = momentAfter(deps.clock.now(), { minutes: visitorMinutes })
  const { token, row } = newSession(deps, { visit, expiresAt })
  await deps.db.transaction().execute((tx) => store.insertStaffSession(tx, row))
  const { id, formSecret } = row
  return { token, id, session: { kind: 'visitor', id, formSecret } }
}

/** A new token and a new row; the session it replaces is gone. One that goes on keeps its end. */
export async function openStaffSession(
  tx: Tx,
  deps: StaffDeps,
  given: {
    readonly staffId: string
    readonly shown: store.StaffAuthentication
    readonly visit: Visit
    readonly replaces: DeskSession
  },
): Promise<OpenedSession> {
  const { staffId, shown, visit, replaces } = given
  const goesOn = replaces.kind === 'signedIn' && replaces.staffId === staffId ? replaces : null
  const latest = momentAfter(deps.clock.now(), { hours: deps.limits.absoluteHours })
  const { token, row } = newSession(deps, { visit, expiresAt: goesOn?.endsAt ?? latest })
  const authenticated = [...(goesOn?.authenticated ?? []), shown]
  await store.insertStaffSession(tx, { ...row, staffId, authenticated })
  await store.endStaffSession(tx, { id: replaces.id })
  return { token, id: row.id }
}

function newSession(deps: StaffDeps, given: { visit: Visit; expiresAt: string }) {
  const token = randomBytes(32).toString('base64url')
  const row = {
    tokenHash: hashOf(token),
    id: deps.newId(),
    staffId: null,
    formSecret: randomBytes(32),
    authenticated: [],
    address: given.visit.address,
    device: given.visit.device,
    createdAt: deps.clock.now(),
    expiresAt: given.expiresAt,
  }
  return { token, row }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

function sessionOf(row: store.StaffSessionRow, idleEndsAt: string): DeskSession {
  const { id, formSecret, staff, authenticated, expiresAt: endsAt } = row
  if (!staff) return { kind: 'visitor', id, formSecret }
  const { id: staffId, name, role } = staff
  const who = { staffId, name, role, authenticated }
  return { kind: 'signedIn', id, formSecret, ...who, idleEndsAt, endsAt } as StaffSession
}
