// Looking at a customer's sign-in: written down first, in the chain of who looks, where the customer
// reads it too (ASVS 5.0 V8.2.3, V16.3).
import type { ObligorChange } from '#src/store/accounts/obligor-changes.ts'
import { readHold } from '#src/store/logins/holds.ts'
import { type PaperlessChoice, paperlessOf } from '../profile/choose-paperless.ts'
import { changesOfObligor } from '../profile/view-profile.ts'
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
import { type LoginView, loginViewOf } from './login-view.ts'
import { type StuckReason, stuckReasons } from './stuck-reasons.ts'

export type SignInView = CustomerId & {
  readonly name: string
  readonly role: 'primary' | 'co'
  readonly accountEnding: string
  /** Masked, unless the role may see the whole. */
  readonly contacts: readonly { readonly method: 'email' | 'sms'; readonly shown: string }[]
  readonly reasons: readonly StuckReason[]
  /** Of contacts, address, language and papers, masked, newest first. */
  readonly changes: readonly ObligorChange[]
  /** How papers come, for every account of the login; null: they never chose, so by mail. */
  readonly papers: PaperlessChoice | null
  /** Null: has not registered. */
  readonly login: LoginView | null
}

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
  const changes = await changesOfObligor(deps.db, { accountId, obligorId })
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
    changes,
    papers: await paperlessOf(deps.db, { accounts: customer.obligors }),
    login: login && (await loginViewOf(deps.db, login)),
  }
}
