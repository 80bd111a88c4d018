// Formats of the United States: identity numbers, routing numbers, phones, ZIP codes.
// A check returns null when the text may be right, else the reason why it cannot be.
// Example: checkRoutingNumber('112000025') = 'checksumWrong'; checkZip('04101') = null.

export type IdentityNumberProblem =
  | 'notNineDigits'
  | 'areaNeverIssued'
  | 'groupNeverIssued'
  | 'serialNeverIssued'
  | 'advertisingNumber'

/**
 * Social Security number, nine digits with or without its two hyphens (SSA POMS RM 10201.035).
 * There is no check digit, and no list of valid areas since issue became random on 2011-06-25.
 */
export function checkSsn(text: string): IdentityNumberProblem | null {
  const parts = splitIdentityNumber(text)
  if (!parts) return 'notNineDigits'
  if (parts.area === '000' || parts.area === '666' || parts.area.startsWith('9')) {
    return 'areaNeverIssued'
  }
  if (parts.group === '00') return 'groupNeverIssued'
  if (parts.serial === '0000') return 'serialNeverIssued'
  return ADVERTISING_SSNS.has(Object.values(parts).join('')) ? 'advertisingNumber' : null
}

/**
 * Individual Taxpayer Identification Number: 9xx, its fourth and fifth digits 50-65, 70-88, 90-92
 * or 94-99 (Internal Revenue Manual, on the form of ITINs).
 */
export function checkItin(text: string): IdentityNumberProblem | null {
  const parts = splitIdentityNumber(text)
  if (!parts) return 'notNineDigits'
  if (!parts.area.startsWith('9')) return 'areaNeverIssued'
  return inRanges(Number(parts.group), ITIN_GROUPS) ? null : 'groupNeverIssued'
}

/** Whichever of the two a person has: numbers from 900 are ITINs, all others SSNs. */
export function checkIdentityNumber(text: string): IdentityNumberProblem | null {
  return text.startsWith('9') ? checkItin(text) : checkSsn(text)
}

export type RoutingNumberProblem =
  | 'notNineDigits'
  | 'allZeros'
  | 'prefixNeverIssued'
  | 'checksumWrong'

/** ABA routing number: Federal Reserve prefix, then 3-7-1 weights whose sum is divisible by 10. */
export function checkRoutingNumber(text: string): RoutingNumberProblem | null {
  if (!/^\d{9}$/.test(text)) return 'notNineDigits'
  if (text === '000000000') return 'allZeros'
  if (!inRanges(Number(text.slice(0, 2)), ROUTING_PREFIXES)) return 'prefixNeverIssued'
  return weightedSum(text) % 10 === 0 ? null : 'checksumWrong'
}

export type PhoneProblem = 'notE164' | 'areaCodeWrong' | 'exchangeWrong'

/**
 * E.164: a plus sign and at most 15 digits, the first not zero. In country code 1 (North American
 * Numbering Plan) ten digits follow, and area code and exchange begin with 2 to 9.
 */
export function checkPhone(text: string): PhoneProblem | null {
  if (!/^\+[1-9]\d{1,14}$/.test(text)) return 'notE164'
  if (!text.startsWith('+1')) return null
  if (text.length !== 12) return 'notE164'
  if (!/^\+1[2-9]/.test(text)) return 'areaCodeWrong'
  return /^\+1\d{3}[2-9]/.test(text) ? null : 'exchangeWrong'
}

/**
 * A number as people in the US write it, "(207) 555-0134" or "1-207-555-0134", in E.164; null when
 * it is no phone number.
 */
export function toE164(text: string): string | null {
  const compact = text.trim().replace(/[\s().\-\u2010-\u2015]/g, '')
  const full = compact.startsWith('+') ? compact : `+${compact.length === 10 ? '1' : ''}${compact}`
  const international = compact.startsWith('+') || full.startsWith('+1')
  return international && checkPhone(full) === null ? full : null
}

export type ZipProblem = 'notZip'

/** ZIP code of 5 digits or 5-4; text for ever, since it may begin with zero. */
export function checkZip(text: string): ZipProblem | null {
  return /^\d{5}(-\d{4})?$/.test(text) ? null : 'notZip'
}

/** Printed in advertisements and so never anybody's number (SSA). */
const ADVERTISING_SSNS: ReadonlySet<string> = new Set(['078051120', '219099999'])

type Ranges = readonly (readonly [first: number, last: number])[]

const ITIN_GROUPS: Ranges = [
  [50, 65],
  [70, 88],
  [90, 92],
  [94, 99],
]

/** Federal Reserve districts, thrift institutions, electronic transactions, traveler's checks. */
const ROUTING_PREFIXES: Ranges = [
  [0, 12],
  [21, 32],
  [61, 72],
  [80, 80],
]

function splitIdentityNumber(text: string): { area: string; group: string; serial: string } | null {
  const match = /^(\d{3})(-?)(\d{2})\2(\d{4})$/.exec(text)
  if (!match) return null
  const [, area = '', , group = '', serial = ''] = match
  return { area, group, serial }
}

function inRanges(value: number, ranges: Ranges): boolean {
  return ranges.some(([first, last]) => value >= first && value <= last)
}

// By character codes: a file of payments asks about each of its routing numbers.
function weightedSum(digits: string): number {
  let total = 0
  for (let at = 0; at < digits.length; at += 1) {
    const weight = at % 3 === 0 ? 3 : at % 3 === 1 ? 7 : 1
    total += (digits.charCodeAt(at) - ZERO_CODE) * weight
  }
  return total
}

const ZERO_CODE = 48
