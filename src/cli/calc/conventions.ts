// How exact interest becomes cents: the same fields wherever a contract or schedule is given.
import { DAY_COUNTS } from '#src/domain/contract/day-count.ts'
import { choice, wholeNumber, yesOrNo } from './fields.ts'

/** Each may be left out; the first of its values is meant then. */
export function conventionFields() {
  return {
    dayCount: choice(DAY_COUNTS).default('actual/365'),
    yearEnd: choice(['old', 'new']).default('old'),
    rounding: choice(['half-up', 'half-even', 'cut']).default('half-up'),
    dailyRateDecimals: wholeNumber({ least: 0, most: 18 }).nullable().default(null),
    carryFractions: yesOrNo().default(false),
  }
}
