// What becomes of an autopay by what happens, each with its reason. Nothing else changes its state,
// and nothing in silence: each of these is a row and a message (PRODUCT D2).
export type AutopayState =
  /** It takes what its terms say. */
  | 'active'
  /** It takes nothing until it is resumed. */
  | 'paused'
  /** It takes nothing until its owner puts something right. */
  | 'needsAttention'
  /** For good. */
  | 'ended'

export const AUTOPAY_EVENTS = [
  'set',
  'changed',
  'pausedByCustomer',
  'resumed',
  'revokedByCustomer',
  'paymentReturned',
  'paymentUnauthorized',
  'bankAccountStopped',
  'bankAccountRemoved',
  'cardDeclined',
  'cardStopped',
  'cardRemoved',
  'cardExpires',
  'cardDisputed',
  'deferred',
  'disputed',
  'totalLoss',
  'vehicleReturned',
  'legalHold',
  'lastDebitMade',
  'paidOff',
  'chargedOff',
  'bankruptcy',
  'deceased',
  'endDateReached',
  'scheduleOver',
] as const

export type AutopayEvent = (typeof AUTOPAY_EVENTS)[number]

/** What happens to the debits that are set and have not gone to the bank. */
export type DebitsFate =
  /** They go as they were announced. */
  | 'stay'
  | 'canceled'
  /** Worked out anew: due dates or terms are other ones. */
  | 'replanned'

type Rule = {
  readonly from: readonly AutopayState[]
  /** null: stays as it is. */
  readonly to: AutopayState | null
  readonly debits: DebitsFate
}

const ON: readonly AutopayState[] = ['active', 'paused', 'needsAttention']
const ends: Rule = { from: ON, to: 'ended', debits: 'canceled' }
const needsOwner: Rule = { from: ON, to: 'needsAttention', debits: 'canceled' }
const waits: Rule = { from: ['active'], to: 'paused', debits: 'canceled' }

const RULES: Readonly<Record<Exclude<AutopayEvent, 'set'>, Rule>> = {
  changed: { from: ON, to: 'active', debits: 'replanned' },
  pausedByCustomer: waits,
  resumed: { from: ['paused'], to: 'active', debits: 'replanned' },
  revokedByCustomer: ends,
  paymentReturned: { from: ON, to: null, debits: 'stay' },
  // Nacha: nothing more without a new authorization.
  paymentUnauthorized: needsOwner,
  bankAccountStopped: needsOwner,
  bankAccountRemoved: needsOwner,
  // As a return of one debit: the next ones go on.
  cardDeclined: { from: ON, to: null, debits: 'stay' },
  // Its bank says that it never pays again.
  cardStopped: needsOwner,
  cardRemoved: needsOwner,
  // Before the first debit that it could not pay any more.
  cardExpires: needsOwner,
  cardDisputed: needsOwner,
  deferred: { from: ON, to: null, debits: 'replanned' },
  disputed: waits,
  totalLoss: waits,
  vehicleReturned: ends,
  legalHold: waits,
  lastDebitMade: { from: ['active'], to: null, debits: 'stay' },
  paidOff: ends,
  chargedOff: ends,
  // 11 USC 362(a)(6): nothing is collected while the stay holds.
  bankruptcy: ends,
  deceased: ends,
  endDateReached: { ...ends, debits: 'stay' },
  scheduleOver: { ...ends, debits: 'stay' },
}

/** Where an event leads; null where it changes nothing, for instance once autopay has ended. */
export function afterEvent(
  state: AutopayState,
  event: Exclude<AutopayEvent, 'set'>,
): { readonly state: AutopayState; readonly debits: DebitsFate } | null {
  const rule = RULES[event]
  if (!rule.from.includes(state)) return null
  return { state: rule.to ?? state, debits: rule.debits }
}
