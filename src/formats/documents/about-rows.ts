// Whose account a paper is about.
import { words } from '#src/words/words.ts'
import type { CommonFacts } from './document-facts.ts'
import type { PayoffLetterSheet } from './sheet.ts'

export function aboutRows(facts: CommonFacts): PayoffLetterSheet['about'] {
  const w = words(facts.locale).documents.print
  return [
    { label: w.customers(facts.customers.length), value: facts.customers.join(', ') },
    { label: w.account, value: w.ending(facts.accountEnding) },
    { label: w.vehicle, value: facts.vehicle },
    ...(facts.vinEnding === null ? [] : [{ label: w.vin, value: facts.vinEnding }]),
  ]
}
