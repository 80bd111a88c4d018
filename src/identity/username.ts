// A username is one name however it is typed: case and surrounding blanks do not make another.
import type { Refusal } from '#src/domain/refusal.ts'

const shape = /^[a-z0-9](?:[a-z0-9._@+-]{4,62})[a-z0-9]$/

export function normalizeUsername(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase()
}

/**
 * 6 to 64 letters, digits and . _ - + @, starting and ending with a letter or digit; never a
 * number printed on paper.
 */
export function refuseUsername(typed: string, printedNumbers: readonly string[]): Refusal | null {
  const name = normalizeUsername(typed)
  const printed = printedNumbers.map((number) => plain(number)).includes(plain(name))
  return shape.test(name) && !printed ? null : { code: 'usernameUnusable' }
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '')
}
