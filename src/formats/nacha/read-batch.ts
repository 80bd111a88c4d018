// One batch: its header, its entries as they come, and its control held against them.
import { cents } from '#src/domain/money.ts'
import { HASH_MODULUS } from './ach-tally.ts'
import { checkEntryInBatch, checkHeader, checkSequence } from './check-batch.ts'
import { CLASSES } from './entry-codes.ts'
import { ADV_TOTALS, BATCH_CONTROL, BATCH_HEADER, numberIn, part, trimmed } from './layout.ts'
import type { ReadBatch } from './nacha-reading.ts'
import type { ProblemList } from './problem-list.ts'
import { readAddenda } from './read-addenda.ts'
import { readDate } from './read-date.ts'
import { checkAddenda, type EntryForm, type OpenEntry, readEntry } from './read-entry.ts'
import type { NachaRecord } from './split-records.ts'

export class OpenBatch {
  readonly line: number
  readonly class: string
  readonly form: EntryForm
  readonly service: string
  readonly companyId: string
  readonly odfi: string
  readonly number: string
  readonly entries: OpenEntry[] = []
  addenda = 0
  entryHash = 0
  debits = 0
  credits = 0
  readonly #header: string
  readonly #problems: ProblemList
  #lastTrace = ''
  /** The last entry, while addenda may follow. */
  #open: OpenEntry | null = null

  /** Without a header the batch still holds what follows: no return is lost for want of it. */
  constructor(header: NachaRecord | null, at: { line: number; problems: ProblemList }) {
    const text = header?.text ?? ''
    this.#header = text
    this.#problems = at.problems
    this.line = at.line
    this.class = trimmed(text, BATCH_HEADER.class).toUpperCase()
    this.service = trimmed(text, BATCH_HEADER.service)
    this.companyId = trimmed(text, BATCH_HEADER.companyId)
    this.odfi = part(text, BATCH_HEADER.odfi)
    this.number = trimmed(text, BATCH_HEADER.number)
    this.form = formOf(this.class, this.service)
    if (header) checkHeader(header, { isKnown: CLASSES.has(this.class), problems: at.problems })
  }

  get hasHeader(): boolean {
    return this.#header !== ''
  }

  get records(): number {
    return this.entries.length + this.addenda
  }

  addEntry(record: NachaRecord): void {
    this.#endEntry()
    const entry = readEntry(record, {
      form: this.form,
      class: this.class,
      problems: this.#problems,
    })
    if (this.hasHeader) checkEntryInBatch(entry, this, { after: this.#lastTrace }, this.#problems)
    this.#lastTrace = entry.trace
    this.entries.push(entry)
    this.#open = entry
    this.entryHash = (this.entryHash + entry.rdfi) % HASH_MODULUS
    if (entry.direction !== null) {
      this[entry.direction === 'debit' ? 'debits' : 'credits'] += entry.amount
    }
  }

  addAddenda(record: NachaRecord): void {
    this.addenda += 1
    const addenda = readAddenda(record, this.#problems)
    const entry = this.entries.at(-1)
    if (entry === undefined) {
      this.#problems.doubt(record.line, 'record type', 'An addenda record stands before any entry.')
      return
    }
    entry.addenda.push(addenda)
    if (addenda.kind === 'other' && addenda.type === '05') {
      checkSequence(record, { entry, problems: this.#problems })
    }
  }

  /** Holds the control against the entries that were read. */
  check({ line, text }: NachaRecord): void {
    this.#endEntry()
    const advice = this.form === 'advice'
    const problems = this.#problems
    const debits = advice ? ADV_TOTALS.batchDebits : BATCH_CONTROL.debits
    const credits = advice ? ADV_TOTALS.batchCredits : BATCH_CONTROL.credits
    const count = numberIn(text, BATCH_CONTROL.entryAndAddendaCount)
    problems.compare({ line, field: 'entry and addenda count' }, count, this.records)
    const hash = numberIn(text, BATCH_CONTROL.entryHash)
    problems.compare({ line, field: 'entry hash' }, hash, this.entryHash)
    problems.compare({ line, field: 'total debits' }, numberIn(text, debits), this.debits)
    problems.compare({ line, field: 'total credits' }, numberIn(text, credits), this.credits)
    if (this.hasHeader) this.#checkRepeated({ line, text })
  }

  /** Nothing more comes: with or without a control. */
  close(): ReadBatch {
    this.#endEntry()
    const text = this.#header
    return {
      line: this.line,
      class: this.class,
      service: this.service,
      companyName: trimmed(text, BATCH_HEADER.companyName),
      companyId: this.companyId,
      description: trimmed(text, BATCH_HEADER.description),
      effective: readDate(part(text, BATCH_HEADER.effective)),
      settlementDay: trimmed(text, BATCH_HEADER.reservedSettlementDay),
      odfi: this.odfi.trim(),
      number: this.number,
      items: this.entries,
      entries: this.entries.length,
      addenda: this.addenda,
      entryHash: tenDigits(this.entryHash),
      debits: cents(this.debits),
      credits: cents(this.credits),
    }
  }

  #endEntry(): void {
    if (this.#open !== null) checkAddenda(this.#open, this.#problems)
    this.#open = null
  }

  #checkRepeated({ line, text }: NachaRecord): void {
    const problems = this.#problems
    // Controls of advices and international payments have no company to repeat.
    const hasCompany = this.form !== 'advice' && this.form !== 'international'
    const repeated: readonly (readonly [field: string, written: string, header: string])[] = [
      ['service class code', trimmed(text, BATCH_CONTROL.service), this.service],
      ['company identification', trimmed(text, BATCH_CONTROL.companyId), this.companyId],
      ['originating bank', part(text, BATCH_CONTROL.odfi), this.odfi],
      ['batch number', trimmed(text, BATCH_CONTROL.number), this.number],
    ]
    for (const [field, written, header] of repeated) {
      if (written === header || (!hasCompany && field === 'company identification')) continue
      const [is, should] = [JSON.stringify(written), JSON.stringify(header)]
      problems.doubt(line, field, `This is ${is}, and ${should} in the header of the batch.`)
    }
  }
}

export function tenDigits(hash: number): string {
  return String(hash).padStart(10, '0')
}

function formOf(of: string, service: string): EntryForm {
  if (of === 'ADV' || service === '280') return 'advice'
  if (of === 'IAT') return 'international'
  return of === 'CTX' || of === 'ATX' ? 'trade' : 'usual'
}
