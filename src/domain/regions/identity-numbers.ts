// The identity number that people have in a region, and what of it registration asks for.
// Example: IDENTITY_NUMBERS.us.check('666123456') = 'neverIssued'; its last four are digits.
import { checkSin } from './canada.ts'
import { checkIdNr } from './germany.ts'
import { checkNino } from './united-kingdom.ts'
import { checkIdentityNumber } from './us.ts'

export type IdentityRegion = 'us' | 'ca' | 'gb' | 'de'

export type IdentityNumberProblem = 'wrongForm' | 'neverIssued' | 'checkDigitWrong'

export type IdentityNumberRule = {
  /** Null when the number, without blanks and hyphens, may be right. */
  readonly check: (text: string) => IdentityNumberProblem | null
  /** The four characters at its end, as registration asks for them: capitals, no blanks. */
  readonly lastFour: RegExp
  /** Whether these four are all digits. */
  readonly ends: 'digits' | 'letter'
}

const fourDigits = { lastFour: /^\d{4}$/, ends: 'digits' } as const

export const IDENTITY_NUMBERS: Readonly<Record<IdentityRegion, IdentityNumberRule>> = {
  us: {
    check: (text) => {
      const wrong = checkIdentityNumber(text)
      return wrong === 'notNineDigits' ? 'wrongForm' : wrong && 'neverIssued'
    },
    ...fourDigits,
  },
  ca: {
    check: (text) => {
      const wrong = checkSin(text)
      if (wrong === 'notNineDigits') return 'wrongForm'
      return wrong === 'firstDigitNeverIssued' ? 'neverIssued' : wrong
    },
    ...fourDigits,
  },
  gb: {
    check: (text) => {
      const wrong = checkNino(text)
      return wrong === 'notNino' ? 'wrongForm' : wrong && 'neverIssued'
    },
    // HMRC NIM39110: it ends with a letter A to D.
    lastFour: /^\d{3}[A-D]$/,
    ends: 'letter',
  },
  de: {
    check: (text) => {
      const wrong = checkIdNr(text)
      if (wrong === 'notElevenDigits') return 'wrongForm'
      return wrong === 'checkDigitWrong' ? wrong : wrong && 'neverIssued'
    },
    ...fourDigits,
  },
}
