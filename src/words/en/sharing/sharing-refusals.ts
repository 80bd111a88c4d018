import type { Refusal } from '#src/domain/refusal.ts'

/** The sentences about links that share a payoff. */
type SharingRefusals = {
  readonly [Code in Extract<Refusal['code'], `payoffLink${string}`>]: (
    refusal: Extract<Refusal, { code: Code }>,
  ) => string
}

export const sharingRefusals: SharingRefusals = {
  payoffLinkOver: () => 'This link is not open. Ask the customer for a new one.',
  payoffLinkCodeWrong: ({ left }) =>
    left === 1
      ? 'That is not the code. One more wrong one locks the link.'
      : `That is not the code. Ask the customer to say it again; ${left} tries are left.`,
  payoffLinksFull: ({ most }) => `You have ${most} links that work. End one to make another.`,
}
