// Files of a public project (moov-io/ach, see the data for the commit), with the facts that a
// checker of the research recorded about each, and the problems it found.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { NachaReading, ReadBatch } from '#src/formats/nacha/nacha-reading.ts'
import { readNacha } from '#src/formats/nacha/read-nacha.ts'
import { placesOf } from './writing.ts'

type Recorded = {
  readonly svc: string
  readonly sec: string
  readonly company: string
  readonly company_id: string
  readonly desc: string
  readonly settle: string
  readonly odfi: string
  readonly num: string
  readonly codes: Readonly<Record<string, number>>
  readonly entry_addenda: number
  readonly entry_hash: number
  readonly debit_cents: number
  readonly credit_cents: number
  readonly returns?: readonly Back[]
  readonly nocs?: readonly Back[]
}

type Back = Readonly<Record<string, string>>

type Sample = {
  readonly path: string
  readonly lines: readonly string[]
  readonly recorded: readonly string[]
  readonly facts: {
    readonly file_header?: { readonly dest: string; readonly origin: string; modifier: string }
    readonly batches: readonly Recorded[]
  }
}

const { samples } = JSON.parse(readFileSync('test/data/nacha-samples.json', 'utf8')) as {
  samples: Sample[]
}

/** By line and field; those that the recorded list lacks are marked. */
const PROBLEMS: Readonly<Record<string, readonly string[]>> = {
  'issue702.ach': ['1 record length'],
  'return-no-file-header-control.ach': ['1 file header', '4 file control', '4 padding'],
  'return-no-batch-controls.ach': [
    ...['1 file header', '4 batch control', '6 batch control', '6 file control', '6 padding'],
  ],
  'ppd-debit-invalid-entryDetail-checkDigit.ach': [
    ...['1 record length', '3 check digit', '5 record length'],
  ],
  // Not recorded: the source project refuses the code.
  'web-invalidNOCFile.ach': ['4 change code'],
  'short-line.ach': ['5 record length'],
  // Recorded as "file control non numeric".
  'file_parsing_missing_file_control.txt': [
    ...['1 record length', '5 record length', '5 file control', '5 batch count'],
    ...['5 entry and addenda count', '5 entry hash', '5 total debits', '5 total credits'],
    ...['5 block count', '8 batch control', '8 padding'],
  ],
  '1k8RecordFollowing9Record.txt': [
    ...['10 record length', '10 file control', '10 batch count', '10 entry and addenda count'],
    ...['10 entry hash', '10 total debits', '10 total credits', '11 record length', '11 padding'],
    '20 batch control',
  ],
  // Not recorded: the source project refuses both.
  '1qFormatCodeIncorrect.txt': ['1 format code'],
  '2mCompanyEntryDescAllZeros.txt': [
    ...['2 company entry description', '7 company entry description'],
  ],
  'txp-debit.ach': ['6 block count'],
}

assert.equal(samples.length, 23)

for (const { path, lines, facts } of samples) {
  const name = path.slice(path.lastIndexOf('/') + 1)
  test(`${name}: problems and facts as recorded`, () => {
    const reading = readNacha(Buffer.from(lines.join('\n')))
    assert.deepEqual(placesOf(reading), PROBLEMS[name] ?? [])
    assert.equal(reading.header?.destination, facts.file_header?.dest.trim())
    assert.equal(reading.header?.origin, facts.file_header?.origin.trim())
    assert.equal(reading.header?.modifier, facts.file_header?.modifier)
    assert.deepEqual(recordedOf(reading, name), facts.batches)
  })
}

/** The recording checker lost a batch that the next header cut off, and effective dates are text. */
function recordedOf({ batches }: NachaReading, name: string): unknown[] {
  const kept = name === 'return-no-batch-controls.ach' ? batches.slice(1) : batches
  return kept.map((batch, at) => recorded(batch, at))

  function recorded(batch: ReadBatch, at: number) {
    const same = samples.find(({ path }) => path.endsWith(name))?.facts.batches[at]
    const returns = addenda(batch, 'return')
    const nocs = addenda(batch, 'change')
    const { eff } = same as unknown as { eff: string }
    if (batch.effective !== null) assert.equal(batch.effective.slice(2).replaceAll('-', ''), eff)
    return {
      svc: batch.service,
      sec: batch.class,
      company: batch.companyName,
      company_id: batch.companyId,
      desc: batch.description,
      eff,
      settle: batch.settlementDay.padStart(3),
      odfi: batch.odfi,
      num: batch.number,
      codes: codesOf(batch),
      entry_addenda: batch.entries + batch.addenda,
      entry_hash: Number(batch.entryHash),
      debit_cents: batch.debits,
      credit_cents: batch.credits,
      ...(returns.length > 0 && { returns }),
      ...(nocs.length > 0 && { nocs }),
    }
  }
}

function addenda({ items }: ReadBatch, kind: 'return' | 'change'): Back[] {
  return items.flatMap(({ addenda: all }) =>
    all.flatMap((one): Back[] => {
      if (one.kind === 'other' || one.kind !== kind) return []
      const { code, originalTrace, originalRdfi, trace } = one
      const back = { code, orig_trace: originalTrace, orig_rdfi: originalRdfi, trace }
      if (one.kind === 'change') return [{ ...back, corrected: one.corrected }]
      return [{ ...back, date_of_death: '', info: one.information }]
    }),
  )
}

function codesOf({ items }: ReadBatch): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { code } of items) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
