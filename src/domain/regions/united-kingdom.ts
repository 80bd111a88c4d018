// United Kingdom: the National Insurance number.
// Example: checkNino('AB123456C') = null; checkNino('QQ123456A') = 'prefixNeverIssued'.

export type NinoProblem = 'notNino' | 'prefixNeverIssued' | 'suffixNeverIssued'

/**
 * Two capitals, six digits, a letter A to D; blanks between the pairs as on the card are allowed
 * (HMRC National Insurance Manual NIM39110). There is no check digit.
 */
export function checkNino(text: string): NinoProblem | null {
  const match = /^([A-Z])([A-Z])( ?)\d{2}\3\d{2}\3\d{2}\3([A-Z])$/.exec(text)
  if (!match) return 'notNino'
  const [, first = '', second = '', , suffix = ''] = match
  const prefix = `${first}${second}`
  if (NEVER.test(prefix) || second === 'O' || UNUSED.has(prefix)) return 'prefixNeverIssued'
  return /[A-D]/.test(suffix) ? null : 'suffixNeverIssued'
}

/** NIM39110: letters that stand in neither place. */
const NEVER = /[DFIQUV]/

/** NIM39110: prefixes that are not used, and those of other administrations. */
const UNUSED: ReadonlySet<string> = new Set([
  ...['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ'],
  ...['OO', 'CR', 'FY', 'MW', 'NC'],
])
