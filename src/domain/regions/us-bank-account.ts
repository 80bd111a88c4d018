// Bank accounts of the United States: their numbers, and how one is shown to be right.
// Example: isAccountNumber('12345678901') = true; isAccountNumber('12') = false.

/** How an account may be verified before first use (Nacha: account validation of WEB debits). */
export type BankAccountCheck = (typeof BANK_ACCOUNT_CHECKS)[number]

export const BANK_ACCOUNT_CHECKS = ['prenote', 'microDeposits'] as const

/**
 * Digits without separators, at most the 17 places of an ACH entry (field 6 of its detail record).
 */
export function isAccountNumber(text: string): boolean {
  return /^\d{4,17}$/.test(text)
}

/** Numbers as people copy them: blanks and hyphens are nothing. */
export function bareNumber(text: string): string {
  return text.replace(/[\s-]/g, '')
}
