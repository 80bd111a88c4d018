// One line of plain words, as names, streets and cities are.
// Example: plainWords(' 12 Alder St ', 100) = '12 Alder St'; plainWords('=1+1', 100) = null.

/**
 * Without blanks around it; null when there is none, too much, or it holds control or direction
 * characters, or begins as what a spreadsheet would run as a formula.
 */
export function plainWords(text: string, longest: number): string | null {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > longest) return null
  if (!text.isWellFormed() || UNPRINTABLE.test(text)) return null
  return /^[=+\-@]/.test(trimmed) ? null : trimmed
}

// Control characters, and marks that turn the direction of what follows them.
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u
