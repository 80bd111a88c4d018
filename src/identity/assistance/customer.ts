// A customer as the desk names one: an obligor of an account, and the login that they may have.
import type { ObligorDetails } from '#src/domain/account/boarding.ts'
import { readAccount } from '#src/store/accounts/accounts.ts'
import { asTyped } from '#src/store/accounts/directory.ts'
import { readObligor } from '#src/store/accounts/obligors.ts'
import type { Db } from '#src/store/database.ts'
import { lastClosedAt } from '#src/store/logins/closed-logins.ts'
import { listKnownDevices } from '#src/store/logins/known-devices.ts'
import {
  findLoginOfObligor,
  type Login,
  type LoginAccount,
  readLogin,
  readLoginAccounts,
} from '#src/store/logins/logins.ts'
import { type Contact, contactsOf } from '../factors/contacts.ts'
import type { MessageDeps } from '../identity-deps.ts'
import type { StaffDeps } from '../staff/staff-sessions.ts'
import type { AttemptLane } from '../throttle.ts'
import { normalizeUsername } from '../username.ts'

export type AssistDeps = StaffDeps & MessageDeps

export type CustomerId = LoginAccount

export type Customer = CustomerId & {
  readonly accountNumber: string
  readonly details: ObligorDetails
  readonly contacts: readonly Contact[]
  /** Null: has not registered, or has given it up. */
  readonly login: Login | null
  /** When they last gave up a sign-in; null when they never did. */
  readonly closedAt: string | null
  /** Of the login; without one, this obligor alone. */
  readonly obligors: readonly LoginAccount[]
}

/** Null: no such obligor of that account. */
export async function readCustomer(deps: AssistDeps, id: CustomerId): Promise<Customer | null> {
  const { db, vault } = deps
  const [account, obligor] = await Promise.all([
    readAccount(db, id.accountId),
    readObligor(db, vault, id),
  ])
  if (!account || !obligor) return null
  const loginId = await findLoginOfObligor(db, id)
  const login = loginId === null ? null : await readLogin(db, loginId)
  const obligors = login ? await readLoginAccounts(db, login.id) : [id]
  const contacts = await contactsOf(db, vault, obligors)
  const closedAt = await lastClosedAt(db, id)
  const { accountNumber } = account
  return { ...id, accountNumber, details: obligor.details, contacts, login, closedAt, obligors }
}

/** What a count of tries is for, in the order in which somebody meets them. */
export type LaneKind = 'password' | 'factor' | 'codes' | 'proof'

export type CustomerLane = { readonly kind: LaneKind; readonly lane: AttemptLane }

/** Every count that can keep this customer waiting and is theirs alone. */
export async function lanesOfCustomer(db: Db, customer: Customer): Promise<CustomerLane[]> {
  const { login, accountNumber, obligorId, contacts } = customer
  const devices = login ? await listKnownDevices(db, login.id) : []
  const of = (kind: LaneKind, lanes: readonly AttemptLane[]) =>
    lanes.map((lane): CustomerLane => ({ kind, lane }))
  const ofLogin = login
    ? [
        ...of('password', [
          { scope: 'sign-in-name', key: normalizeUsername(login.username) },
          ...devices.map((key) => ({ scope: 'sign-in-device', key }) as const),
        ]),
        ...of('factor', [
          { scope: 'factor-login', key: login.id },
          ...devices.map((key) => ({ scope: 'factor-device', key }) as const),
        ]),
        ...of('codes', [
          { scope: 'code-login', key: login.id },
          ...devices.map((key) => ({ scope: 'code-device', key }) as const),
        ]),
      ]
    : []
  return [
    ...ofLogin,
    ...of('codes', [
      { scope: 'code-login', key: obligorId },
      ...contacts.map(({ to: key }) => ({ scope: 'code-destination', key }) as const),
    ]),
    ...of('proof', [
      { scope: 'registration-account', key: asTyped(accountNumber) },
      { scope: 'registration-code', key: obligorId },
    ]),
  ]
}
