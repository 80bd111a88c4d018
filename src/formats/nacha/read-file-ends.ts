// The first and the last records of a file: header, control, padding.
import {
  ADV_TOTALS,
  BLOCKING_FACTOR,
  FILE_CONTROL,
  FILE_HEADER,
  numberIn,
  part,
  trimmed,
} from './layout.ts'
import type { ReadHeader, ReadTotals } from './nacha-reading.ts'
import type { ProblemList } from './problem-list.ts'
import { readDate } from './read-date.ts'
import type { NachaRecord } from './split-records.ts'

/** Destination and origin are agreed with the bank and not always routing numbers. */
export function readFileHeader({ line, text }: NachaRecord, problems: ProblemList): ReadHeader {
  const fixed = [
    ['priority code', FILE_HEADER.priorityCode, '01'],
    ['record size', FILE_HEADER.recordSize, '094'],
    ['blocking factor', FILE_HEADER.blockingFactor, '10'],
    ['format code', FILE_HEADER.formatCode, '1'],
  ] as const
  for (const [field, span, value] of fixed) {
    const written = part(text, span)
    if (written === value) continue
    const message = `This is ${JSON.stringify(written)}, and should be "${value}".`
    problems.doubt(line, field, message)
  }
  const modifier = part(text, FILE_HEADER.modifier)
  if (/^[a-z]$/.test(modifier)) problems.form(line, 'file id modifier', 'Write it in capitals.')
  else if (!/^[A-Z0-9]$/.test(modifier)) {
    problems.doubt(line, 'file id modifier', 'This is neither a capital letter nor a digit.')
  }
  const createdOn = readDate(part(text, FILE_HEADER.createdOn))
  if (createdOn === null) problems.doubt(line, 'file creation date', 'This is not a date (YYMMDD).')
  return {
    destination: trimmed(text, FILE_HEADER.destination),
    destinationName: trimmed(text, FILE_HEADER.destinationName),
    origin: trimmed(text, FILE_HEADER.origin),
    originName: trimmed(text, FILE_HEADER.originName),
    createdOn,
    createdAt: trimmed(text, FILE_HEADER.createdAt),
    modifier: modifier.toUpperCase(),
  }
}

/** Holds the control against the batches that their own controls ended. */
export function checkFileControl(
  { line, text }: NachaRecord,
  of: {
    readonly totals: ReadTotals & { readonly batches: number }
    readonly isAdvice: boolean
    readonly problems: ProblemList
  },
): void {
  const { totals, isAdvice, problems } = of
  const debits = isAdvice ? ADV_TOTALS.fileDebits : FILE_CONTROL.debits
  const credits = isAdvice ? ADV_TOTALS.fileCredits : FILE_CONTROL.credits
  const rows = [
    ['batch count', FILE_CONTROL.batchCount, totals.batches],
    ['entry and addenda count', FILE_CONTROL.entryAndAddendaCount, totals.entries + totals.addenda],
    ['entry hash', FILE_CONTROL.entryHash, Number(totals.entryHash)],
    ['total debits', debits, totals.debits],
    ['total credits', credits, totals.credits],
  ] as const
  for (const [field, span, counted] of rows) {
    problems.compare({ line, field }, numberIn(text, span), counted)
  }
}

/** Blocks of ten records, the last one filled with lines of nines. */
export function checkBlocks(
  control: NachaRecord | null,
  of: { readonly records: number; readonly last: number; readonly problems: ProblemList },
): void {
  const { records, last, problems } = of
  if (records % BLOCKING_FACTOR !== 0) {
    const message = `The file has ${records} records, no multiple of ${BLOCKING_FACTOR}.`
    problems.form(last, 'padding', message)
  }
  if (control === null) return
  const blocks = Math.ceil(records / BLOCKING_FACTOR)
  const written = numberIn(control.text, FILE_CONTROL.blockCount)
  problems.compare({ line: control.line, field: 'block count' }, written, blocks)
}
