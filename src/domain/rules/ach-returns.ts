// Returned ACH entries: what each reason code makes of the payment, its bank account and its
// authorization.
// Source: reason codes as moov-io/ach addenda99.go lists them; reinitiation by bank originator
// guides (bankfivenine.com, stockmanbank.com, vacul.org), legalclarity.org for Nacha subsection
// 2.12.4.
import { addDays, type CivilDate } from '../calendar.ts'

export type ReturnAction =
  /** Lack of funds: the same debit once more, within limits. */
  | 'represent'
  /** The customer stopped this debit: none follows without a new instruction. */
  | 'stop'
  /** The customer says it was not authorized: nothing more without a new authorization. */
  | 'revoke'
  /** The account cannot be debited: new account data from the customer. */
  | 'fixAccount'
  /** The entry did not keep to its authorization: mended, it may be sent again. */
  | 'correct'
  /** Somebody died. */
  | 'deceased'
  /** The file or the entry was wrong: ours to mend. */
  | 'ownMistake'
  | 'creditRefused'
  | 'askedByOurBank'
  /** Dishonored and contested returns: settled between the banks. */
  | 'betweenBanks'
  /** A person decides: frozen accounts, rare codes, codes not known to us. */
  | 'review'

export type ReturnRule = {
  readonly code: string
  readonly isKnown: boolean
  readonly action: ReturnAction
  /** Whether the payment is taken back when it comes in; false only between the banks. */
  readonly reverses: boolean
  /** Whether future debits of the bank account stop until somebody acts. */
  readonly stopsDebits: boolean
  readonly needsAuthorization: boolean
  readonly needsPerson: boolean
  readonly countsAs: 'unauthorized' | 'administrative' | null
}

/**
 * What a reason code asks for. A code that is not known reverses the payment, stops debits and goes
 * before a person: it is never dropped.
 */
export function returnRule(code: string): ReturnRule {
  const action = ACTIONS.get(code)
  const known = action ?? 'review'
  return {
    code,
    isKnown: action !== undefined,
    action: known,
    reverses: known !== 'betweenBanks',
    stopsDebits: !KEEPS_DEBITS.has(known),
    needsAuthorization: known === 'revoke' || known === 'stop',
    needsPerson: BEFORE_A_PERSON.has(known),
    countsAs: UNAUTHORIZED.has(code)
      ? 'unauthorized'
      : ADMINISTRATIVE.has(code)
        ? 'administrative'
        : null,
  }
}

export type Representment =
  | {
      readonly may: true
      readonly description: 'RETRY PYMT'
      /** The last day on which it may be entered. */
      readonly until: CivilDate
    }
  | { readonly may: false; readonly because: 'code' | 'twice' | 'tooLate' }

/**
 * Whether a returned debit may be entered again: R01 and R09 only, at most twice, within 180 days
 * of the original entry, with the same company, company id and amount. Sources differ whether the
 * days count from its effective or its settlement date; the earlier, the effective one, is taken.
 */
export function representment(of: {
  readonly code: string
  readonly originalEffective: CivilDate
  readonly representedBefore: number
  readonly on: CivilDate
}): Representment {
  if (returnRule(of.code).action !== 'represent') return { may: false, because: 'code' }
  if (of.representedBefore >= MOST_REPRESENTMENTS) return { may: false, because: 'twice' }
  const until = addDays(of.originalEffective, REPRESENTMENT_DAYS)
  if (of.on > until) return { may: false, because: 'tooLate' }
  return { may: true, description: 'RETRY PYMT', until }
}

/** Last day to send a mended entry after R11: 60 days after the return settled (addenda99.go). */
export function correctedEntryUntil(returnSettledOn: CivilDate): CivilDate {
  return addDays(returnSettledOn, 60)
}

/** A return fee may be entered for these alone, once for each returned debit. */
export function mayChargeReturnFee(code: string): boolean {
  return returnRule(code).action === 'represent'
}

const MOST_REPRESENTMENTS = 2
const REPRESENTMENT_DAYS = 180

/** R05 R07 R10 R11 R29 R51 (Nacha, unauthorized entry return rate). */
const UNAUTHORIZED: ReadonlySet<string> = new Set(['R05', 'R07', 'R10', 'R11', 'R29', 'R51'])
const ADMINISTRATIVE: ReadonlySet<string> = new Set(['R02', 'R03', 'R04'])

const KEEPS_DEBITS: ReadonlySet<ReturnAction> = new Set([
  ...(['represent', 'ownMistake', 'creditRefused', 'askedByOurBank', 'betweenBanks'] as const),
])

const BEFORE_A_PERSON: ReadonlySet<ReturnAction> = new Set([
  ...(['deceased', 'correct', 'ownMistake', 'creditRefused', 'askedByOurBank'] as const),
  ...(['betweenBanks', 'review'] as const),
])

const CODES: Readonly<Record<ReturnAction, string>> = {
  represent: 'R01 R09',
  stop: 'R08',
  revoke: 'R05 R07 R10 R29 R51',
  fixAccount: 'R02 R03 R04 R12 R13 R20 R28',
  correct: 'R11',
  deceased: 'R14 R15',
  ownMistake: 'R18 R19 R21 R22 R24 R25 R26 R27',
  creditRefused: 'R23',
  askedByOurBank: 'R06 R31',
  betweenBanks: 'R61 R62 R67 R68 R69 R70 R71 R72 R73 R74 R75 R76 R77',
  // R16 frozen, R17 questionable; the rest are of classes that we never enter (RCK, ENR, IAT).
  review: `R16 R17 R30 R32 R33 R34 R35 R36 R37 R38 R39 R40 R41 R42 R43 R44 R45 R46 R47 R50 R52 R53
    R80 R81 R82 R83 R84 R85 R90`,
}

const ACTIONS: ReadonlyMap<string, ReturnAction> = new Map(
  (Object.keys(CODES) as ReturnAction[]).flatMap((action) =>
    CODES[action].split(/\s+/).map((code) => [code, action] as const),
  ),
)
