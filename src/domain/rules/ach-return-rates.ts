// How many debits came back, against the network's limits.
// Source: Nacha limits as EPCOR's rules reminder and docs.moderntreasury.com state them:
// unauthorized 0.5 %, administrative 3 %, overall 15 % of the debits originated, over 60 days or
// two calendar months.
// Example: 6 unauthorized of 1,000 debits are 0.6 %: above the limit.
import { assert } from '../assert.ts'
import { returnRule } from './ach-returns.ts'

export type ReturnRate = {
  readonly kind: 'unauthorized' | 'administrative' | 'overall'
  readonly returned: number
  readonly debits: number
  /** Hundredths of a percent, rounded half up; null without debits. */
  readonly basisPoints: number | null
  readonly limitBasisPoints: number
  /** Counted exactly, not by the rounded share. */
  readonly isAbove: boolean
}

/**
 * The three rates, for the debits originated in a window and the reason codes of those that came
 * back. Dishonored and contested returns are no returns of debits and do not count.
 */
export function returnRates(debits: number, codes: Iterable<string>): readonly ReturnRate[] {
  assert(Number.isSafeInteger(debits) && debits >= 0, `not a number of debits: ${debits}`)
  const counts = { unauthorized: 0, administrative: 0, overall: 0 }
  for (const code of codes) {
    const rule = returnRule(code)
    if (!rule.reverses) continue
    counts.overall += 1
    if (rule.countsAs !== null) counts[rule.countsAs] += 1
  }
  return LIMITS.map(([kind, limit]) => rate(counts[kind], { kind, debits, limit }))
}

const LIMITS = [
  ['unauthorized', 50],
  ['administrative', 300],
  ['overall', 1_500],
] as const

function rate(
  returned: number,
  of: { kind: ReturnRate['kind']; debits: number; limit: number },
): ReturnRate {
  const { kind, debits, limit } = of
  return {
    kind,
    returned,
    debits,
    basisPoints: debits === 0 ? null : Math.floor((returned * 20_000 + debits) / (debits * 2)),
    limitBasisPoints: limit,
    isAbove: returned * 10_000 > debits * limit,
  }
}
