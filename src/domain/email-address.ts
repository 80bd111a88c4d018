// E-mail addresses as far as they can be told from other text; whether one works shows a code.
// Example: toEmailAddress(' Ana.B@Example.COM ') = 'Ana.B@example.com'.

/** Of a whole address (RFC 5321 section 4.5.3.1, with RFC 3696 erratum 1690). */
export const longestEmail = 254

/** One address: a name, one @, a domain with a dot. No blanks, nothing that ends a header. */
export function isEmailAddress(text: string): boolean {
  return text.length <= longestEmail && EMAIL.test(text)
}

/** As typed, without blanks around it and with its domain in small letters; null: it is none. */
export function toEmailAddress(typed: string): string | null {
  const text = typed.trim()
  if (!isEmailAddress(text)) return null
  const at = text.indexOf('@')
  return text.slice(0, at) + text.slice(at).toLowerCase()
}

/**
 * Begins with a letter or digit; printable ASCII without what would end or join addresses in a
 * header.
 */
const EMAIL = /^[0-9A-Z_a-z][!#-'*+\-./0-9=?A-Z^-~]{0,63}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/
