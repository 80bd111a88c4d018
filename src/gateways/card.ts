// The card processor. A customer types a card on the processor's own page and nowhere else: no
// number of a card ever reaches us (PCI DSS, SAQ A).

/** What the processor's page is asked to take, in cents of US dollars. */
export type CardPageOrder = {
  readonly accountId: string
  /** Asked twice under one id, it is one page. */
  readonly paymentId: string
  readonly lines: readonly { readonly name: string; readonly amount: number }[]
  readonly locale: 'en' | 'es'
  /** Where its buttons lead: paid, and not paid. */
  readonly doneUrl: string
  readonly backUrl: string
}

export type CardPage = { readonly sessionId: string; readonly url: string }

export type UsedCard = {
  readonly brand: string
  readonly lastFour: string
  /** "12/2028" */
  readonly expires: string
  readonly funding: 'debit' | 'credit' | 'prepaid' | 'unknown'
}

/** What the processor says of a payment, asked now. */
export type CardFacts = {
  readonly page: 'open' | 'done' | 'over'
  /** Null once the page is done or over. */
  readonly url: string | null
  /** The processor's own number of the payment; null before a card was tried. */
  readonly intentId: string | null
  /**
   * `held`: the card's bank has set the money aside, and it is taken only when we ask. `released`:
   * nothing was taken, and nothing will be.
   */
  readonly money: 'none' | 'held' | 'taken' | 'released'
  /** The instant at which the customer paid. */
  readonly paidAt: string | null
  readonly amount: number
  readonly refunded: number
  readonly card: UsedCard | null
  /** `open`, `lost`: the card's bank took the money back. */
  readonly dispute: 'none' | 'open' | 'won' | 'lost'
  /** The processor's number of that dispute: another one of the same payment is another matter. */
  readonly disputeId: string | null
}

/** Something happened to a payment; what, is asked of the processor. */
export type CardEvent = {
  readonly id: string
  readonly kind: string
  /** Null: it is about nothing of ours. */
  readonly about: { readonly accountId: string; readonly paymentId: string } | null
}

export type CardProcessor = {
  /** Of the page a customer is sent to: a form may lead there, and nowhere else. */
  readonly pageOrigin: string
  readonly openPage: (order: CardPageOrder) => Promise<CardPage>
  readonly look: (sessionId: string) => Promise<CardFacts>
  /** Takes the money that is held. Asked twice, it is taken once. */
  readonly take: (intentId: string) => Promise<void>
  /** Lets go of the money that is held. */
  readonly release: (intentId: string) => Promise<void>
  /** Nobody can pay on that page any more. */
  readonly closePage: (sessionId: string) => Promise<void>
  /** Null where it is not signed by the processor, or is too old. */
  readonly readEvent: (body: string, signature: string) => Promise<CardEvent | null>
}

/** It could not be reached, or does not answer as it should. */
export class CardProcessorDown extends Error {}
