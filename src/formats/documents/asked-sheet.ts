import { unreachable } from '#src/domain/assert.ts'
import type { AskedFacts } from './document-facts.ts'
import { amortizationSheet, autopayCopySheet, couponsSheet } from './plan-papers.ts'
import type { Sheet } from './sheet.ts'
import { vehicleInterestSheet, yearInterestSheet } from './year-papers.ts'

/** The sheet of any paper that somebody asked for, in the language of its facts. */
export function askedSheet(facts: AskedFacts): Sheet {
  switch (facts.kind) {
    case 'yearInterest':
      return yearInterestSheet(facts)
    case 'vehicleInterest':
      return vehicleInterestSheet(facts)
    case 'amortization':
      return amortizationSheet(facts)
    case 'coupons':
      return couponsSheet(facts)
    case 'autopayCopy':
      return autopayCopySheet(facts)
    default:
      return unreachable(facts)
  }
}
