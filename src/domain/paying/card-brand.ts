/** Names of card brands, the same in every language; "Card" for one that is not known. */
export function cardBrand(brand: string): string {
  return BRANDS[brand] ?? OTHER
}

/** Whether it is one of the names above, and not a word for any card. */
export function isBrandName(name: string): boolean {
  return Object.values(BRANDS).includes(name)
}

const OTHER = 'Card'

/** By the processor's words for them. */
const BRANDS: Readonly<Record<string, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
}
