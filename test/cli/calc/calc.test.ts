import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { CALCULATIONS } from '#src/cli/calc/table.ts'
import { calc } from '../../support/calc.ts'

const KEYTURN = resolve(import.meta.dirname, '../../../bin/keyturn')
const DAYS = { from: '2026-01-15', to: '2026-02-15', dayCount: '30/360' }

test('an object gives a result, an array gives results in its order', async () => {
  const one = await calc('days', DAYS)
  assert.equal(one.exitCode, 0)
  assert.equal(one.printed, '{"days":30,"yearFraction":"0.0833333333"}\n')
  const many = await calc('days', [DAYS, { ...DAYS, dayCount: 'actual/365' }])
  assert.deepEqual(many.results, [
    { days: 30, yearFraction: '0.0833333333' },
    { days: 31, yearFraction: '0.0849315068' },
  ])
  const none = await calc('days', [])
  assert.deepEqual([none.exitCode, none.printed], [0, '[]\n'])
})

test('a refused object gives its reason in its place, and exit code 1', async () => {
  const { exitCode, results } = await calc('days', [DAYS, { ...DAYS, dayCount: 'lunar' }, DAYS])
  assert.equal(exitCode, 1)
  assert.deepEqual(results[0], results[2])
  assert.equal(errorOf(results[1]).field, 'dayCount')
  assert.match(errorOf(results[1]).message, /^Write one of "actual\/365", /)
})

test('what is refused is named', async () => {
  const inputs: [unknown, string][] = [
    [{ ...DAYS, form: '2026-01-15' }, 'form'],
    [{ ...DAYS, from: undefined }, 'from'],
    [{ ...DAYS, from: '2026-02-30' }, 'from'],
    [{ ...DAYS, from: 20260115 }, 'from'],
    [{ ...DAYS, to: '2026-01-14' }, 'to'],
    [{ ...DAYS, termination: '2026-01-14' }, 'termination'],
    [[DAYS], 'input'],
    ['days', 'input'],
    [null, 'input'],
  ]
  const { results } = await calc(
    'days',
    inputs.map(([input]) => input),
  )
  assert.deepEqual(
    results.map((result) => errorOf(result).field),
    inputs.map(([, field]) => field),
  )
})

test('a missing field is called missing, a wrong one is not', async () => {
  const { from, ...rest } = DAYS
  assert.match(errorOf((await calc('days', rest)).results[0]).message, /^Missing\. Write a date/)
  const wrong = await calc('days', { ...rest, from: from.slice(1) })
  assert.match(errorOf(wrong.results[0]).message, /^Write a date/)
})

test('a field given twice is refused, wherever it stands', async () => {
  const twice = async (text: string) => errorOf((await calc('days', { text })).results[0]).field
  const flow = '{"amount":"1.00","periods":0}'
  assert.equal(await twice('{"a":1,"\\u0061":2}'), 'a')
  assert.equal(
    await twice(`{"advances":[${flow},{"amount":"1.00","amount":"2.00"}]}`),
    'advances[1].amount',
  )
  const { results } = await calc('days', {
    text: `[${JSON.stringify(DAYS)},{"from":"2026-01-15","to":"2026-02-15","to":"2026-02-16"}]`,
  })
  assert.deepEqual(results[0], { days: 30, yearFraction: '0.0833333333' })
  assert.equal(errorOf(results[1]).field, 'to')
})

test('what is not JSON, and what is no subcommand, end with 2 and say so', async () => {
  for (const text of ['', ' \n', '{', '{"a":NaN}', "{'a':1}", '{} {}', '\u0000']) {
    const { exitCode, printed, said } = await calc('days', { text })
    assert.deepEqual([exitCode, printed], [2, ''], JSON.stringify(text))
    assert.match(said, /^keyturn calc: the input is not JSON: .+\n$/)
  }
  const notUtf8 = await calc('days', { bytes: Uint8Array.of(0x22, 0xff, 0x22) })
  assert.deepEqual([notUtf8.exitCode, notUtf8.printed], [2, ''])
  for (const name of ['', 'dais', '__proto__', 'constructor']) {
    const { exitCode, said } = await calc(name, DAYS)
    assert.equal(exitCode, 2)
    assert.match(said, /no subcommand .*; use one of apr, [a-z, -]+, nacha\n$/)
  }
  const tooLarge = await calc('days', { text: ' '.repeat(16_000_001) })
  assert.equal(tooLarge.exitCode, 2)
  assert.match(tooLarge.said, /larger than 16000000 bytes/)
})

test('--explain adds the working to answers and leaves refusals as they are', async () => {
  const { results } = await calc('days', [DAYS, {}], 'explained')
  const [answer, refusal] = results
  assert.ok(answer && typeof answer === 'object' && 'explanation' in answer)
  assert.deepEqual(Object.keys(answer), ['days', 'yearFraction', 'explanation'])
  assert.deepEqual(Object.keys(refusal as object), ['error'])
})

test('every subcommand refuses what is no object', async () => {
  for (const name of CALCULATIONS.keys()) {
    const { results } = await calc(name, [1, 'x', null, true, []])
    for (const result of results) assert.equal(errorOf(result).field, 'input', name)
  }
})

test('the command itself: exit codes, and a reader that stops early', async () => {
  const run = (args: string[], input: string) => {
    const started = promisify(execFile)(KEYTURN, ['calc', ...args])
    started.child.stdin?.end(input)
    return started
  }
  const { stdout } = await run(['days', '--explain'], JSON.stringify(DAYS))
  assert.equal(JSON.parse(stdout).days, 30)
  await assert.rejects(run(['days'], '{}'), { code: 1, stderr: '' })
  await assert.rejects(run(['days'], '{'), { code: 2, stdout: '' })
  const child = spawn(KEYTURN, ['calc', 'days'], { stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  child.stdout.once('data', () => child.stdout.destroy())
  child.stdin.end(JSON.stringify(Array.from({ length: 50_000 }, () => DAYS)))
  await once(child, 'exit')
  assert.equal(said, '')
})

function errorOf(result: unknown): { field: string; message: string } {
  const { error } = result as { error?: { field: string; message: string } }
  return error ?? assert.fail(`not refused: ${JSON.stringify(result)}`)
}
