/**
 * A letter's code as it is printed, "7K4M-2D9X-0ABC-DEFG", however it was typed; null where it
 * cannot be one.
 */
export function letterCodeOf(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  if (!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain)) return null
  return plain.replace(/(.{4})(?=.)/g, '$1-')
}
