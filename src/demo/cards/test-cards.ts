// The cards of the demo's processor: each is a name to choose, none has a number to type. By the
// last four digits of the test cards that card processors publish.

export type TestCard = {
  readonly id: 'debit' | 'confirm' | 'disputed' | 'credit' | 'declined' | 'funds' | 'expired'
  readonly brand: string
  readonly last4: string
  readonly funding: 'debit' | 'credit'
  readonly year: number
  /** `confirm`: its bank asks the customer first (3-D Secure). */
  readonly does: 'pay' | 'confirm' | 'refuse'
  readonly isDisputed: boolean
}

const usual = { brand: 'visa', funding: 'debit', year: 2031, does: 'pay' } as const

export const TEST_CARDS: readonly TestCard[] = [
  { ...usual, id: 'debit', last4: '5556', isDisputed: false },
  { ...usual, id: 'confirm', last4: '3155', does: 'confirm', isDisputed: false },
  { ...usual, id: 'disputed', last4: '0259', isDisputed: true },
  { ...usual, id: 'credit', last4: '4242', funding: 'credit', isDisputed: false },
  { ...usual, id: 'declined', last4: '0002', does: 'refuse', isDisputed: false },
  { ...usual, id: 'funds', last4: '9995', does: 'refuse', isDisputed: false },
  { ...usual, id: 'expired', last4: '0069', year: 2024, does: 'refuse', isDisputed: false },
]
