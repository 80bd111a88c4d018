// Exact fractions for interest between postings: nothing is rounded until it is posted.
// Example: 20,000.00 at 5 % for 35 days of a 365-day year = 2000000 * 5e7 * 35 / (1e9 * 365) cents
// = 9589.04...

/** A reduced fraction of bigints; the denominator is always positive. */
export type Fraction = { readonly n: bigint; readonly d: bigint }

export const ZERO: Fraction = { n: 0n, d: 1n }

/** Builds `n / d`, reduced. Refuses a zero denominator. */
export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 0n) throw new RangeError('fraction with a zero denominator')
  if (n === 0n) return ZERO
  if (d < 0n) return fraction(-n, -d)
  if (d === 1n) return { n, d }
  const divisor = gcd(n < 0n ? -n : n, d)
  return divisor === 1n ? { n, d } : { n: n / divisor, d: d / divisor }
}

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.n === 0n) return b
  if (b.n === 0n) return a
  return a.d === b.d ? fraction(a.n + b.n, a.d) : fraction(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { n: -b.n, d: b.d })
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d)
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n)
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function isZero(a: Fraction): boolean {
  return a.n === 0n
}

/** Largest whole number not above the fraction. */
export function floor(a: Fraction): bigint {
  const quotient = a.n / a.d
  return a.n % a.d < 0n ? quotient - 1n : quotient
}

/** Decimal text with exactly `places` digits after the point, rounded half up (away from zero). */
export function toDecimal(a: Fraction, places: number): string {
  const scale = 10n ** BigInt(places)
  const negative = a.n < 0n
  const magnitude = negative ? -a.n : a.n
  const scaled = (magnitude * scale * 2n + a.d) / (a.d * 2n)
  const text = scaled.toString().padStart(places + 1, '0')
  const whole = text.slice(0, text.length - places)
  const decimals = places === 0 ? '' : `.${text.slice(text.length - places)}`
  return `${negative && scaled !== 0n ? '-' : ''}${whole}${decimals}`
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a
  let y = b
  while (y > LARGEST_EXACT) [x, y] = [y, x % y]
  return y === 0n ? x : BigInt(gcdOfNumbers(Number(y), Number(x % y)))
}

// Plain numbers divide several times faster, and exactly while both are safe integers.
function gcdOfNumbers(a: number, b: number): number {
  let x = a
  let y = b
  while (y !== 0) {
    const rest = x % y
    x = y
    y = rest
  }
  return x
}

const LARGEST_EXACT = BigInt(Number.MAX_SAFE_INTEGER)
