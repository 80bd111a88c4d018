// What each role may do at the desk, in one table (ASVS 5.0 V8.1.1 to V8.1.3). A verb asks for a
// permit that only this file makes, so that none compiles without a row here.
import type { StaffRole } from '#src/store/staff/staff.ts'
import { momentAfter } from '../moments.ts'
import type { Visit } from '../sessions.ts'
import type { StaffSession } from './staff-sessions.ts'

type Rule = {
  readonly roles: readonly StaffRole[]
  /** Asks for the passkey, or for signing in at the provider, within so many minutes. */
  readonly within: number | null
  /** Takes effect once another of these roles has approved it (ASVS 5.0 V2.3.5). */
  readonly secondPerson: boolean
}

const serving = ['agent', 'supervisor', 'administrator'] as const
const everybody = [...serving, 'auditor'] as const
const freshMinutes = 5

export const DESK_POLICY = {
  seeCustomer: { roles: everybody, within: null, secondPerson: false },
  // Others see a contact masked, as the customer does.
  seeWholeContacts: { roles: ['supervisor'], within: null, secondPerson: false },
  unlock: { roles: serving, within: freshMinutes, secondPerson: false },
  endCustomerSessions: { roles: serving, within: freshMinutes, secondPerson: false },
  // Shuts the door until the customer has been through it: not for everybody.
  startRecovery: {
    roles: ['supervisor', 'administrator'],
    within: freshMinutes,
    secondPerson: false,
  },
  closeReport: { roles: serving, within: null, secondPerson: false },
  // Only ever stops something: debits, notices, taking the vehicle.
  setFlag: { roles: serving, within: null, secondPerson: false },
  liftFlag: {
    roles: ['supervisor', 'administrator'],
    within: freshMinutes,
    secondPerson: false,
  },
  // A number of a bank account, for fraud: on every account that has it.
  markNumber: { roles: serving, within: freshMinutes, secondPerson: false },
  liftMark: { roles: ['supervisor'], within: freshMinutes, secondPerson: false },
  orderRepossession: { roles: ['supervisor'], within: freshMinutes, secondPerson: false },
  // Files to and from the bank, masked; a customer's own page is `seeCustomer`.
  seeMoney: { roles: everybody, within: null, secondPerson: false },
  closeMoneyTask: { roles: serving, within: null, secondPerson: false },
  // To ask moves nothing: another of `decideMoney` does, but for the limits of the lender's file.
  askMoney: { roles: serving, within: null, secondPerson: true },
  decideMoney: {
    roles: ['supervisor', 'administrator'],
    within: freshMinutes,
    secondPerson: false,
  },
  // Moves a loan's due dates, or gives it up as lost; as `askMoney`.
  askForAct: { roles: ['supervisor'], within: null, secondPerson: true },
  // An offer of it on paper, which changes nothing.
  draftDeferment: { roles: ['supervisor'], within: null, secondPerson: false },
  // What one asked for oneself, within those limits; of agents only money that came in.
  carryOutMoney: { roles: serving, within: freshMinutes, secondPerson: false },
  // Sends debits that customers gave leave for, or gives them up: nobody adds a cent to them.
  decideRefusedFile: {
    roles: ['supervisor', 'administrator'],
    within: freshMinutes,
    secondPerson: false,
  },
  // A paper from outside, such as a signed contract, with whoever owes told of it.
  attachPaper: { roles: serving, within: null, secondPerson: false },
  // For a caller, to their address on file: they are told, and nothing else changes.
  mailPaper: { roles: serving, within: null, secondPerson: false },
  // In place of the caller, who could do it themselves and is told: only ever less is sent or seen.
  withdrawPaperless: { roles: serving, within: freshMinutes, secondPerson: false },
  endPayoffLink: { roles: serving, within: freshMinutes, secondPerson: false },
  // To take one off the account: another of `decidePaper` does.
  askPaper: { roles: serving, within: null, secondPerson: true },
  decidePaper: {
    roles: ['supervisor', 'administrator'],
    within: freshMinutes,
    secondPerson: false,
  },
  // Prints what the ledger says in the place of what it said; moves nothing.
  correctStatement: { roles: serving, within: null, secondPerson: false },
  changeOwnPasskeys: { roles: everybody, within: freshMinutes, secondPerson: false },
  seeStaff: { roles: ['administrator', 'auditor'], within: null, secondPerson: false },
  addStaff: { roles: ['administrator'], within: freshMinutes, secondPerson: true },
  makeStaffLink: { roles: ['administrator'], within: freshMinutes, secondPerson: true },
  approveStaff: { roles: ['administrator'], within: freshMinutes, secondPerson: false },
  disableStaff: { roles: ['administrator'], within: freshMinutes, secondPerson: false },
} as const satisfies Record<string, Rule>

export type DeskAction = keyof typeof DESK_POLICY

declare const permitBrand: unique symbol

/** Leave to do one thing, for whoever asked within this request. */
export type StaffPermit<A extends DeskAction> = {
  readonly session: StaffSession
  readonly visit: Visit
  readonly [permitBrand]: A
}

export type StaffAnswer<A extends DeskAction> =
  | { readonly is: 'may'; readonly permit: StaffPermit<A> }
  /** Show once more who you are. */
  | { readonly is: 'confirm' }
  /** Not with this role. */
  | { readonly is: 'never' }

/** By the role as it is in this request, and what was shown until now. */
export function askPolicy<A extends DeskAction>(
  asked: { readonly session: StaffSession; readonly visit: Visit; readonly now: string },
  action: A,
): StaffAnswer<A> {
  const { session, visit, now } = asked
  if (!mayEver(session.role, action)) return { is: 'never' }
  const { within }: Rule = DESK_POLICY[action]
  if (within !== null && !isWithin(session, { minutes: within, now })) return { is: 'confirm' }
  return { is: 'may', permit: { session, visit } as StaffPermit<A> }
}

/** For what a page offers; asking the policy again decides. */
export function mayEver(role: StaffRole, action: DeskAction): boolean {
  const { roles }: Rule = DESK_POLICY[action]
  return roles.includes(role)
}

function isWithin(session: StaffSession, { minutes, now }: { minutes: number; now: string }) {
  return session.authenticated.some(({ at }) => now < momentAfter(at, { minutes }))
}
