/** What a message in the portal carries, already written in the reader's language. */
export type MessageFacts = {
  readonly amount: string
  readonly day: string
  readonly withdrawn: string
  readonly cleared: string
  readonly account: string
  readonly confirmation: string
  readonly bank: string
  /** Why the bank sent it back: a sentence, or nothing. */
  readonly reason: string
  /** When a check of a bank account settles, and from when the account can be used. */
  readonly settles: string
  readonly firstUse: string
  readonly phone: string
  /** What kind of paper it is about. */
  readonly paper: string
  /** Where the money of a payment that counts went. */
  readonly interest: string
  readonly principal: string
  readonly charges: string
  /** Who said that they will pay the loan off, or was let in to see it, and what is missing. */
  readonly payer: string
  readonly missing: string
}
