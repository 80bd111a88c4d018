// What staff do for a customer who calls: end the waits, end the sessions, start a recovery, take
// back the consent to papers online alone. None of it opens anything: a new password is chosen by
// the customer alone (ASVS 5.0 V6.4.6, V7.4.5).
import { readLastChoices } from '#src/store/accounts/obligor-changes.ts'
import type { Tx } from '#src/store/database.ts'
import { claimForm } from '#src/store/logins/form-submissions.ts'
import { requireRecovery } from '#src/store/logins/password-changes.ts'
import { endSessionsOfLogin } from '#src/store/logins/sessions.ts'
import type { StaffOnLogin } from '../access-log.ts'
import { forgetBrowsers } from '../entry/forget-browsers.ts'
import { tellContacts } from '../factors/tell-contacts.ts'
import { savePapersWish } from '../profile/choose-paperless.ts'
import { recordStaff } from '../staff/staff-log.ts'
import type { StaffPermit } from '../staff/staff-policy.ts'
import { clearAttempts } from '../throttle.ts'
import {
  type AssistDeps,
  type Customer,
  type CustomerId,
  lanesOfCustomer,
  readCustomer,
} from './customer.ts'

type HelpAction = 'unlock' | 'endCustomerSessions' | 'startRecovery' | 'withdrawPaperless'

export type Help<A extends HelpAction> = {
  readonly permit: StaffPermit<A>
  readonly customer: CustomerId
  /** Of the form as it was shown: sent twice, it helps once. */
  readonly formKey: string
}

/** False: no such customer. */
export function unlockCustomer(deps: AssistDeps, help: Help<'unlock'>): Promise<boolean> {
  return once(deps, help, async (tx, customer) => {
    const lanes = await lanesOfCustomer(tx, customer)
    // In the order in which an attempt takes them, so that neither waits for the other in a ring.
    for (const { lane } of lanes.toSorted((a, b) => (a.lane.scope < b.lane.scope ? -1 : 1)))
      await clearAttempts(tx, deps.vault, lane)
    await note(tx, deps, help, { customer, action: 'staffUnlocked' })
  })
}

/** False: no such customer. */
export function endCustomerSessions(
  deps: AssistDeps,
  help: Help<'endCustomerSessions'>,
): Promise<boolean> {
  return once(deps, help, async (tx, customer) => {
    if (!customer.login) return
    await endSessionsOfLogin(tx, { loginId: customer.login.id, keep: null })
    await note(tx, deps, help, { customer, action: 'staffEndedSessions' })
  })
}

/**
 * From now on the password opens nothing, every session is over and no browser is known; the
 * contacts are told what to do. False: no such customer.
 */
export function startRecovery(deps: AssistDeps, help: Help<'startRecovery'>): Promise<boolean> {
  return once(deps, help, async (tx, customer) => {
    const { login, obligors } = customer
    if (!login) return
    const { id: loginId } = login
    // Started before: the door is shut already, and everybody was told.
    if (!(await requireRecovery(tx, { loginId, at: deps.clock.now() }))) return
    await forgetBrowsers(tx, { loginId, keep: null })
    await tellContacts(tx, deps, { loginId, obligors, template: 'recoveryStarted' })
    await note(tx, deps, help, { customer, action: 'staffStartedRecovery' })
  })
}

/**
 * Papers come by mail again, for every account of the login, as if they had chosen it on their own
 * page (15 USC 7001(c)(1)(B)(iii)); every contact is told. Nothing where none of them was to come
 * online alone. False: no such customer.
 */
export function withdrawPaperless(
  deps: AssistDeps,
  help: Help<'withdrawPaperless'>,
): Promise<boolean> {
  return once(deps, help, async (tx, customer) => {
    const { login, obligors } = customer
    if (!login) return
    const last = await readLastChoices(tx, obligors)
    if (!last.some(({ became }) => became === 'online')) return
    const { id: loginId } = login
    const { staffId } = help.permit.session
    const wish = { papers: 'mail' } as const
    if (!(await savePapersWish(tx, deps, { loginId, wish, staffId }))) return
    await tellContacts(tx, deps, { loginId, obligors, template: 'papersByMail' })
    await note(tx, deps, help, { customer, action: 'staffWithdrewPaperless' })
  })
}

async function once<A extends HelpAction>(
  deps: AssistDeps,
  { permit, customer: id, formKey }: Help<A>,
  work: (tx: Tx, customer: Customer) => Promise<void>,
): Promise<boolean> {
  const customer = await readCustomer(deps, id)
  if (!customer) return false
  const submittedAt = deps.clock.now()
  await deps.db.transaction().execute(async (tx) => {
    const form = { sessionId: permit.session.id, key: formKey, outcome: 'helped', submittedAt }
    if ((await claimForm(tx, form)) === null) await work(tx, customer)
  })
  return true
}

function note<A extends HelpAction>(
  tx: Tx,
  deps: AssistDeps,
  { permit }: Help<A>,
  what: {
    customer: Customer
    action: StaffOnLogin
  },
): Promise<void> {
  const { session, visit } = permit
  const { customer, action } = what
  const details = { account: customer.accountId, obligor: customer.obligorId }
  const loginId = customer.login?.id ?? null
  return recordStaff(tx, deps, { staffId: session.staffId, action, visit, loginId, details })
}
