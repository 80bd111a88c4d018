// An ACH file, record after record: whoever has the entries asks for the lines as they come, from
// memory or from pages of a table.
import { type AchFault, batchFault, entryFaultIn, headFault } from './ach-faults.ts'
import type { AchBatchHead, AchEntry, AchFile, AchHead, AchTotals } from './ach-file.ts'
import { type BatchForm, formOf } from './ach-purpose.ts'
import { BatchTally, FileTally } from './ach-tally.ts'
import { BLOCKING_FACTOR } from './layout.ts'
import {
  batchControl,
  batchHeader,
  entryLine,
  fileControl,
  fileHeader,
  PADDING,
} from './records.ts'

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

type OpenBatch = {
  readonly head: AchBatchHead
  readonly form: BatchForm
  readonly tally: BatchTally
}

/**
 * Asked in the order of the file: `begin`, then for each batch `beginBatch`, `entry` for each entry
 * and `endBatch`, then `end`. Each answers with its lines, line ends included, and throws
 * `AchRefused` when something cannot be written.
 */
export class NachaWriter {
  readonly #head: AchHead
  readonly #end: string
  readonly #tally = new FileTally()
  #batch: OpenBatch | null = null

  constructor({ head, lineEnd }: Pick<AchFile, 'head' | 'lineEnd'>) {
    this.#head = head
    this.#end = lineEnd === 'crlf' ? '\r\n' : '\n'
  }

  begin(): string {
    refuse(headFault(this.#head))
    return fileHeader(this.#head) + this.#end
  }

  beginBatch(head: AchBatchHead): string {
    const at = { batch: head.number }
    refuse(this.#tally.isNextBatch(head.number) ? null : notRising('number'), at)
    refuse(batchFault(head, this.#head), at)
    const form = formOf(head.purpose)
    this.#batch = { head, form, tally: new BatchTally(head.purpose) }
    return batchHeader(head, form) + this.#end
  }

  entry(entry: AchEntry): string {
    const { head, form, tally } = this.#open()
    const fault = entryFaultIn(form, entry) ?? (tally.add(entry) ? null : notRising('sequence'))
    if (fault !== null) refuse(fault, { batch: head.number, sequence: entry.sequence })
    return entryLine(entry, head) + this.#end
  }

  endBatch(): string {
    const { head, form, tally } = this.#open()
    refuse(tally.fault(), { batch: head.number })
    this.#tally.add(tally)
    this.#batch = null
    return batchControl(head, { form, tally }) + this.#end
  }

  end(): { readonly text: string; readonly totals: AchTotals } {
    refuse(this.#tally.fault())
    const { totals, lines } = this.#tally.close()
    const missing = (BLOCKING_FACTOR - (lines % BLOCKING_FACTOR)) % BLOCKING_FACTOR
    const text = fileControl(totals) + this.#end + (PADDING + this.#end).repeat(missing)
    return { text, totals }
  }

  #open(): OpenBatch {
    if (this.#batch === null) throw new Error('broken invariant: an entry stands in a batch')
    return this.#batch
  }
}

function notRising(field: 'number' | 'sequence'): AchFault {
  return { field, reason: 'notRising' }
}

function refuse(fault: AchFault | null, at?: { batch?: number; sequence?: number }): void {
  if (fault !== null) throw new AchRefused(fault, at)
}
