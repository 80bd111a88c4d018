// One record of a file we write, 94 characters each, from values that were checked before.
import { assert } from '#src/domain/assert.ts'
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

/**
 * Field after field of `ENTRY`, without the table: nearly every line of a file is one, and a table
 * asked for each costs half as much again.
 */
export function entryLine(entry: AchEntry, { company, purpose }: AchBatchHead): string {
  const { receiver, recurrence } = entry
  const type = recurrence === null ? '  ' : recurrence === 'recurring' ? 'R ' : 'S '
  const line =
    `6${transactionCode(entry, purpose)}${receiver.routing}${receiver.account.padEnd(17)}` +
    `${String(entry.amount).padStart(10, '0')}${entry.identification.padEnd(15)}` +
    `${toAchText(receiver.name).slice(0, 22).padEnd(22)}${type}0` +
    traceOf(company.odfi, entry.sequence)
  assert(line.length === RECORD_LENGTH, 'an entry fits into its columns')
  return line
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
