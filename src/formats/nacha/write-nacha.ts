// An ACH file from values in memory, line after line: 100,000 entries cost the memory of one.
// Example: for (const line of writeNacha(file)) stream.write(line). The lines go where nobody reads
// them before the last one came: a refusal in the middle leaves no file.
import type { AchFile, AchTotals } from './ach-file.ts'
import { NachaWriter } from './nacha-writer.ts'

/**
 * The lines of a file, each with its line end, and its totals as the generator's result. Throws
 * `AchRefused` when something cannot be written: wrong values, no batches, a batch without entries,
 * numbers that do not rise, totals of more than twelve digits.
 */
export function* writeNacha(file: AchFile): Generator<string, AchTotals> {
  const writer = new NachaWriter(file)
  yield writer.begin()
  for (const batch of file.batches) {
    yield writer.beginBatch(batch)
    for (const entry of batch.entries) yield writer.entry(entry)
    yield writer.endBatch()
  }
  const { text, totals } = writer.end()
  yield text
  return totals
}
