// What a password must be: long, not one that everybody tries, not made of what others know about
// this account. No rules about kinds of characters, no change by date (NIST 800-63B-4 section
// 3.1.1.2; ASVS 5.0 V6.2).
import type { Refusal } from '#src/domain/refusal.ts'
import { isKnownPassword } from './known-passwords.ts'

/** While a password alone signs in (NIST 800-63B-4 section 3.1.1.2). */
export const passwordMinimum = 15
export const passwordMaximum = 128

/**
 * Names of the lender, the username, the VIN and the account number: what a guesser would try with
 * this account.
 */
export type PasswordContext = readonly string[]

/**
 * Characters are counted as a person sees code points, after NFC. Null when the password is good.
 */
export function refusePassword(password: string, context: PasswordContext): Refusal | null {
  const length = [...password.normalize('NFC')].length
  if (length < passwordMinimum) return { code: 'passwordTooShort', minimum: passwordMinimum }
  if (length > passwordMaximum) return { code: 'passwordTooLong', maximum: passwordMaximum }
  if (holdsContext(password, context)) return { code: 'passwordHoldsContext' }
  return isKnownPassword(password) ? { code: 'passwordKnown' } : null
}

/**
 * A context word of four letters or more adds nothing: eight characters must remain without them.
 */
function holdsContext(password: string, context: PasswordContext): boolean {
  const whole = lettersAndDigits(password)
  const words = context.map(lettersAndDigits).filter((word) => word.length >= 4)
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), whole)
  return rest !== whole && rest.length < 8
}

function lettersAndDigits(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
