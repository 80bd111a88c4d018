import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CsvRow, readCsvRows } from '#src/formats/filings/csv-rows.ts'

test('a header, then rows by column; empty cells are absent', async () => {
  const rows = await rowsOf('\uFEFFa, b,c\r\n1,"x, y",\r\n\r\n 2 ,,"say ""so"""\r\n')
  assert.deepEqual(rows, [
    { kind: 'header', columns: ['a', 'b', 'c'] },
    {
      kind: 'row',
      line: 2,
      fields: new Map([
        ['a', '1'],
        ['b', 'x, y'],
      ]),
    },
    {
      kind: 'row',
      line: 4,
      fields: new Map([
        ['a', '2'],
        ['c', 'say "so"'],
      ]),
    },
  ])
})

test('a line that cannot be read costs itself', async () => {
  const rows = await rowsOf('a,b\n1\n"1,2\n1,\u0000\n3,4\n5,6')
  assert.deepEqual(
    rows.map((row) => (row.kind === 'fault' ? `${row.line} ${row.reason}` : row.kind)),
    [
      'header',
      '2 1 cells, but the header names 2 columns.',
      '3 The quotes on this line do not match.',
      '4 The line holds a zero byte: this is not text.',
      'row',
      '6 The last line has no line break: the file may be cut off.',
    ],
  )
})

test('a first line that is no header is all that is told', async () => {
  for (const text of ['a,a\n1,2\n', '"a\n1\n', `${'x,'.repeat(400)}y\n1\n`, 'a\u0000b\n1\n']) {
    const [only, ...rest] = await rowsOf(text)
    assert.equal(only?.kind, 'fault', text.slice(0, 10))
    assert.deepEqual(rest, [])
  }
})

async function rowsOf(text: string): Promise<CsvRow[]> {
  async function* chunks() {
    for (const byte of Buffer.from(text)) yield Buffer.from([byte])
  }
  const rows: CsvRow[] = []
  for await (const row of readCsvRows(chunks())) rows.push(row)
  return rows
}
