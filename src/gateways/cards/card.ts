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
  /** The dispute that counts, by the processor's number: another one is another matter. */
  readonly disputeId: string | null
  /** Why the bank of a saved card did not pay; null: it was not asked, or it paid. */
  readonly declined: CardDecline | null
}

/**
 * `ownerAsked`: the card's bank wants to ask its owner first. `gone`: the card is lost, closed or
 * not known any more, and never pays again.
 */
export type CardDecline = 'ownerAsked' | 'funds' | 'expired' | 'gone' | 'declined'

/** The processor's page on which a card is saved; no money moves there. */
export type CardSetupOrder = Pick<CardPageOrder, 'accountId' | 'locale' | 'doneUrl' | 'backUrl'> & {
  /** Asked twice under one id, it is one page. */
  readonly setupId: string
}

export type CardSetupFacts = {
  readonly page: 'open' | 'done' | 'over'
  readonly url: string | null
  /** Null where no card was saved. */
  readonly saved: SavedCard | null
}

/** By what a card is charged again. Kept sealed, and no page shows it. */
export type CardToken = { readonly customer: string; readonly method: string }

export type SavedCard = {
  readonly token: CardToken
  readonly card: UsedCard
  /** The same for the same card, however often it is saved. */
  readonly fingerprint: string
}

/** What a saved card is charged for, its owner not there. In cents of US dollars. */
export type CardCharge = {
  readonly accountId: string
  readonly paymentId: string
  readonly amount: number
  readonly token: CardToken
}

/** Something happened to a payment; what, is asked of the processor. */
export type CardEvent = {
  readonly id: string
  readonly kind: string
  /** Null: it is about nothing of ours. */
  readonly about: {
    readonly accountId: string
    /** The id of a payment, or of a page on which a card is saved. */
    readonly paymentId: string
    readonly what: 'payment' | 'setup'
  } | null
}

export type CardProcessor = SavedCardProcessor & {
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

export type SavedCardProcessor = {
  readonly openSetup: (order: CardSetupOrder) => Promise<CardPage>
  readonly lookAtSetup: (sessionId: string) => Promise<CardSetupFacts>
  /**
   * Asks a saved card's bank to hold the money. What it was asked before for this payment is looked
   * for first, so that asked again, after any time, it holds once.
   */
  readonly charge: (order: CardCharge) => Promise<CardFacts>
  readonly lookAtCharge: (intentId: string) => Promise<CardFacts>
  /**
   * Sends back money that was taken. Asked twice under one id, it is sent once. `refused`: the
   * processor will not send it, however often it is asked.
   */
  readonly refund: (order: {
    readonly refundId: string
    readonly intentId: string
    readonly amount: number
  }) => Promise<'sent' | 'refused'>
  /** The processor keeps the card no more. Asked twice, it answers the same. */
  readonly forget: (token: CardToken) => Promise<void>
}

/** It could not be reached, or does not answer as it should. */
export class CardProcessorDown extends Error {}
