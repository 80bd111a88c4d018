// What one night costs, written a second time: it shares no line with src, so that a slip there
// cannot hide here. All amounts are whole multiples of 1 / UNIT cents: UNIT holds every divisor
// that a contract can name.

/** 10^12 x the least common multiple of 360, 365, 366 and 1461. */
export const UNIT = 10n ** 12n * 8n * 9n * 5n * 73n * 61n * 487n

export type Conventions = {
  readonly dayCount: string
  readonly yearEnd: string
  readonly rounding: string
  readonly dailyRateDecimals: number | null
}

/** Interest from `from` to `to`, in units, on whole cents at parts per billion a year. */
export function interestUnits(
  terms: Conventions,
  loan: { principal: number; rate: number; from: string; to: string },
): bigint {
  const { principal, rate, from, to } = loan
  const of = (days: number, year: bigint, times = 1n) =>
    BigInt(principal) * BigInt(days) * dayUnits(terms, { rate, year, times })
  switch (terms.dayCount) {
    case 'actual/365':
      return of(nights(from, to), 365n)
    case 'actual/360':
      return of(nights(from, to), 360n)
    case 'actual/365.25':
      return of(nights(from, to), 1461n, 4n)
    case '30/360':
      return of(thirties(from, to), 360n)
    case 'actual/366-feb29':
      return of(nights(from, to), BigInt(passesLeapDay(from, to) ? 366 : 365))
    case 'actual/actual':
    case 'actual/366-leap': {
      let sum = 0n
      for (let day = from; day < to; day = nextDay(day)) {
        const owner = terms.yearEnd === 'new' ? nextDay(day) : day
        sum += of(1, BigInt(leap(owner) ? 366 : 365))
      }
      return sum
    }
    default:
      throw new Error(terms.dayCount)
  }
}

/**
 * Units to whole cents: away from zero from the half on, to the even cent at the half, or toward
 * zero.
 */
export function wholeCents(units: bigint, rounding: string): number {
  const sign = units < 0n ? -1n : 1n
  const size = units * sign
  const below = size / UNIT
  const twice = (size - below * UNIT) * 2n
  const halfUp = twice === UNIT && (rounding === 'half-up' || below % 2n === 1n)
  const up = rounding !== 'cut' && (twice > UNIT || halfUp)
  return Number(sign * (below + (up ? 1n : 0n)))
}

export function nextDay(day: string, count = 1): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)
}

function dayUnits(terms: Conventions, at: { rate: number; year: bigint; times: bigint }): bigint {
  const top = BigInt(at.rate) * at.times
  const bottom = 1_000_000_000n * at.year
  if (terms.dailyRateDecimals === null) return exactQuotient(top * UNIT, bottom)
  const scale = 10n ** BigInt(terms.dailyRateDecimals)
  return exactQuotient(((top * scale) / bottom) * UNIT, scale)
}

function exactQuotient(top: bigint, bottom: bigint): bigint {
  if (top % bottom !== 0n) throw new Error(`the unit does not hold ${top} / ${bottom}`)
  return top / bottom
}

function nights(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

function thirties(from: string, to: string): number {
  const [a, b] = [new Date(from), new Date(to)]
  const first = Math.min(30, a.getUTCDate())
  const last = first === 30 ? Math.min(30, b.getUTCDate()) : b.getUTCDate()
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth()
  return months * 30 + last - first
}

function passesLeapDay(from: string, to: string): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const day = `${year}-02-29`
    if (leap(day) && from < day && day <= to) return true
  }
  return false
}

function leap(day: string): boolean {
  return new Date(`${day.slice(0, 4)}-02-29`).toISOString().slice(5, 10) === '02-29'
}
