import type { Reader } from '../reader.ts'

/** "Visa ••5556" */
export function cardName(card: { brand: string; lastFour: string }, reader: Reader): string {
  return `${BRANDS[card.brand] ?? reader.words.cards.otherBrand} ••${card.lastFour}`
}

/** Names, the same in every language. */
const BRANDS: Readonly<Record<string, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
}
