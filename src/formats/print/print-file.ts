// A file for a print house: the papers as PDF, and a list of what goes to which address
// (docs/operating/PRINT.md). The same letters give the same bytes.
import { createHash } from 'node:crypto'
import { ZipFile } from 'yazl'
import type { PostalAddress } from '#src/domain/account/boarding.ts'

export type LetterToPrint = {
  readonly documentId: string
  readonly kind: string
  readonly onDate: string
  readonly language: string
  /** Last four. */
  readonly accountEnding: string
  readonly to: string
  readonly address: PostalAddress
  readonly bytes: Buffer
}

const COLUMNS = [
  ...['line', 'file', 'sha256', 'bytes', 'document', 'kind', 'date', 'language'],
  ...['account_ending', 'name', 'street', 'city', 'state', 'postal_code'],
] as const

export async function printFileBytes(
  letters: readonly LetterToPrint[],
  { madeAt }: { readonly madeAt: string },
): Promise<Buffer> {
  const zip = new ZipFile()
  const mtime = new Date(madeAt)
  const rows = letters.map((letter, at) => rowOf(letter, at + 1))
  const list = [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
  zip.addBuffer(Buffer.from(list), 'manifest.csv', { mtime })
  // A PDF is compressed already.
  for (const [at, { bytes }] of letters.entries())
    zip.addBuffer(bytes, nameOf(at + 1), { mtime, compress: false })
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

function rowOf(letter: LetterToPrint, line: number): string[] {
  const { street, city, state, postalCode } = letter.address
  const digest = createHash('sha256').update(letter.bytes).digest('hex')
  return [
    ...[String(line), nameOf(line), digest, String(letter.bytes.length), letter.documentId],
    ...[letter.kind, letter.onDate, letter.language, letter.accountEnding, letter.to],
    ...[street, city, state, postalCode],
  ]
}

function nameOf(line: number): string {
  return `${String(line).padStart(4, '0')}.pdf`
}

/** RFC 4180. */
function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
