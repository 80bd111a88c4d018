// One record of a file we write, 94 characters each, from values that were checked before.
import { type CivilDate, partsOf } from '#src/domain/calendar.ts'
import {
  type AchBatchHead,
  type AchEntry,
  type AchHead,
  type AchTotals,
  traceOf,
} from './ach-file.ts'
import { type BatchForm, transactionCode } from './ach-purpose.ts'
import type { BatchTally } from './ach-tally.ts'
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

/** Fills the last block. */
export const PADDING = '9'.repeat(RECORD_LENGTH)

export function fileHeader(head: AchHead): string {
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

export function batchHeader(batch: AchBatchHead, form: BatchForm): string {
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

export function entryLine(entry: AchEntry, { company, purpose }: AchBatchHead): string {
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

export function batchControl(
  { company, number }: AchBatchHead,
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

export function fileControl(totals: AchTotals): string {
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
