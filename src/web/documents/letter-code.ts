/**
 * A letter's code as it is printed, "7K4M-2D9X-0ABC-DEFG", however it was typed or copied: with
 * dashes of another kind, with O for 0 and I or L for 1, none of which is in a code. Null where it
 * cannot be one.
 */
export function letterCodeOf(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain)) return null
  return plain.replace(/(.{4})(?=.)/g, '$1-')
}
