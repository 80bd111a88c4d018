// Whatever the bytes: the reader never throws, always ends, keeps every record it can read, and a
// file whose figures were changed never passes.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { changesOf, returnsOf } from '#src/formats/nacha/nacha-reading.ts'
import { readNacha } from '#src/formats/nacha/read-nacha.ts'
import { golden, read } from './writing.ts'

const { samples } = JSON.parse(readFileSync('test/data/nacha-samples.json', 'utf8')) as {
  samples: { lines: string[] }[]
}
const FILES = [
  ...samples.map(({ lines }) => lines.join('\n')),
  ...['web-debits', 'account-check', 'returns-and-changes'].map(golden),
].map((text) => Buffer.from(text))

test('random bytes, and bytes that look like records', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 3_000 }), holds), { numRuns: 400 })
  const looksLike = fc
    .array(
      fc.tuple(
        fc.constantFrom(
          '101 ',
          '5225',
          '5200',
          '5280',
          '622',
          '627',
          '681',
          '705',
          '798',
          '799',
          '82',
          '9',
        ),
        fc.string({ unit: fc.constantFrom(...'0123456789 ARCX'), maxLength: 100 }),
        fc.constantFrom('\n', '\r\n', '\r', ''),
      ),
      { maxLength: 40 },
    )
    .map((rows) => Buffer.from(rows.flat().join('')))
  fc.assert(fc.property(looksLike, holds), { numRuns: 600 })
})

test('good files with bytes flipped, cut out, put in and lines exchanged', () => {
  const edit = fc.record({
    kind: fc.constantFrom('flip', 'cut', 'insert', 'swap'),
    at: fc.nat(),
    size: fc.integer({ min: 1, max: 200 }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 120 }),
  })
  const edited = fc
    .tuple(fc.constantFrom(...FILES), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([bytes, edits]) => edits.reduce(changed, bytes))
  fc.assert(fc.property(edited, holds), { numRuns: 1_000 })
})

test('a changed figure is found, wherever it stands', () => {
  const spans: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
    '1': [
      [2, 3],
      [35, 40],
    ],
    '5': [
      [2, 4],
      [41, 50],
      [80, 94],
    ],
    '6': [
      [4, 12],
      [30, 39],
      [79, 87],
    ],
    '8': [
      [2, 54],
      [80, 94],
    ],
    '9': [[2, 55]],
  }
  for (const name of ['web-debits', 'paper-debits', 'refunds', 'account-check', 'reversals']) {
    const lines = golden(name).trimEnd().split('\n')
    for (const [row, line] of lines.entries()) {
      if (/^9{94}$/.test(line)) continue
      for (const [first, last] of spans[line.slice(0, 1)] ?? []) {
        for (let column = first; column <= last; column += 1) {
          const digit = line[column - 1] === '7' ? '4' : '7'
          const other = `${line.slice(0, column - 1)}${digit}${line.slice(column)}`
          const { problems } = read(lines.with(row, other).join('\n'))
          assert.ok(problems.length > 0, `${name}: line ${row + 1}, column ${column}`)
        }
      }
    }
  }
})

test('a line that is gone, doubled or exchanged is found', () => {
  const lines = golden('account-check').trimEnd().split('\n')
  const last = lines.findIndex((line) => line.startsWith('9'))
  for (let row = 0; row <= last; row += 1) {
    const line = lines[row] ?? ''
    const next = lines[row + 1] ?? ''
    const without = lines.toSpliced(row, 1)
    const doubled = lines.toSpliced(row, 0, line)
    const exchanged = lines.toSpliced(row, 2, next, line)
    for (const changedLines of [without, doubled, exchanged]) {
      assert.ok(read(changedLines.join('\n')).problems.length > 0, `line ${row + 1}`)
    }
  }
})

function changed(
  bytes: Buffer,
  edit: { kind: string; at: number; size: number; bytes: Uint8Array },
): Buffer {
  const at = bytes.length === 0 ? 0 : edit.at % bytes.length
  if (edit.kind === 'flip') {
    const copy = Buffer.from(bytes)
    if (copy.length > 0) copy[at] = (copy[at] ?? 0) ^ (edit.bytes[0] ?? 1)
    return copy
  }
  if (edit.kind === 'cut')
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + edit.size)])
  if (edit.kind === 'insert') {
    return Buffer.concat([bytes.subarray(0, at), edit.bytes, bytes.subarray(at)])
  }
  const lines = bytes.toString('latin1').split('\n')
  const [one, other] = [at % lines.length, edit.size % lines.length]
  const swapped = lines.with(one, lines[other] ?? '').with(other, lines[one] ?? '')
  return Buffer.from(swapped.join('\n'), 'latin1')
}

/** Nothing throws, and each entry and addenda record of the bytes is in the answer or accounted for. */
function holds(bytes: Uint8Array): void {
  const reading = readNacha(bytes)
  const records = reading.batches.reduce((sum, { entries, addenda }) => sum + entries + addenda, 0)
  assert.equal(reading.totals.entries + reading.totals.addenda, records)
  assert.match(reading.totals.entryHash, /^\d{10}$/)
  const back = [...returnsOf(reading), ...changesOf(reading)]
  assert.ok(back.every(({ entry, batch }) => batch.items.includes(entry)))
  for (const { line, field, message } of reading.problems) {
    assert.ok(line >= 1 && field.length > 0 && /^[A-Z].*\.$/s.test(message), message)
  }
  const lines = reading.problems.map(({ line }) => line)
  assert.deepEqual(
    lines,
    lines.toSorted((a, b) => a - b),
  )
}
