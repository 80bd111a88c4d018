// Money is integer cents, branded, and rounded in one place.
// Example: allocate(100.00, [1, 1, 1]) = 33.34, 33.33, 33.33: no cent is lost.
import { assert, unreachable } from './assert.ts'
import { type Fraction, floor, ZERO } from './fraction.ts'

declare const centsBrand: unique symbol
declare const rateBrand: unique symbol

/** Whole cents, safe-integer range. Never a fraction of a cent, never a float of dollars. */
export type Cents = number & { readonly [centsBrand]: true }

/** Contract rate a year in parts per billion: 5.49 % = 54_900_000. */
export type RatePpb = number & { readonly [rateBrand]: true }

/** How the contract turns an exact amount into cents: half up, half to even, or cut toward zero. */
export type Rounding = 'half-up' | 'half-even' | 'cut'

/** Refuses anything but a safe integer. */
export function cents(value: number): Cents {
  assert(Number.isSafeInteger(value), `not whole cents: ${value}`)
  return (value === 0 ? 0 : value) as Cents
}

export const ZERO_CENTS = cents(0)

/** Refuses negative rates and rates of 1,000 % a year or more. */
export function ratePpb(value: number): RatePpb {
  assert(
    Number.isSafeInteger(value) && value >= 0 && value < 10_000_000_000,
    `not a rate: ${value}`,
  )
  return value as RatePpb
}

export function sum(amounts: Iterable<Cents>): Cents {
  let total = 0
  for (const amount of amounts) total += amount
  return cents(total)
}

export function plus(...amounts: readonly Cents[]): Cents {
  let total = 0
  for (const amount of amounts) total += amount
  return cents(total)
}

export function minus(a: Cents, b: Cents): Cents {
  return cents(a - b)
}

export function smaller(a: Cents, b: Cents): Cents {
  return a < b ? a : b
}

export function larger(a: Cents, b: Cents): Cents {
  return a > b ? a : b
}

export function exactly(amount: Cents): Fraction {
  return amount === 0 ? ZERO : { n: BigInt(amount), d: 1n }
}

/** The one rounding function: an exact number of cents to whole cents by the contract's rule. */
export function roundToCents(exact: Fraction, rounding: Rounding): Cents {
  if (exact.n < 0n) return cents(-roundToCents({ n: -exact.n, d: exact.d }, rounding))
  if (exact.n <= LARGEST_EXACT && exact.d <= LARGEST_EXACT)
    return roundNumbers(Number(exact.n), Number(exact.d), rounding)
  const whole = floor(exact)
  const doubledRest = (exact.n - whole * exact.d) * 2n
  const rest = { beyondHalf: doubledRest > exact.d, isHalf: doubledRest === exact.d }
  const isOdd = whole % 2n === 1n
  return cents(Number(whole + (roundsUp({ ...rest, isOdd }, rounding) ? 1n : 0n)))
}

const LARGEST_EXACT = BigInt(Number.MAX_SAFE_INTEGER)

// The same of plain numbers, which divide several times faster: the rest of two safe integers is
// exact, twice of it is, and so is the division that leaves none.
function roundNumbers(n: number, d: number, rounding: Rounding): Cents {
  const rest = n % d
  const whole = (n - rest) / d
  const [beyondHalf, isHalf] = [rest * 2 > d, rest * 2 === d]
  return cents(whole + (roundsUp({ beyondHalf, isHalf, isOdd: whole % 2 === 1 }, rounding) ? 1 : 0))
}

function roundsUp(
  rest: { beyondHalf: boolean; isHalf: boolean; isOdd: boolean },
  rounding: Rounding,
): boolean {
  switch (rounding) {
    case 'cut':
      return false
    case 'half-up':
      return rest.beyondHalf || rest.isHalf
    case 'half-even':
      return rest.beyondHalf || (rest.isHalf && rest.isOdd)
    default:
      return unreachable(rounding)
  }
}

/**
 * Splits `amount` by non-negative weights; the parts always add up to it. Left-over cents go to the
 * largest remainders, first come first.
 */
export function allocate(amount: Cents, weights: readonly number[]): Cents[] {
  const total = weights.reduce((a, b) => a + b, 0)
  assert(
    total > 0 && weights.every((w) => Number.isSafeInteger(w) && w >= 0),
    'weights must be whole, and one positive',
  )
  const sign = amount < 0 ? -1 : 1
  const shares = weights.map((weight, index) => {
    const product = BigInt(Math.abs(amount)) * BigInt(weight)
    return { index, cents: Number(product / BigInt(total)), rest: product % BigInt(total) }
  })
  let left = Math.abs(amount) - shares.reduce((a, share) => a + share.cents, 0)
  const byRest = [...shares].sort((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1,
  )
  for (const share of byRest) {
    if (left === 0) break
    share.cents += 1
    left -= 1
  }
  return shares.map((share) => cents(sign * share.cents))
}

/**
 * Reads dollars as people and files write them: "1,234.5", "$ 12", ".50", "-0.07". Returns null when
 * it is not money, or has more than 13 digits before the point or two behind it.
 */
export function parseDollars(text: string): Cents | null {
  const match = /^(-)?(?:\$ ?)?(-)?(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d{0,2}))?$/.exec(text.trim())
  if (!match || (match[1] && match[2])) return null
  const whole = (match[3] ?? '').replaceAll(',', '')
  const decimals = match[4] ?? ''
  if (whole.length > 13 || whole + decimals === '') return null
  const value = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  return cents(match[1] || match[2] ? -value : value)
}

/** Plain dollars with two decimals for files and data, without signs or separators: "1234.50". */
export function toDollars(amount: Cents): string {
  const text = Math.abs(amount).toString().padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`
}

/**
 * Percent a year as text ("5.49", at most seven decimals) to parts per billion; null when it is not
 * a rate.
 */
export function parsePercent(text: string): RatePpb | null {
  const match = /^(\d{1,3})(?:\.(\d{1,7}))?$/.exec(text.trim())
  if (!match) return null
  return ratePpb(Number(match[1]) * 10_000_000 + Number((match[2] ?? '').padEnd(7, '0')))
}

/** Parts per billion to percent text with at least two decimals: 54_900_000 gives "5.49". */
export function toPercent(rate: RatePpb): string {
  const text = rate.toString().padStart(8, '0')
  const decimals = text.slice(-7).replace(/0+$/, '').padEnd(2, '0')
  return `${text.slice(0, -7)}.${decimals}`
}
