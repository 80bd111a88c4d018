// Employer identification numbers of the United States: two digits, a hyphen, seven digits.
// Example: checkEin('04-2103594') = null; checkEin('07-1144442') = 'prefixNeverIssued'.

export type EinProblem = 'notEin' | 'prefixNeverIssued'

/** Nine digits, with or without the hyphen after the second; there is no check digit. */
export function checkEin(text: string): EinProblem | null {
  const match = /^(\d{2})-?\d{7}$/.exec(text)
  if (!match) return 'notEin'
  const prefix = Number(match[1])
  const known = PREFIXES.some(([first, last]) => prefix >= first && prefix <= last)
  return known ? null : 'prefixNeverIssued'
}

/** Prefixes that the Internal Revenue Service has given to its campuses and to the internet. */
const PREFIXES: readonly (readonly [first: number, last: number])[] = [
  [1, 6],
  [10, 16],
  [20, 27],
  [30, 48],
  [50, 68],
  [71, 77],
  [80, 88],
  [90, 95],
  [98, 99],
]
