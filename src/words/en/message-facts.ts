/** What a message carries, already written in the reader's language. */
export type MessageFacts = {
  readonly amount: string
  readonly day: string
  readonly withdrawn: string
  readonly account: string
  readonly confirmation: string
  readonly bank: string
  /** Why the bank sent it back: a sentence, or nothing. */
  readonly reason: string
}
