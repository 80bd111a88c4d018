// Tables as CSV files (RFC 4180). Text that a spreadsheet would run as a formula is made plain.
import type { WebContext } from './request-context.ts'

/** The first row holds the heads. `name` without ending. */
export function csvResponse(
  c: WebContext,
  file: { readonly name: string; readonly rows: readonly (readonly string[])[] },
): Response {
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${file.name}.csv"`)
  // The mark at the start tells spreadsheets that this is UTF-8.
  return c.body(`\ufeff${file.rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`)
}

/** Amounts below zero stay numbers; other text that begins like a formula gets an apostrophe. */
function cell(text: string): string {
  const plain = /^[=+@\t\r]/.test(text) || (text.startsWith('-') && !/^-\d/.test(text))
  const safe = plain ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
