// What an entry or a header can be wrong about only as part of its batch.
import { RESERVED_DESCRIPTIONS } from './ach-purpose.ts'
import { ADDENDA, BATCH_HEADER, numberIn, part, trimmed } from './layout.ts'
import type { ProblemList } from './problem-list.ts'
import type { EntryForm, OpenEntry } from './read-entry.ts'
import type { NachaRecord } from './split-records.ts'

export function checkHeader(
  { line, text }: NachaRecord,
  of: { readonly isKnown: boolean; readonly problems: ProblemList },
): void {
  const { problems } = of
  const service = trimmed(text, BATCH_HEADER.service)
  if (!['200', '220', '225', '280'].includes(service)) {
    problems.doubt(line, 'service class code', `There is no class ${JSON.stringify(service)}.`)
  }
  const written = part(text, BATCH_HEADER.class)
  if (!of.isKnown) {
    const message = `There is no class ${JSON.stringify(written)}.`
    problems.doubt(line, 'standard entry class code', message)
  } else if (written !== written.toUpperCase()) {
    problems.form(line, 'standard entry class code', 'Write it in capitals.')
  }
  checkDescription(trimmed(text, BATCH_HEADER.description), { line, problems })
  if (!/^\d{8}$/.test(part(text, BATCH_HEADER.odfi))) {
    problems.doubt(line, 'originating bank', 'This is not eight digits.')
  }
  if (numberIn(text, BATCH_HEADER.number) === null) {
    problems.doubt(line, 'batch number', 'This is not a number.')
  }
}

/** Service class, trace numbers. Advices are numbered otherwise. */
export function checkEntryInBatch(
  { line, direction, trace }: OpenEntry,
  batch: {
    readonly service: string
    readonly class: string
    readonly form: EntryForm
    readonly odfi: string
  },
  last: { readonly after: string },
  problems: ProblemList,
): void {
  // A notification of change moves no money, whatever its code.
  if (batch.class !== 'COR') {
    if (batch.service === '220' && direction === 'debit') {
      problems.doubt(line, 'transaction code', 'A debit stands in a batch of credits (220).')
    }
    if (batch.service === '225' && direction === 'credit') {
      problems.doubt(line, 'transaction code', 'A credit stands in a batch of debits (225).')
    }
  }
  if (batch.form === 'advice') return
  if (!/^\d{15}$/.test(trace)) {
    problems.doubt(line, 'trace number', 'This is not fifteen digits.')
    return
  }
  if (trace.slice(0, 8) !== batch.odfi) {
    problems.doubt(
      line,
      'trace number',
      'It does not begin with the originating bank of the batch.',
    )
  }
  if (last.after !== '' && trace <= last.after) {
    problems.doubt(line, 'trace number', 'It does not rise from entry to entry.')
  }
}

/** Payment information (05) is numbered within its entry, and names the entry. */
export function checkSequence(
  { line, text }: NachaRecord,
  of: { readonly entry: OpenEntry; readonly problems: ProblemList },
): void {
  const { entry, problems } = of
  const sequence = numberIn(text, ADDENDA.sequence)
  problems.compare({ line, field: 'addenda sequence number' }, sequence, entry.addenda.length)
  if (part(text, ADDENDA.entrySequence) !== entry.trace.slice(8)) {
    const message = 'These are not the last seven digits of the trace number of the entry.'
    problems.doubt(line, 'entry detail sequence number', message)
  }
}

function checkDescription(text: string, at: { line: number; problems: ProblemList }): void {
  const { line, problems } = at
  if (/^0+$/.test(text)) problems.doubt(line, 'company entry description', 'This is only zeros.')
  if (text !== text.toUpperCase() && RESERVED_DESCRIPTIONS.has(text.toUpperCase())) {
    problems.form(line, 'company entry description', 'Write it in capitals.')
  }
}
