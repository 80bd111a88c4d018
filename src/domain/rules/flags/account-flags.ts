// What is known of an account beyond its money, and what each of it stops: collection notices, and
// taking the vehicle. What it does to autopay stands in domain/autopay/flag-events.
import type { CivilDate } from '../../calendar.ts'

export const FLAG_KINDS = [
  'death',
  'bankruptcy',
  'dispute',
  'totalLoss',
  'vehicleReturned',
  'legalHold',
  'ceaseContact',
  'repossession',
  'hold',
] as const

export type FlagKind = (typeof FLAG_KINDS)[number]

export type AccountFlag = {
  readonly id: string
  readonly kind: FlagKind
  /** Which borrower it is about; null: the account or its vehicle. */
  readonly obligorId: string | null
  readonly since: CivilDate
  readonly reason: string
  readonly setBy: { readonly kind: 'staff' | 'system'; readonly id: string }
  readonly setAt: string
  /** null: it is in force. */
  readonly lifted: { readonly by: string; readonly at: string; readonly reason: string } | null
}

type Rule = {
  readonly about: 'borrower' | 'account'
  /** Whose notices of what is due and past due stop. */
  readonly notices: 'everybody' | 'theirs' | 'nobody'
  /** Whether nobody may take the vehicle while it is in force. */
  readonly vehicle: 'stays' | 'asOrdered'
}

export const FLAG_RULES: Readonly<Record<FlagKind, Rule>> = {
  // Nothing is asked of somebody who died; a living co-borrower still owes.
  death: { about: 'borrower', notices: 'theirs', vehicle: 'stays' },
  // 11 USC 362(a)(6), and 1301(a) for whoever owes beside the debtor.
  bankruptcy: { about: 'borrower', notices: 'everybody', vehicle: 'stays' },
  dispute: { about: 'account', notices: 'nobody', vehicle: 'stays' },
  totalLoss: { about: 'account', notices: 'nobody', vehicle: 'stays' },
  vehicleReturned: { about: 'account', notices: 'nobody', vehicle: 'stays' },
  legalHold: { about: 'account', notices: 'everybody', vehicle: 'stays' },
  // 15 USC 1692c(c): a wish to hear no more about the debt. The debt goes on, and so does autopay.
  ceaseContact: { about: 'account', notices: 'everybody', vehicle: 'asOrdered' },
  repossession: { about: 'account', notices: 'nobody', vehicle: 'asOrdered' },
  // Set by a payment, a promise or moved due dates after the order was given.
  hold: { about: 'account', notices: 'nobody', vehicle: 'stays' },
}

type Known = Pick<AccountFlag, 'kind' | 'obligorId'>

/** Whether an obligor is to hear nothing of what is due; `flags` are those in force. */
export function stopsNotices(flags: readonly Known[], obligorId: string): boolean {
  return flags.some((flag) => {
    const { notices } = FLAG_RULES[flag.kind]
    return notices === 'everybody' || (notices === 'theirs' && flag.obligorId === obligorId)
  })
}

/** Those of the kinds for which the vehicle stays where it is. */
export function vehicleHolds(kinds: readonly FlagKind[]): FlagKind[] {
  return kinds.filter((kind) => FLAG_RULES[kind].vehicle === 'stays')
}
