// The cards of the demo's processor: each is a name to choose, none has a number to type. By the
// last four digits of the test cards that card processors publish.

export type TestCard = {
  readonly id:
    | 'debit'
    | 'confirm'
    | 'disputed'
    | 'takesNone'
    | 'expiring'
    | 'credit'
    | 'declined'
    | 'later'
    | 'gone'
    | 'funds'
    | 'expired'
  readonly brand: string
  readonly last4: string
  readonly funding: 'debit' | 'credit'
  readonly month: number
  readonly year: number
  /** `confirm`: its bank asks the customer first (3-D Secure). */
  readonly does: 'pay' | 'confirm' | 'refuse'
  readonly isDisputed: boolean
  /** What is sent back to it does not arrive, and that is known later. */
  readonly refundsFail?: true
  /** Why its bank says no once it was saved and is charged; left out: it pays. */
  readonly later?: 'authentication_required' | 'insufficient_funds' | 'lost_card'
}

const usual = { brand: 'visa', funding: 'debit', month: 12, year: 2031, does: 'pay' } as const
const asks = { does: 'confirm', later: 'authentication_required', isDisputed: false } as const
const dry = { does: 'refuse', later: 'insufficient_funds', isDisputed: false } as const
const lost = { does: 'refuse', later: 'lost_card', isDisputed: false } as const

export const TEST_CARDS: readonly TestCard[] = [
  { ...usual, id: 'debit', last4: '5556', isDisputed: false },
  { ...usual, id: 'confirm', last4: '3155', ...asks },
  { ...usual, id: 'disputed', last4: '0259', isDisputed: true },
  { ...usual, id: 'takesNone', last4: '5126', isDisputed: false, refundsFail: true },
  { ...usual, id: 'expiring', last4: '4444', year: 2026, isDisputed: false },
  { ...usual, id: 'credit', last4: '4242', funding: 'credit', isDisputed: false },
  { ...usual, id: 'declined', last4: '0002', does: 'refuse', isDisputed: false },
  { ...usual, id: 'later', last4: '0341', ...dry },
  { ...usual, id: 'gone', last4: '9987', ...lost },
  { ...usual, id: 'funds', last4: '9995', does: 'refuse', isDisputed: false },
  { ...usual, id: 'expired', last4: '0069', year: 2024, does: 'refuse', isDisputed: false },
]
