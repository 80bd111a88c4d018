// An ACH file from its bytes: whatever they are, the answer is all that could be read and every
// problem that was found. Nothing throws, and nothing is left out in silence.
// Example: readNacha(bytes).problems is empty for a file as the network wants it.
import { cents } from '#src/domain/money.ts'
import { HASH_MODULUS } from './ach-tally.ts'
import type { NachaReading, ReadBatch, ReadHeader, ReadTotals } from './nacha-reading.ts'
import { ProblemList } from './problem-list.ts'
import { OpenBatch, tenDigits } from './read-batch.ts'
import { checkBlocks, checkFileControl, readFileHeader } from './read-file-ends.ts'
import { type NachaRecord, splitRecords } from './split-records.ts'

/** Reads a whole file; its size is the caller's to bound. */
export function readNacha(bytes: Uint8Array): NachaReading {
  const problems = new ProblemList()
  const records = splitRecords(bytes, problems)
  const file = new OpenFile(problems)
  for (const record of records) file.add(record)
  return file.close(records)
}

const PADDING = /^9{94}$/

class OpenFile {
  readonly #problems: ProblemList
  readonly #batches: ReadBatch[] = []
  /** Of batches that their control ended: the file's control counts these. */
  readonly #ended: ReadBatch[] = []
  #header: ReadHeader | null = null
  #batch: OpenBatch | null = null
  #control: NachaRecord | null = null
  #isFirst = true
  #hasAdvices = false

  constructor(problems: ProblemList) {
    this.#problems = problems
  }

  add(record: NachaRecord): void {
    const type = record.text.slice(0, 1)
    if (this.#isFirst && type !== '1') {
      this.#problems.doubt(record.line, 'file header', 'The file does not begin with its header.')
    }
    if (this.#control !== null) this.#afterControl(record)
    else this.#addByType(type, record)
    this.#isFirst = false
  }

  close(records: readonly NachaRecord[]): NachaReading {
    const last = records.at(-1)?.line ?? 1
    this.#endUnclosed(last)
    const control = this.#control
    if (records.length === 0) this.#problems.doubt(1, 'file', 'The file is empty.')
    else if (control === null) this.#problems.doubt(last, 'file control', 'It is missing.')
    else {
      const totals = { ...totalsOf(this.#ended), batches: this.#ended.length }
      const of = { totals, isAdvice: this.#hasAdvices, problems: this.#problems }
      checkFileControl(control, of)
    }
    if (records.length > 0) {
      checkBlocks(control, { records: records.length, last, problems: this.#problems })
    }
    return {
      header: this.#header,
      batches: this.#batches,
      totals: totalsOf(this.#batches),
      problems: this.#problems.sorted(),
      unlisted: this.#problems.unlisted,
    }
  }

  #addByType(type: string, record: NachaRecord): void {
    if (type === '1') this.#addHeader(record)
    else if (type === '5') this.#beginBatch(record)
    else if (type === '6') this.#batchAt(record.line).addEntry(record)
    else if (type === '7') this.#batchAt(record.line).addAddenda(record)
    else if (type === '8') this.#endBatch(record)
    else if (type === '9') this.#addControl(record)
    else {
      const message = `There is no type ${JSON.stringify(type)}.`
      this.#problems.doubt(record.line, 'record type', message)
    }
  }

  #addControl(record: NachaRecord): void {
    if (PADDING.test(record.text)) {
      const message = 'A line of nines stands before the file control.'
      this.#problems.doubt(record.line, 'padding', message)
      return
    }
    if (this.#batch !== null) {
      const message = 'It stands inside a batch that has no control.'
      this.#problems.doubt(record.line, 'file control', message)
    }
    this.#control = record
  }

  #beginBatch(record: NachaRecord): void {
    this.#endUnclosed(record.line)
    this.#batch = new OpenBatch(record, { line: record.line, problems: this.#problems })
  }

  #addHeader(record: NachaRecord): void {
    if (!this.#isFirst) {
      this.#problems.doubt(record.line, 'file header', 'It stands inside the file.')
    }
    const header = readFileHeader(record, this.#problems)
    this.#header ??= header
  }

  /** The batch that is open; one without header when there is none. */
  #batchAt(line: number): OpenBatch {
    if (this.#batch === null) {
      this.#problems.doubt(line, 'batch header', 'It is missing before this line.')
      this.#batch = new OpenBatch(null, { line, problems: this.#problems })
    }
    return this.#batch
  }

  #endBatch(record: NachaRecord): void {
    const batch = this.#batchAt(record.line)
    batch.check(record)
    const closed = batch.close()
    if (batch.form === 'advice') this.#hasAdvices = true
    this.#batches.push(closed)
    this.#ended.push(closed)
    this.#batch = null
  }

  #endUnclosed(line: number): void {
    if (this.#batch === null) return
    this.#problems.doubt(line, 'batch control', 'It is missing before this line or its end.')
    this.#batches.push(this.#batch.close())
    this.#batch = null
  }

  #afterControl({ line, text }: NachaRecord): void {
    if (PADDING.test(text)) return
    const message = 'After the file control nothing may stand but lines of nines.'
    this.#problems.doubt(line, 'padding', message)
  }
}

/** Beyond what a number holds exactly, every control differs already. */
function totalsOf(batches: readonly ReadBatch[]): ReadTotals {
  const of = (count: (batch: ReadBatch) => number) =>
    batches.reduce((sum, batch) => Math.min(sum + count(batch), Number.MAX_SAFE_INTEGER), 0)
  return {
    entries: of(({ entries }) => entries),
    addenda: of(({ addenda }) => addenda),
    entryHash: tenDigits(of(({ entryHash }) => Number(entryHash)) % HASH_MODULUS),
    debits: cents(of(({ debits }) => debits)),
    credits: cents(of(({ credits }) => credits)),
  }
}
