// Germany: the tax identification number (Identifikationsnummer).
// Example: checkIdNr('36 574 261 809') = null; checkIdNr('36574261890') = 'checkDigitWrong'.

export type IdNrProblem = 'notElevenDigits' | 'leadingZero' | 'repetitionWrong' | 'checkDigitWrong'

/**
 * Eleven digits, with or without the blanks of its letter. Among the first ten, one digit stands
 * twice or three times and every other one at most once; the last is a check digit.
 */
export function checkIdNr(text: string): IdNrProblem | null {
  if (!/^\d{11}$|^\d{2} \d{3} \d{3} \d{3}$/.test(text)) return 'notElevenDigits'
  const digits = text.replaceAll(' ', '')
  if (digits.startsWith('0')) return 'leadingZero'
  if (!isRepetitionRight(digits.slice(0, 10))) return 'repetitionWrong'
  return Number(digits[10]) === checkDigit(digits.slice(0, 10)) ? null : 'checkDigitWrong'
}

function isRepetitionRight(ten: string): boolean {
  const counts = [...Map.groupBy(ten, (digit) => digit).values()].map((same) => same.length)
  const repeated = counts.filter((count) => count > 1)
  return repeated.length === 1 && (repeated[0] ?? 0) <= 3
}

/** ISO 7064, MOD 11,10. */
function checkDigit(ten: string): number {
  const product = [...ten].reduce((before, digit) => {
    const sum = (Number(digit) + before) % 10
    return ((sum === 0 ? 10 : sum) * 2) % 11
  }, 10)
  return (11 - product) % 10
}
