// What kind of file it is, told from its first bytes; its name is not trusted.
// Example: '{"account": ...' is Keyturn JSON Lines; 'account,contract.principal' its CSV; '<?xml' a
// filing.

export type BoardingFormat = 'keyturn-jsonl' | 'keyturn-csv' | 'xml'

export type Detected = { readonly format: BoardingFormat } | { readonly reason: string }

/** Enough bytes to tell the format of a file. */
export const DETECTION_BYTES = 4096

/**
 * The format, or why this is not a boarding file. `head` is the first DETECTION_BYTES, less of a
 * shorter file.
 */
export function detectFormat(head: Uint8Array): Detected {
  if (head.length === 0) return { reason: 'The file is empty.' }
  const known = KNOWN_BINARY.find(({ magic }) => magic.every((byte, at) => head[at] === byte))
  if (known) return { reason: known.reason }
  if (head.includes(0)) return { reason: 'This is not a text file.' }
  const text = new TextDecoder('utf-8').decode(head).trimStart()
  if (text === '') return { reason: 'The file is empty.' }
  if (text.startsWith('<')) return { format: 'xml' }
  if (text.startsWith('{')) return { format: 'keyturn-jsonl' }
  if (text.startsWith('[')) return { reason: ARRAY_REASON }
  return detectTable(text.split(/[\r\n]/, 1)[0] ?? '')
}

const ARRAY_REASON =
  'This is one JSON array. Write one contract per line, without the brackets around them.'

const KNOWN_BINARY: readonly { magic: readonly number[]; reason: string }[] = [
  { magic: [0x50, 0x4b, 0x03, 0x04], reason: 'This is a ZIP or Excel file. Save it as CSV first.' },
  { magic: [0x1f, 0x8b], reason: 'This file is compressed (gzip). Unpack it first.' },
  { magic: [0x25, 0x50, 0x44, 0x46], reason: 'This is a PDF document, not a boarding file.' },
  { magic: [0xff, 0xfe], reason: 'This file is written in UTF-16. Save it as UTF-8 first.' },
  { magic: [0xfe, 0xff], reason: 'This file is written in UTF-16. Save it as UTF-8 first.' },
]

function detectTable(header: string): Detected {
  const columns = (separator: string) =>
    header.split(separator).map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
  if (columns(',').includes('account')) return { format: 'keyturn-csv' }
  if ([';', '\t'].some((separator) => columns(separator).includes('account')))
    return { reason: 'The columns are not separated by commas. Save the table with commas.' }
  return {
    reason: 'Not a known format: JSON Lines, a CSV with a column "account", or Form ABS-EE XML.',
  }
}
