// `keyturn calc nacha`: a file in, one answer out, whatever the bytes are.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { calc } from '../../support/calc.ts'

const KEYTURN = resolve(import.meta.dirname, '../../../bin/keyturn')
const GOLDEN = resolve(import.meta.dirname, '../../formats/nacha/golden')

test('a good file, and one with problems, are both answered', async () => {
  const good = await calc('nacha', { bytes: golden('web-debits') })
  assert.equal(good.exitCode, 0)
  assert.deepEqual(good.results, [
    {
      valid: true,
      problems: [],
      batches: [
        { class: 'WEB', service: '225', entries: 2, debits: '513.33', credits: '0.00', addenda: 0 },
      ],
      returns: [],
      changes: [],
      entryHash: '0031238031',
      debits: '513.33',
      credits: '0.00',
    },
  ])
  const text = golden('web-debits').toString().replace('627231380104', '627231380105')
  const bad = await calc('nacha', { text })
  assert.equal(bad.exitCode, 0)
  assert.deepEqual((bad.results[0] as Answer).problems, [
    { line: 3, field: 'check digit', message: 'This is "5", and should be "4".' },
  ])
})

test('what came back is listed with its own trace number and that of our entry', async () => {
  const { results } = await calc('nacha', { bytes: golden('returns-and-changes') })
  const { returns, changes, valid } = results[0] as Answer
  assert.equal(valid, true)
  assert.deepEqual(
    returns.map(({ code }) => code),
    ['R01', 'R15', 'R68', 'R73'],
  )
  assert.deepEqual(returns[0], {
    trace: '231380100000101',
    code: 'R01',
    originalTrace: '073000220000001',
    amount: '512.34',
  })
  assert.deepEqual(changes[0], {
    trace: '231380100000103',
    code: 'C07',
    corrected: '2313801041242415    37',
    originalTrace: '073000220000001',
  })
})

test('--explain sums up batch by batch', async () => {
  const { results } = await calc('nacha', { bytes: golden('account-check') }, 'explained')
  const { explanation } = results[0] as { explanation: { parts: { inputs: object }[] } }
  assert.deepEqual(
    explanation.parts.map(({ inputs }) => inputs),
    [
      { entries: 3, addenda: 0, entryHash: '0069414030', debits: '0.46', credits: '0.46' },
      { entries: 2, addenda: 0, entryHash: '0016200042', debits: '0.00', credits: '0.16' },
    ],
  )
})

test('no input and too much of it end with 2; garbage has a bounded answer', async () => {
  const none = await calc('nacha', { text: '' })
  assert.deepEqual([none.exitCode, none.printed], [2, ''])
  assert.equal(none.said, 'keyturn calc: the input is empty\n')
  const large = await calc('nacha', { bytes: Buffer.alloc(64_000_001, '9') })
  assert.equal(large.exitCode, 2)
  assert.match(large.said, /larger than 64000000 bytes/)
  const garbage = await calc('nacha', { text: '?\n'.repeat(2_000) })
  const { problems, problemsNotListed } = garbage.results[0] as Answer
  assert.equal(problems.length, 1_000)
  assert.equal(problemsNotListed, 3_002)
})

test('any bytes are answered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 500 }), async (bytes) => {
      const { exitCode, results } = await calc('nacha', { bytes }, 'explained')
      assert.equal(exitCode, 0)
      assert.equal((results[0] as Answer).valid, false)
    }),
  )
})

test('the command itself reads bytes, not text', async () => {
  const started = promisify(execFile)(KEYTURN, ['calc', 'nacha'])
  const named = golden('web-debits').toString().replace('JOSE', 'JOSÉ')
  started.child.stdin?.end(Buffer.from(named, 'latin1'))
  const { stdout } = await started
  assert.equal((JSON.parse(stdout) as Answer).valid, true)
})

type Answer = {
  readonly valid: boolean
  readonly problems: readonly object[]
  readonly problemsNotListed?: number
  readonly returns: readonly { readonly code: string }[]
  readonly changes: readonly object[]
}

function golden(name: string): Buffer {
  return readFileSync(resolve(GOLDEN, `${name}.ach`))
}
