// An ACH file, line after line: 100,000 entries cost the memory of one.
// Example: for (const line of writeNacha(file)) stream.write(line). The lines go where nobody reads
// them before the last one came: a refusal in the middle leaves no file.
import { type CivilDate, partsOf } from '#src/domain/calendar.ts'
import { type AchFault, batchFault, entryFaultIn, headFault } from './ach-faults.ts'
import {
  type AchBatch,
  type AchEntry,
  type AchFile,
  type AchHead,
  type AchTotals,
  traceOf,
} from './ach-file.ts'
import { type BatchForm, formOf, transactionCode } from './ach-purpose.ts'
import { BatchTally, FileTally } from './ach-tally.ts'
import { toAchText } from './ach-text.ts'
import {
  BATCH_CONTROL,
  BATCH_HEADER,
  BLOCKING_FACTOR,
  compose,
  ENTRY,
  FILE_CONTROL,
  FILE_HEADER,
  RECORD_LENGTH,
} from './layout.ts'

/** Something that cannot be written: what was to be written is named, nothing is cut to fit. */
export class AchRefused extends Error {
  readonly fault: AchFault
  /** Of the entry, or of its batch, or neither when it is the file. */
  readonly at: { readonly batch?: number; readonly sequence?: number }

  constructor(fault: AchFault, at: { batch?: number; sequence?: number } = {}) {
    const where = Object.entries(at).map(([name, number]) => ` of ${name} ${number}`)
    super(`ACH file refused: ${fault.field}${where.reverse().join('')}: ${fault.reason}`)
    this.fault = fault
    this.at = at
  }
}

/**
 * The lines of a file, each with its line end, and its totals as the generator's result. Throws
 * `AchRefused` when something cannot be written: wrong values, no batches, a batch without entries,
 * numbers that do not rise, totals of more than twelve digits.
 */
export function* writeNacha(file: AchFile): Generator<string, AchTotals> {
  const end = file.lineEnd === 'crlf' ? '\r\n' : '\n'
  const tally = new FileTally()
  refuse(headFault(file.head))
  yield fileHeader(file) + end
  for (const batch of file.batches) {
    refuse(tally.isNextBatch(batch.number) ? null : notRising('number'), { batch: batch.number })
    for (const line of batchLines(batch, { head: file.head, tally })) yield line + end
  }
  refuse(tally.fault())
  const { totals, lines } = tally.close()
  yield fileControl(totals) + end
  for (let at = lines; at % BLOCKING_FACTOR !== 0; at += 1) yield PADDING + end
  return totals
}

const PADDING = '9'.repeat(RECORD_LENGTH)

function* batchLines(
  batch: AchBatch,
  file: { readonly head: AchHead; readonly tally: FileTally },
): Generator<string> {
  refuse(batchFault(batch, file.head), { batch: batch.number })
  const form = formOf(batch.purpose)
  yield batchHeader(batch, form)
  const tally = new BatchTally(batch.purpose)
  for (const entry of batch.entries) {
    const at = { batch: batch.number, sequence: entry.sequence }
    refuse(entryFaultIn(form, entry), at)
    refuse(tally.add(entry) ? null : notRising('sequence'), at)
    yield entryLine(entry, batch)
  }
  refuse(tally.fault(), { batch: batch.number })
  file.tally.add(tally)
  yield batchControl(batch, { form, tally })
}

function fileHeader({ head }: AchFile): string {
  return compose(FILE_HEADER, {
    recordType: '1',
    priorityCode: '01',
    destination: ` ${head.destination}`,
    origin: head.origin.padStart(10),
    createdOn: sixDigits(head.createdOn),
    createdAt: head.createdAt.replace(':', ''),
    modifier: head.modifier,
    recordSize: RECORD_LENGTH,
    blockingFactor: BLOCKING_FACTOR,
    formatCode: '1',
    destinationName: head.destinationName,
    originName: head.originName,
    reference: head.reference,
  })
}

function batchHeader(batch: AchBatch, form: BatchForm): string {
  return compose(BATCH_HEADER, {
    recordType: '5',
    service: form.service,
    companyName: batch.company.name,
    discretionaryData: '',
    companyId: batch.company.id,
    class: form.class,
    description: form.description,
    // The network's own way of saying which same-day window is meant.
    descriptiveDate: batch.sameDay === null ? '' : `SD${batch.sameDay.replace(':', '')}`,
    effective: sixDigits(batch.effective),
    originatorStatus: '1',
    odfi: batch.company.odfi,
    number: batch.number,
  })
}

function entryLine(entry: AchEntry, { company, purpose }: AchBatch): string {
  const { receiver, recurrence } = entry
  return compose(ENTRY, {
    recordType: '6',
    code: transactionCode(entry, purpose),
    rdfi: receiver.routing.slice(0, 8),
    checkDigit: receiver.routing.slice(8),
    account: receiver.account,
    amount: entry.amount,
    identification: entry.identification,
    name: toAchText(receiver.name).slice(0, 22),
    discretionaryData: recurrence === null ? '' : recurrence === 'recurring' ? 'R' : 'S',
    addendaIndicator: '0',
    trace: traceOf(company.odfi, entry.sequence),
  })
}

function batchControl(
  { company, number }: AchBatch,
  { form, tally }: { form: BatchForm; tally: BatchTally },
): string {
  return compose(BATCH_CONTROL, {
    recordType: '8',
    service: form.service,
    entryAndAddendaCount: tally.entries,
    entryHash: tally.entryHash,
    debits: tally.debits,
    credits: tally.credits,
    companyId: company.id,
    odfi: company.odfi,
    number,
  })
}

function fileControl(totals: AchTotals): string {
  return compose(FILE_CONTROL, {
    recordType: '9',
    batchCount: totals.batches,
    blockCount: totals.blocks,
    entryAndAddendaCount: totals.entries,
    entryHash: totals.entryHash,
    debits: totals.debits,
    credits: totals.credits,
  })
}

/** YYMMDD. */
function sixDigits(day: CivilDate): string {
  const { year, month, day: ofMonth } = partsOf(day)
  return [year % 100, month, ofMonth].map((value) => String(value).padStart(2, '0')).join('')
}

function notRising(field: 'number' | 'sequence'): AchFault {
  return { field, reason: 'notRising' }
}

function refuse(fault: AchFault | null, at?: { batch?: number; sequence?: number }): void {
  if (fault !== null) throw new AchRefused(fault, at)
}
