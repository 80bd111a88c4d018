// Names as an ACH operator takes them: plain capitals.
// Example: toAchText('José Núñez-Straße') = 'JOSE NUNEZ-STRASSE'.

/**
 * Capital letters, digits, blanks and . , ' & / ( ) - only. Accents go, letters that are no accented
 * Latin letter are spelled out (ß SS, æ AE, ø O, þ TH), typographic quotes and dashes become plain
 * ones, a letter of another script and any other character becomes a blank, and blanks are joined.
 * Empty when nothing of it can be written.
 */
export function toAchText(text: string): string {
  // Most names are plain letters: capitals make them ready at once.
  const capitals = text.toUpperCase()
  if (READY.test(capitals)) return capitals
  let plain = ''
  for (const character of text) plain += plainOf(character)
  return READY.test(plain) ? plain : plain.replace(/ +/g, ' ').trim()
}

/** Whether anything of a text can be written: `toAchText` of it is not empty. */
export function hasAchText(text: string): boolean {
  for (const character of text) if (plainOf(character).trim() !== '') return true
  return false
}

/** Whether a text can stand in a file as it is: capitals, digits and the signs above. */
export function isAchText(text: string): boolean {
  return READY.test(text) || text === toAchText(text)
}

/** By character, kept: the same few dozen come again and again. */
function plainOf(character: string): string {
  const known = PLAIN.get(character)
  if (known !== undefined) return known
  const plain = [...character.normalize('NFD')]
    .map((part) => SPELLED[part] ?? part)
    .join('')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9 .,'&/()-]/gu, ' ')
  if (PLAIN.size < MOST_KEPT) PLAIN.set(character, plain)
  return plain
}

const PLAIN = new Map<string, string>()
const MOST_KEPT = 1_000

const READY = /^[A-Z0-9.,'&/()-]+( [A-Z0-9.,'&/()-]+)*$/

const SPELLED: Readonly<Record<string, string>> = {
  ß: 'SS',
  ẞ: 'SS',
  æ: 'AE',
  Æ: 'AE',
  œ: 'OE',
  Œ: 'OE',
  ø: 'O',
  Ø: 'O',
  đ: 'D',
  Đ: 'D',
  ð: 'D',
  Ð: 'D',
  þ: 'TH',
  Þ: 'TH',
  ł: 'L',
  Ł: 'L',
  ı: 'I',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
}
