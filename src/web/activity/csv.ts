// Tables as CSV files (RFC 4180). Text that a spreadsheet would run as a formula is made plain.
import type { WebContext } from '../request-context.ts'

/** The first row holds the heads. `name` without ending. */
export function csvResponse(
  c: WebContext,
  file: { readonly name: string; readonly rows: readonly (readonly string[])[] },
): Response {
  c.header('Content-Type', 'text/csv; charset=utf-8')
  // RFC 6266: a plain name for everybody, the real one for browsers that read it.
  const plain = file.name.replace(/[^\w.-]/g, '-')
  const name = encodeURIComponent(`${file.name}.csv`).replaceAll("'", '%27')
  c.header('Content-Disposition', `attachment; filename="${plain}.csv"; filename*=UTF-8''${name}`)
  // The mark at the start tells spreadsheets that this is UTF-8.
  return c.body(`\ufeff${file.rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`)
}

/** Amounts below zero stay numbers; other text that begins like a formula gets an apostrophe. */
function cell(text: string): string {
  const plain = /^[=+@\t\r]/.test(text) || (text.startsWith('-') && !/^-\d+(\.\d+)?$/.test(text))
  const safe = plain ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
