// What a flag of the account is to its autopay.
import type { AccountFlag, FlagKind } from '../rules/flags/account-flags.ts'
import type { AutopayEvent } from './autopay-states.ts'

export type FlagEvent = Extract<
  AutopayEvent,
  'deceased' | 'bankruptcy' | 'vehicleReturned' | 'disputed' | 'totalLoss' | 'legalHold'
>

const EVENTS: Readonly<Record<FlagKind, FlagEvent | null>> = {
  death: 'deceased',
  bankruptcy: 'bankruptcy',
  dispute: 'disputed',
  totalLoss: 'totalLoss',
  vehicleReturned: 'vehicleReturned',
  legalHold: 'legalHold',
  // Debits that were allowed go on, each with the notice that the law asks for (12 CFR 1005.10(d)).
  ceaseContact: null,
  repossession: null,
  hold: null,
}

type Known = Pick<AccountFlag, 'kind' | 'obligorId'>

/**
 * The event for an autopay that `ownerId` set; null: none. The permission of a co-borrower outlives
 * whoever died; a bankruptcy stays collection from both (11 USC 1301(a)).
 */
export function flagEvent({ kind, obligorId }: Known, ownerId: string): FlagEvent | null {
  return kind === 'death' && obligorId !== ownerId ? null : EVENTS[kind]
}

/** Whether nothing may be taken by autopay while these flags are in force. */
export function holdsAutopay(flags: readonly Known[], ownerId: string): boolean {
  return flags.some((flag) => flagEvent(flag, ownerId) !== null)
}
