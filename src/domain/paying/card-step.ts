// What follows for a payment by card from what the processor says of it, however often and in
// whatever order it is asked. Its money is held first, and taken once the account was looked at.
// Example: started, and the card's bank holds 513.12: decide; taking, and the processor took it:
// paid.

export type CardStanding = {
  readonly page: 'open' | 'done' | 'over'
  readonly money: 'none' | 'held' | 'taken' | 'released'
  readonly dispute: 'none' | 'open' | 'won' | 'lost'
  readonly amount: number
  readonly refunded: number
  /** Why the bank of a saved card did not pay. */
  readonly declined: 'ownerAsked' | 'funds' | 'expired' | 'gone' | 'declined' | null
}

export type CardStep =
  | 'wait'
  /** Whether the money that is held is taken. */
  | 'decide'
  | 'take'
  | 'release'
  | 'paid'
  /** Nothing was taken: nobody paid on its page, or the money was let go of. */
  | 'notPaid'
  | 'released'
  /** Its bank said no to a saved card. */
  | 'declined'
  | 'disputed'
  | 'won'
  | 'refunded'
  /** What had been sent back did not arrive: the money is here again. */
  | 'refundFailed'
  /** One of us wants its money back on the card. */
  | 'sendBack'
  /** For a person: the processor and we do not say the same. */
  | 'partlyRefunded'
  | 'unexpected'

type State = 'started' | 'taking' | 'releasing' | 'failed' | 'paid' | 'disputed' | 'refunded'

export function cardStep(
  state: State,
  facts: CardStanding,
  refund: 'none' | 'asked' = 'none',
): CardStep {
  switch (state) {
    case 'started':
      return beforePaid(facts, 'decide')
    case 'taking':
      return beforePaid(facts, 'take')
    case 'releasing':
      return beforePaid(facts, 'release')
    case 'failed':
      if (facts.money === 'held') return 'release'
      return facts.money === 'taken' && facts.refunded < facts.amount ? 'unexpected' : 'wait'
    case 'paid':
      return afterPaid(facts, refund)
    case 'disputed':
      if (isRefunded(facts)) return 'refunded'
      return facts.dispute === 'won' ? 'won' : 'wait'
    case 'refunded':
      return facts.money === 'taken' && !isRefunded(facts) ? 'refundFailed' : 'wait'
  }
}

function beforePaid(facts: CardStanding, held: 'decide' | 'take' | 'release'): CardStep {
  if (facts.money === 'held') return held
  if (facts.money === 'taken') return 'paid'
  if (facts.money === 'released') return 'released'
  if (facts.declined !== null) return 'declined'
  return facts.page === 'over' ? 'notPaid' : 'wait'
}

/** What its bank took back in a dispute is not sent besides. */
function afterPaid(facts: CardStanding, refund: 'none' | 'asked'): CardStep {
  if (isRefunded(facts)) return 'refunded'
  if (facts.dispute === 'open' || facts.dispute === 'lost') return 'disputed'
  if (refund === 'asked') return 'sendBack'
  return facts.refunded > 0 ? 'partlyRefunded' : 'wait'
}

function isRefunded({ refunded, amount }: CardStanding): boolean {
  return refunded > 0 && refunded >= amount
}
