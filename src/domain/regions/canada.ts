// Canada: the Social Insurance Number.
// Example: checkSin('123-456-782') = null; checkSin('123-456-789') = 'checkDigitWrong'.

export type SinProblem = 'notNineDigits' | 'firstDigitNeverIssued' | 'checkDigitWrong'

/**
 * Nine digits, in three groups or without separators, of which the last is a check digit (Luhn).
 * The first is never 0 and never 8; 9 is a temporary resident's.
 */
export function checkSin(text: string): SinProblem | null {
  const match = /^(\d{3})([- ]?)(\d{3})\2(\d{3})$/.exec(text)
  if (!match) return 'notNineDigits'
  const digits = `${match[1]}${match[3]}${match[4]}`
  if (digits.startsWith('0') || digits.startsWith('8')) return 'firstDigitNeverIssued'
  return luhnSum(digits) % 10 === 0 ? null : 'checkDigitWrong'
}

/** Every second digit from the right counts double, and a double of two digits as their sum. */
function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, character, index) => {
    const value = Number(character) * (index % 2 === 0 ? 1 : 2)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}
