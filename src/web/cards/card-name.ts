import { cardBrand, isBrandName } from '#src/domain/paying/card-brand.ts'
import type { Reader } from '../reader.ts'

/** "Visa ••5556"; a saved card has its brand's name already. */
export function cardName(card: { brand: string; lastFour: string }, reader: Reader): string {
  const name = isBrandName(card.brand) ? card.brand : cardBrand(card.brand)
  return `${isBrandName(name) ? name : reader.words.cards.otherBrand} ••${card.lastFour}`
}
