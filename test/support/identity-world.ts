// Accounts with obligors who can register, and everything identity needs, with a clock that the
// test moves.

import type { ObligorDetails } from '#src/domain/account/boarding.ts'
import { date } from '#src/domain/calendar.ts'
import type { PasskeyDeps } from '#src/identity/factors/passkey-options.ts'
import type { IdentityDeps } from '#src/identity/identity-deps.ts'
import { createPasswords } from '#src/identity/passwords.ts'
import type { SessionLimits } from '#src/identity/session-row.ts'
import { resolveSession, startVisitorSession, type VisitorSession } from '#src/identity/sessions.ts'
import { insertAccounts } from '#src/store/accounts/accounts.ts'
import { claimNumbers } from '#src/store/accounts/directory.ts'
import { insertObligors } from '#src/store/accounts/obligors.ts'
import { insertVehicles } from '#src/store/accounts/vehicles.ts'
import { emptyHead } from '#src/store/chain.ts'
import { type MigratedDatabase, newTestId } from './database.ts'

export type MovableClock = {
  now: () => string
  set: (moment: string) => void
  pass: (seconds: number) => void
}

export function movableClock(start = '2026-11-24T16:48:00.000Z'): MovableClock {
  let at = Date.parse(start)
  return {
    now: () => new Date(at).toISOString(),
    set: (moment) => {
      at = Date.parse(moment)
    },
    pass: (seconds) => {
      at += seconds * 1000
    },
  }
}

export const limits: SessionLimits = { idleMinutes: 15, absoluteHours: 12, profile: 'standard' }

export function identityDeps(
  database: MigratedDatabase,
  clock: MovableClock,
): IdentityDeps & PasskeyDeps {
  const { db, vault, queue } = database
  const passwords = createPasswords({ vault, limits: { atOnce: 2, waiting: 200 } })
  return {
    db,
    vault,
    queue,
    clock,
    newId: newTestId,
    limits,
    passwords,
    // Tests of the site's own budget set it lower.
    failuresPerMinute: 100_000,
    lenderName: 'Northwind Motor Finance',
    portalOrigin: 'https://portal.example',
  }
}

export type Person = {
  readonly accountId: string
  readonly obligorId: string
  readonly accountNumber: string
  readonly lastFour: string
  readonly vin: string
}

/** Of the first of the two obligors; the file has none of the second. */
export const BIRTH_DATE = '1985-04-27'

/** An account of two obligors; the second has other last four digits. */
export async function plantAccount(
  database: MigratedDatabase,
  accountNumber: string,
): Promise<[Person, Person]> {
  const { db, vault } = database
  const accountId = newTestId()
  const vin = '1HGCM82633A004352'
  const head = (kind: 'account-event' | 'account-audit') =>
    emptyHead(vault, { kind, key: accountId })
  const people = ['123456789', '987654321'].map((identityNumber, at) => ({
    accountId,
    id: newTestId(),
    details: obligor(identityNumber, at === 0 ? 'primary' : 'co'),
    vin,
  }))
  await db.transaction().execute(async (tx) => {
    await insertAccounts(tx, [
      {
        accountId,
        accountNumber,
        product: 'loan',
        source: 'keyturn',
        status: 'open',
        events: head('account-event'),
        audit: head('account-audit'),
        lastEffectiveDate: date('2026-01-15'),
        reviewOn: null,
        boardedAt: '2026-01-15T12:00:00.000Z',
        flags: [],
      },
    ])
    await insertVehicles(tx, [
      { accountId, id: newTestId(), vin, modelYear: 2024, make: 'Corvane', model: 'Halden' },
    ])
    await insertObligors(tx, vault, people)
    await claimNumbers(tx, vault, [{ kind: 'account', number: accountNumber, accountId }])
  })
  const [first, second] = people.map(({ id, details }) => ({
    accountId,
    obligorId: id,
    accountNumber,
    vin,
    lastFour: details.identityNumber.slice(-4),
  }))
  if (!first || !second) throw new Error('two people')
  return [first, second]
}

function obligor(identityNumber: string, role: 'primary' | 'co'): ObligorDetails {
  return {
    role,
    givenName: 'Elena',
    familyName: 'Marsh',
    identityNumber,
    birthDate: role === 'primary' ? date(BIRTH_DATE) : null,
    email: role === 'primary' ? 'elena.marsh@example.com' : 'co.marsh@example.com',
    phone: role === 'primary' ? '+16145550148' : '+16145550149',
    address: null,
    locale: 'en',
  }
}

export async function visitor(
  deps: IdentityDeps,
): Promise<{ token: string; session: VisitorSession }> {
  return startVisitorSession(deps, visit())
}

/** The session a cookie's token opens now; throws when it opens none. */
export async function sessionOf(deps: IdentityDeps, token: string) {
  const lookup = await resolveSession(deps, token)
  if (lookup.state !== 'open') throw new Error(`no session: ${lookup.state}`)
  return lookup.session
}

let host = 0

/** Each visit from an address of its own, unless one is given. */
export function visit(address?: string) {
  host += 1
  return {
    requestId: newTestId(),
    device: 'test',
    address: address ?? `198.51.${host >> 8}.${host & 255}`,
  }
}
