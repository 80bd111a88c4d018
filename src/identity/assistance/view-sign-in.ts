// Looking at a customer's sign-in: written down first, in the chain of who looks, where the customer
// reads it too (ASVS 5.0 V8.2.3, V16.3).
import { readLoginActivity, type StoredAccessEntry } from '#src/store/logins/access-audit.ts'
import { countBackupCodes } from '#src/store/logins/backup-codes.ts'
import { readHold } from '#src/store/logins/holds.ts'
import { readPasskeys } from '#src/store/logins/passkeys.ts'
import { listSessions, type SessionSummary } from '#src/store/logins/session-list.ts'
import type { AccessAction } from '../access-log.ts'
import { authenticatorsOf } from '../factors/authenticators.ts'
import { noteStaff } from '../staff/staff-log.ts'
import { mayEver, type StaffPermit } from '../staff/staff-policy.ts'
import { readLanes } from '../throttle.ts'
import {
  type AssistDeps,
  type Customer,
  type CustomerId,
  lanesOfCustomer,
  readCustomer,
} from './customer.ts'
import { type StuckReason, stuckReasons } from './stuck-reasons.ts'

export type SignInView = CustomerId & {
  readonly name: string
  readonly role: 'primary' | 'co'
  readonly accountEnding: string
  /** Masked, unless the role may see the whole. */
  readonly contacts: readonly { readonly method: 'email' | 'sms'; readonly shown: string }[]
  readonly reasons: readonly StuckReason[]
  /** Null: has not registered. */
  readonly login: LoginView | null
}

export type LoginView = {
  readonly username: string
  readonly since: string
  readonly passwordChangedAt: string
  readonly passkeys: number
  readonly authenticators: number
  readonly backupCodes: number
  readonly sessions: readonly Pick<SessionSummary, 'id' | 'device' | 'lastSeenAt'>[]
  /** Newest first. */
  readonly recent: readonly { readonly at: string; readonly action: AccessAction }[]
}

const MOST_LINES = 12

/** Null: no such customer; that was written down too. */
export async function viewSignIn(
  deps: AssistDeps,
  permit: StaffPermit<'seeCustomer'>,
  id: CustomerId,
): Promise<SignInView | null> {
  const customer = await readCustomer(deps, id)
  const { session, visit } = permit
  const details = { account: id.accountId, obligor: id.obligorId }
  const loginId = customer?.login?.id ?? null
  const { staffId } = session
  await noteStaff(deps, { staffId, action: 'staffViewed', visit, loginId, details })
  return customer && viewOf(deps, permit, customer)
}

async function viewOf(
  deps: AssistDeps,
  { session }: StaffPermit<'seeCustomer'>,
  customer: Customer,
): Promise<SignInView> {
  const now = deps.clock.now()
  const { accountId, obligorId, details, login } = customer
  const named = await lanesOfCustomer(deps.db, customer)
  const states = await readLanes(
    deps,
    named.map(({ lane }) => lane),
    now,
  )
  const lanes = states.flatMap((state) => {
    const kind = named.find(({ lane }) => lane === state.lane)?.kind
    return kind ? [{ ...state, kind }] : []
  })
  const heldUntil = login ? await readHold(deps.db, login.id) : null
  const isWhole = mayEver(session.role, 'seeWholeContacts')
  return {
    accountId,
    obligorId,
    name: `${details.givenName} ${details.familyName}`,
    role: details.role,
    accountEnding: customer.accountNumber.slice(-4),
    contacts: customer.contacts.map(({ method, to, masked }) => {
      return { method, shown: isWhole ? to : masked }
    }),
    reasons: stuckReasons({ customer, lanes, heldUntil, now }),
    login: login && (await loginViewOf(deps, customer, login.id)),
  }
}

async function loginViewOf(
  deps: AssistDeps,
  { login }: Customer,
  loginId: string,
): Promise<LoginView | null> {
  if (!login) return null
  const { db } = deps
  const [passkeys, authenticators, codes, sessions, recent] = await Promise.all([
    readPasskeys(db, loginId),
    authenticatorsOf(db, loginId),
    countBackupCodes(db, loginId),
    listSessions(db, loginId),
    readLoginActivity(db, { loginId, limit: MOST_LINES }),
  ])
  return {
    username: login.username,
    since: login.createdAt,
    passwordChangedAt: login.passwordChangedAt,
    passkeys: passkeys.length,
    authenticators: authenticators.length,
    backupCodes: codes?.left ?? 0,
    sessions: sessions.map(({ id, device, lastSeenAt }) => ({ id, device, lastSeenAt })),
    recent: recent.map(lineOf),
  }
}

function lineOf({ at, action }: StoredAccessEntry) {
  return { at, action: action as AccessAction }
}
