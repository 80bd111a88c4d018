// Vehicle identification numbers of North America (49 CFR 565.15).
// Example: 1M8GDM9AXKP042788 has the weighted sum 351 = 31 x 11 + 10, and 10 is written X in
// position 9.

export type VinProblem = 'notSeventeenCharacters' | 'characterNotAllowed' | 'checkDigitWrong'

/**
 * Checks 17 capitals and digits without I, O, Q, and the check digit of position 9 (49 CFR
 * 565.15(c)). A vehicle built for a market outside North America may carry another character there:
 * its importer's 'checkDigitWrong' is a warning.
 */
export function checkVin(text: string): VinProblem | null {
  if (text.length !== 17) return 'notSeventeenCharacters'
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(text)) return 'characterNotAllowed'
  return text[8] === vinCheckDigit(text) ? null : 'checkDigitWrong'
}

/**
 * The character that belongs into position 9 of 17 allowed characters; the one that stands there
 * does not count.
 */
export function vinCheckDigit(vin: string): string {
  const sum = [...vin].reduce(
    (total, character, index) => total + letterValue(character) * (WEIGHTS[index] ?? 0),
    0,
  )
  const remainder = sum % 11
  return remainder === 10 ? 'X' : String(remainder)
}

/** 49 CFR 565.15(c), Table IV. */
const WEIGHTS: readonly number[] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

/** 49 CFR 565.15(c), Table III, in the order of the alphabet without I, O and Q. */
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ'
const LETTER_VALUES = '12345678123457923456789'

function letterValue(character: string): number {
  const index = LETTERS.indexOf(character)
  return Number(index < 0 ? character : LETTER_VALUES[index])
}
