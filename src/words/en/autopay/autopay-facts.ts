// What messages about autopay carry, and sentences that many of them have.

/** What a message carries, written in the reader's language; empty where it carries none. */
export type AutopayFacts = {
  readonly amount: string
  readonly was: string
  readonly day: string
  readonly withdrawn: string
  readonly confirmation: string
  /** Why the amount is what it is, in sentences. */
  readonly why: string
  /** "$512.55 on December 5 and $512.55 on January 5" */
  readonly stopped: string
  readonly going: string
  readonly code: string
  readonly retry: string
  /** Why the bank of a card did not pay, as a sentence. */
  readonly declined: string
  /** "Visa ••5556" */
  readonly account: string
  readonly expires: string
  /** By a saved card, which is charged on the day itself. */
  readonly byCard: boolean
  readonly authorization: string
}

export const canceled = ({ stopped, going }: AutopayFacts) =>
  (stopped === '' ? '' : ` Canceled: ${stopped}.`) +
  (going === '' ? '' : ` With the bank and no longer to be stopped: ${going}.`)

export const dueStays = 'What is due stays due: pay another way.'

export const leaves = ({ byCard, day, withdrawn }: AutopayFacts) =>
  byCard
    ? `Your card is charged on ${day}, and it counts as paid that day.`
    : `It counts as paid on ${day} and leaves your bank on ${withdrawn}.`
