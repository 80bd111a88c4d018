// People with a login whose factor was shown just now, and what stands in their files.
import assert from 'node:assert/strict'
import type { ContactMethod } from '#src/domain/account/person-contacts.ts'
import type { Outcome } from '#src/domain/refusal.ts'
import { asFresh, type FreshSession } from '#src/identity/entry/fresh-session.ts'
import { openAddressee } from '#src/identity/messages/addressee.ts'
import { finishContact } from '#src/identity/profile/finish-contact.ts'
import { type NewContact, startContact } from '#src/identity/profile/start-contact.ts'
import type { Visit } from '#src/identity/sessions.ts'
import { readObligor } from '#src/store/accounts/obligors.ts'
import { insertLoginAccount } from '#src/store/logins/logins.ts'
import { waitingCode } from './codes.ts'
import { type MigratedDatabase, newTestId } from './database.ts'
import { identityDeps, type MovableClock, type Person, plantAccount } from './identity-world.ts'
import { plantLogin, signedIn } from './second-factors.ts'

export type ProfileWorld = ReturnType<typeof profileWorld>

export type FreshPerson = { readonly session: FreshSession; readonly visit: Visit }

export function profileWorld(database: MigratedDatabase, clock: MovableClock) {
  const deps = identityDeps(database, clock)
  const { db, vault } = database
  let accounts = 0
  const plant = () => {
    accounts += 1
    return plantAccount(database, `KT-77${String(accounts).padStart(6, '0')}`)
  }
  const world = {
    deps,
    /** A new login; the two people of its account, the login's first. */
    person: async (username: string) => {
      const [own, co] = await plant()
      const loginId = await plantLogin(database, deps, { username, person: own })
      return { username, own, co, loginId }
    },
    /** A second account of the same login. */
    addAccount: async (loginId: string): Promise<Person> => {
      const [own] = await plant()
      const { accountId, obligorId } = own
      const addedAt = clock.now()
      await db
        .transaction()
        .execute((tx) => insertLoginAccount(tx, { loginId, accountId, obligorId, addedAt }))
      return own
    },
    fresh: async (username: string): Promise<FreshPerson> => {
      const { session, visit } = await signedIn(deps, username)
      const fresh = asFresh(session, clock.now())
      assert.ok(fresh)
      return { session: fresh, visit }
    },
    start: (asking: FreshPerson, change: NewContact, key = newTestId()) =>
      startContact(deps, asking, { change, key }),
    finish: (asking: FreshPerson, code: string, key = newTestId()) =>
      finishContact(deps, asking, { code, key }),
    /** The code that was sent last. */
    code: () => waitingCode({ db, vault }),
    /** From the first form to the last. */
    change: async (asking: FreshPerson, change: NewContact): Promise<Outcome<'saved'>> => {
      const sent = await world.start(asking, change)
      assert.deepEqual(sent, { ok: true, value: 'sent' })
      return world.finish(asking, await world.code())
    },
    details: async ({ accountId, obligorId }: Person) => {
      const found = await readObligor(db, vault, { accountId, obligorId })
      assert.ok(found)
      return found.details
    },
    heldUntil: async (loginId: string): Promise<string | null> => {
      const { held_until: until } = await db
        .selectFrom('login')
        .select('held_until')
        .where('id', '=', loginId)
        .executeTakeFirstOrThrow()
      return until && new Date(until).toISOString()
    },
    /** Notices of that kind to this login that wait to be sent, by whom they go to. */
    told: async (loginId: string, template: string): Promise<string[]> => {
      const rows = await db
        .selectFrom('outbox')
        .select(['id', 'sealed'])
        .where('login_id', '=', loginId)
        .where('template', '=', template)
        .execute()
      return rows.map((row) => openAddressee(vault, row).to).sort()
    },
    actions: async (loginId: string): Promise<string[]> => {
      const rows = await db
        .selectFrom('access_audit')
        .select('action')
        .where('login_id', '=', loginId)
        .orderBy('seq')
        .execute()
      return rows.map(({ action }) => action)
    },
  }
  return world
}

export const added = (method: ContactMethod, to: string) => ({ kind: 'added', method, to }) as const

export const replaced = (method: ContactMethod, from: string, to: string) =>
  ({ kind: 'replaced', method, from, to }) as const
