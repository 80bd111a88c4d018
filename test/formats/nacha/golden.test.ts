// Files that were laid out by hand from the layout table, one for each kind of batch: the writer
// makes them to the character, a checker of its own finds nothing wrong, the reader gets it back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import type { AchBatch } from '#src/formats/nacha/ach-file.ts'
import { checkAch } from '#test/support/ach-checker.ts'
import { ANN, batch, credit, debit, file, golden, HEAD, read, written } from './writing.ts'

const WEB = { class: 'WEB', description: 'LOAN PYMT' } as const
const PPD = { class: 'PPD', description: 'LOAN PYMT' } as const
const second = { receiver: ANN, sequence: 2 }

const FILES: readonly (readonly [name: string, modifier: string, batches: AchBatch[]])[] = [
  [
    'web-debits',
    'A',
    [
      batch({ kind: 'debits', ...WEB }, [
        debit(51_234, { recurrence: 'recurring' }),
        debit(99, { ...second, recurrence: 'single', identification: 'PAY-0000000002' }),
      ]),
    ],
  ],
  [
    'paper-debits',
    'B',
    [
      batch(
        { kind: 'debits', ...PPD },
        [
          debit(51_234, { sequence: 3, identification: 'PAY-0000000003' }),
          debit(9_999_999_999, {
            receiver: ANN,
            sequence: 9_999_999,
            identification: 'PAY-0000000004',
          }),
        ],
        { effective: date('2026-12-04'), sameDay: '17:00' },
      ),
    ],
  ],
  [
    'refunds',
    'C',
    [
      batch(
        { kind: 'refunds', description: 'REFUND' },
        [
          credit(1_500, { identification: 'REF-1' }),
          credit(1, { ...second, identification: 'REF-2' }),
        ],
        { number: 7 },
      ),
    ],
  ],
  [
    'account-check',
    'D',
    [
      batch({ kind: 'accountCheck', withDebits: true }, [
        credit(12, { identification: 'CHK-1' }),
        credit(34, { identification: 'CHK-2', sequence: 2 }),
        debit(46, { identification: 'CHK-3', sequence: 3 }),
      ]),
      batch(
        { kind: 'accountCheck', withDebits: false },
        [
          credit(7, { receiver: ANN, identification: 'CHK-4', sequence: 4 }),
          credit(9, { receiver: ANN, identification: 'CHK-5', sequence: 5 }),
        ],
        { number: 2 },
      ),
    ],
  ],
  [
    'prenotes',
    '0',
    [
      batch({ kind: 'prenotes', ...WEB }, [
        debit(0, { recurrence: 'recurring', identification: 'PRE-1' }),
        debit(0, { ...second, recurrence: 'recurring', identification: 'PRE-2' }),
      ]),
    ],
  ],
  [
    'retries-and-fees',
    '1',
    [
      batch({ kind: 'retries', class: 'WEB' }, [debit(51_234, { recurrence: 'recurring' })]),
      batch(
        { kind: 'returnFees', class: 'WEB' },
        [debit(2_500, { recurrence: 'single', identification: 'FEE-1', sequence: 2 })],
        { number: 2 },
      ),
    ],
  ],
  [
    'reversals',
    'Z',
    [
      batch({ kind: 'reversals', class: 'WEB', of: 'debits' }, [
        credit(51_234, { recurrence: 'single' }),
      ]),
      batch(
        { kind: 'reversals', class: 'PPD', of: 'credits' },
        [debit(1_500, { ...second, identification: 'REF-2' })],
        { number: 2 },
      ),
    ],
  ],
]

for (const [name, modifier, batches] of FILES) {
  test(`${name}: written to the character, checked, read back`, () => {
    const head = { ...HEAD, modifier }
    const { text, totals } = written(file(batches, { head }))
    assert.equal(text, golden(name))
    const crlf = written(file(batches, { head, lineEnd: 'crlf' }))
    assert.equal(crlf.text, golden(name).replaceAll('\n', '\r\n'))
    for (const whole of [text, crlf.text]) {
      assert.deepEqual(checkAch(whole).problems, [])
      const reading = read(whole)
      assert.deepEqual(reading.problems, [])
      assert.equal(reading.header?.modifier, modifier)
      assert.equal(reading.totals.debits, totals.debits)
      assert.equal(reading.totals.credits, totals.credits)
      assert.equal(Number(reading.totals.entryHash), totals.entryHash)
      assert.equal(reading.totals.entries, totals.entries)
    }
  })
}

test('the checker of its own finds what is wrong in a golden file', () => {
  const lines = golden('web-debits').split('\n')
  for (const [row, column, to] of [
    [2, 30, '1'],
    [2, 12, '5'],
    [4, 15, '9'],
    [5, 25, '9'],
    [1, 3, '0'],
    [3, 3, '2'],
  ] as const) {
    const line = lines[row] ?? ''
    const changed = lines.with(row, `${line.slice(0, column - 1)}${to}${line.slice(column)}`)
    assert.notDeepEqual(checkAch(changed.join('\n')).problems, [], `${row} ${column}`)
  }
})
