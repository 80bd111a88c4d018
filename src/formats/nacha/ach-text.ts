// Names as an ACH operator takes them: plain capitals.
// Example: toAchText('José Núñez-Straße') = 'JOSE NUNEZ-STRASSE'.

/**
 * Capital letters, digits, blanks and . , ' & / ( ) - only. Accents go, letters that are no accented
 * Latin letter are spelled out (ß SS, æ AE, ø O, þ TH), typographic quotes and dashes become plain
 * ones, a letter of another script and any other character becomes a blank, and blanks are joined.
 * Empty when nothing of it can be written.
 */
export function toAchText(text: string): string {
  // Most names are ready but for their case, and a file has hundreds of thousands.
  const capitals = text.toUpperCase()
  if (READY.test(capitals) && ASCII.test(text)) return capitals
  const plain = [...text.normalize('NFD')].map((character) => SPELLED[character] ?? character)
  return plain
    .join('')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9 .,'&/()-]/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
}

/** Whether a text can stand in a file as it is: capitals, digits and the signs above. */
export function isAchText(text: string): boolean {
  return text === toAchText(text)
}

const READY = /^[A-Z0-9.,'&/()-]+( [A-Z0-9.,'&/()-]+)*$/
const ASCII = /^[ -~]*$/

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
