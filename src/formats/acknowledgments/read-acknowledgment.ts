// The bank's answer to a file of ours. The network has no layout for it, so that each bank has its
// own; this is a plain one that a bank's own is turned into on the way (docs/operating/BANK.md).
// Example: "KEYTURN-ACK 1\nfile: EMF-20261204-A.ach\nstatus: accepted\nentries: 3\n
// debits: 1234.56\ncredits: 0.00\n".
import { type Cents, cents } from '#src/domain/money.ts'

export type Acknowledgment = {
  /** The name under which our file was delivered. */
  readonly file: string
  readonly status: 'accepted' | 'rejected'
  /** What the bank counted; null where it says nothing. */
  readonly entries: number | null
  readonly debits: Cents | null
  readonly credits: Cents | null
  /** The bank's own words, at most 500 characters. */
  readonly reason: string
}

export type AcknowledgmentProblem = {
  readonly line: number
  readonly field: string
  readonly message: string
}

export type AcknowledgmentReading =
  | { readonly ok: true; readonly value: Acknowledgment }
  | { readonly ok: false; readonly problems: readonly AcknowledgmentProblem[] }

/** Null for bytes that are no acknowledgment: another reader may know them. */
export function readAcknowledgment(bytes: Uint8Array): AcknowledgmentReading | null {
  const [first = '', ...lines] = new TextDecoder('utf-8').decode(bytes).split(/\r\n|\n|\r/)
  if (!/^KEYTURN-ACK\b/.test(first)) return null
  const problems: AcknowledgmentProblem[] = []
  const doubt = (line: number, field: string, message: string) => {
    problems.push({ line, field, message })
  }
  if (first.trim() !== 'KEYTURN-ACK 1') doubt(1, 'version', 'This is not version 1.')
  const fields = fieldsOf(lines, doubt)
  for (const name of ['file', 'status']) if (!fields.has(name)) doubt(1, name, 'It is missing.')
  const value = {
    file: fields.get('file')?.text ?? '',
    status: statusOf(fields.get('status'), doubt),
    entries: countOf(fields.get('entries'), doubt),
    debits: moneyOf('debits', { field: fields.get('debits'), doubt }),
    credits: moneyOf('credits', { field: fields.get('credits'), doubt }),
    reason: (fields.get('reason')?.text ?? '').slice(0, 500),
  }
  return problems.length === 0 ? { ok: true, value } : { ok: false, problems }
}

type Field = { readonly line: number; readonly text: string }
type Doubt = (line: number, field: string, message: string) => void

const NAMES = ['file', 'status', 'entries', 'debits', 'credits', 'reason']

function fieldsOf(lines: readonly string[], doubt: Doubt): Map<string, Field> {
  const fields = new Map<string, Field>()
  for (const [at, text] of lines.entries()) {
    if (text.trim() === '') continue
    const line = at + 2
    const [, name = '', value = ''] = /^\s*([A-Za-z]+)\s*:\s*(.*?)\s*$/.exec(text) ?? []
    const known = name.toLowerCase()
    if (!NAMES.includes(known)) doubt(line, 'field', 'There is no such field.')
    else if (fields.has(known)) doubt(line, known, 'It is given twice.')
    else fields.set(known, { line, text: value })
  }
  return fields
}

function statusOf(field: Field | undefined, doubt: Doubt): Acknowledgment['status'] {
  if (field?.text === 'accepted' || field?.text === 'rejected') return field.text
  if (field) doubt(field.line, 'status', 'This is neither accepted nor rejected.')
  return 'rejected'
}

function countOf(field: Field | undefined, doubt: Doubt): number | null {
  if (!field) return null
  if (/^\d{1,8}$/.test(field.text)) return Number(field.text)
  doubt(field.line, 'entries', 'This is not a number.')
  return null
}

function moneyOf(
  name: string,
  { field, doubt }: { field: Field | undefined; doubt: Doubt },
): Cents | null {
  if (!field) return null
  const [, whole, hundredths] = /^(\d{1,10})\.(\d\d)$/.exec(field.text) ?? []
  if (whole !== undefined && hundredths !== undefined) return cents(Number(whole + hundredths))
  doubt(field.line, name, 'This is not an amount, such as 1234.56.')
  return null
}
