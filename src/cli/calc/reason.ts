// How a result came to be, as `--explain` prints it: plain names, plain values, one tree.
import type { Explanation, ExplanationInput } from '#src/domain/explanation.ts'
import { toDollars, toPercent } from '#src/domain/money.ts'

/** Labels and rules are stable names; docs/operating/CALC.md says what each means. */
export type Reason = {
  readonly label: string
  /** Dollars, where the figure is money in cents. */
  readonly amount?: string
  readonly inputs: Readonly<Record<string, string | number>>
  readonly rule: string
  readonly citation?: string
  readonly parts?: readonly Reason[]
}

/** The domain's explanation of a figure in the form that is printed. */
export function reasonOf({ label, amount, inputs, rule, citation, parts }: Explanation): Reason {
  return {
    label,
    ...(amount !== undefined && { amount: toDollars(amount) }),
    inputs: Object.assign({}, ...inputs.map(printedInput)),
    rule,
    ...(citation !== undefined && { citation }),
    ...(parts !== undefined && { parts: parts.map(reasonOf) }),
  }
}

function printedInput(input: ExplanationInput): Record<string, string | number> {
  if (input.name === 'less') return { [input.figure]: toDollars(input.cents) }
  if ('cents' in input) return { [input.name]: toDollars(input.cents) }
  if ('ratePpb' in input) return { [input.name]: toPercent(input.ratePpb) }
  if ('count' in input) return { [input.name]: input.count }
  if ('dollars' in input) return { [input.name]: input.dollars }
  if ('date' in input) return { [input.name]: input.date }
  return { days: input.days, from: input.from, to: input.to }
}
