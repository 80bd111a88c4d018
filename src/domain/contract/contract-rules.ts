// The rules a contract may name instead of spelling them out: the order of application, the late
// charge, the small remainder. A version is never changed; new rules have a new name and a day.
// Example: a contract signed in 2026 names EMF-2019-01 and gets its waterfall and late charge.
import { type CivilDate, date } from '../calendar.ts'
import { type Cents, ZERO_CENTS } from '../money.ts'
import { BUCKETS, type Bucket, type LateChargeRule } from './loan.ts'

export type ContractRules = {
  readonly name: string
  /** First day on which a contract signed could name them. */
  readonly effectiveFrom: CivilDate
  readonly citation: string
  readonly waterfall: readonly Bucket[]
  readonly smallRemainder: Cents
  readonly lateCharge: LateChargeRule | null
}

/**
 * What holds for a contract that names no rules: nothing is charged that its file does not say.
 * The order is interest first, as simple interest under the United States Rule has it.
 */
export const STANDARD_RULES: ContractRules = {
  name: 'standard',
  effectiveFrom: date('1970-01-01'),
  citation: '12 CFR 1026 App. J (a)(3)',
  waterfall: BUCKETS,
  smallRemainder: ZERO_CENTS,
  lateCharge: null,
}

/** Rules that no lender wrote: a contract that has them named none. */
export function isUnwritten(name: string): boolean {
  return name === STANDARD_RULES.name || name === FILED_RULES.name
}

/** What is inferred for a loan of a public filing, which names none of its rules. */
export const FILED_RULES: ContractRules = {
  ...STANDARD_RULES,
  name: 'abs-ee',
  citation: '17 CFR 229.1125 Sch. AL Item 3',
}
