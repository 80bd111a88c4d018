import { randomCode } from '#src/vault/vault.ts'

/** "KT7-4M2D-9XQF": 45 random bits, without letters that are read for one another. */
export function confirmationNumber(): string {
  return `KT${randomCode(1)}-${randomCode(4)}-${randomCode(4)}`
}
