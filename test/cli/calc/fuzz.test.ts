// Whatever comes in, the calculator answers or names the field, soon, and never breaks.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CALCULATIONS } from '#src/cli/calc/table.ts'
import { calc } from '../../support/calc.ts'
import { calcExamples } from '../../support/calc-examples.ts'

/** Of processor time on any machine: a guard against work that explodes with its input. */
const LONGEST_MS = 1_000
const SUBCOMMANDS = [...CALCULATIONS.keys()]

test('good inputs with hostile values in any of their places', async () => {
  for (const { subcommand, input } of calcExamples()) {
    const changed = fc
      .array(fc.tuple(fc.nat(), anyHostile), { minLength: 1, maxLength: 3 })
      .map((changes) =>
        changes.reduce<unknown>((value, [at, change]) => put(value, at, change), input),
      )
    await fc.assert(
      fc.asyncProperty(changed, (value) => holds(subcommand, JSON.stringify(value))),
      { numRuns: 250 },
    )
  }
})

test('any JSON at all', async () => {
  const anything = fc.json({ maxDepth: 4 })
  await fc.assert(fc.asyncProperty(fc.constantFrom(...SUBCOMMANDS), anything, holds), {
    numRuns: 300,
  })
})

test('any text at all, and JSON with one character changed', async () => {
  const broken = fc
    .tuple(fc.constantFrom(...calcExamples()), fc.nat(), fc.string({ maxLength: 3 }))
    .map(([{ subcommand, input }, at, text]): [string, string] => {
      const json = JSON.stringify(input)
      const cut = at % json.length
      return [subcommand, `${json.slice(0, cut)}${text}${json.slice(cut + 1)}`]
    })
  await fc.assert(
    fc.asyncProperty(broken, ([subcommand, text]) => holds(subcommand, text)),
    { numRuns: 400 },
  )
  const anyText = fc.string({ unit: 'binary', maxLength: 60 })
  await fc.assert(fc.asyncProperty(fc.constantFrom(...SUBCOMMANDS), anyText, holds), {
    numRuns: 200,
  })
})

test('absurd sizes', async () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  const long = 'x'.repeat(2_000_000)
  for (const { subcommand, input } of calcExamples()) {
    for (const [name, value] of Object.entries(input)) {
      const rest = JSON.stringify({ ...input, [name]: undefined }).slice(1)
      const comma = rest === '}' ? '' : ','
      for (const absurd of [
        deep,
        `"${long}"`,
        `[${Array.from({ length: 100_000 }, () => JSON.stringify(value)).join(',')}]`,
        `[${'null,'.repeat(100_000)}null]`,
        '1e400',
        `${'9'.repeat(100_000)}`,
      ]) {
        await holds(subcommand, `{"${name}":${absurd}${comma}${rest}`)
      }
    }
    await holds(subcommand, `{"${long}":1}`)
    await holds(subcommand, deep)
  }
})

test('a hundred thousand objects are answered one by one', async () => {
  const [first] = calcExamples().filter(({ subcommand }) => subcommand === 'days')
  const inputs = Array.from({ length: 100_000 }, (_, at) => (at % 3 === 0 ? {} : first?.input))
  const { exitCode, results } = await calc('days', inputs)
  assert.equal(exitCode, 1)
  assert.equal(results.length, inputs.length)
  assert.deepEqual(results[1], first?.result)
})

const anyHostile = fc.oneof(
  fc.constantFrom<unknown>(
    ...['', ' ', '0', '0.00', '-1.00', '0.01', '9999999999.99', '99999999999999999999.99'],
    ...['999.9999999', '1000', '1e400', 'NaN', 'Infinity', '0x10', '1/0', '0/1', '1/3', '٣.٠٠'],
    ...['1900-01-01', '1970-01-01', '2000-02-29', '2026-02-29', '2199-12-31', '2200-01-01'],
    ...['monthly', 'yearly', 'weekly', 'every 12 months', 'periodic', 'actual/actual', 'cut'],
    ...['__proto__', 'constructor', '\ud800', '\u0000', 'x'.repeat(5_000), 'p1'],
    ...[0, -0, 1, -1, 0.5, 40, 600, 2_600, 3_000, 15_000, 2 ** 53, 1e21, 1e308, 5e-324],
    ...[null, true, false, [], {}, [[]], [null], { amount: '1.00' }],
  ),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constant(undefined),
)

/** The value with what stands at one of its places changed; undefined takes it away. */
function put(value: unknown, at: number, change: unknown): unknown {
  const places = everyPlace(value, [])
  const place = places[at % places.length] ?? []
  return changedAt(value, place, change)
}

type Place = readonly (string | number)[]

function everyPlace(value: unknown, place: Place): Place[] {
  if (typeof value !== 'object' || value === null) return [place]
  const inside = Array.isArray(value)
    ? value.flatMap((item, index) => everyPlace(item, [...place, index]))
    : Object.entries(value).flatMap(([key, item]) => everyPlace(item, [...place, key]))
  return [place, ...inside]
}

function changedAt(value: unknown, [key, ...rest]: Place, change: unknown): unknown {
  if (key === undefined) return change ?? null
  if (Array.isArray(value))
    return value.with(Number(key), changedAt(value[Number(key)], rest, change))
  const fields = value as Record<string, unknown>
  if (rest.length > 0) return { ...fields, [key]: changedAt(fields[key], rest, change) }
  return { ...fields, [key]: change }
}

async function holds(subcommand: string, text: string): Promise<void> {
  const before = process.cpuUsage()
  const { exitCode, printed, said, results } = await calc(subcommand, { text }, 'explained')
  const took = process.cpuUsage(before).user / 1_000
  const shown = `${subcommand} ${text.slice(0, 300)}`
  if (exitCode === 2) {
    assert.equal(printed, '', shown)
    assert.match(said, /^keyturn calc: .{5,300}\n$/, shown)
    return
  }
  assert.ok(took < LONGEST_MS * Math.max(1, results.length), `${took} ms: ${shown}`)
  const refused = results.filter((result) => isRefusal(result, shown))
  assert.equal(exitCode, refused.length > 0 ? 1 : 0, shown)
}

function isRefusal(result: unknown, shown: string): boolean {
  assert.ok(result instanceof Object, shown)
  if (!('error' in result)) {
    assert.ok('explanation' in result, shown)
    return false
  }
  const { field, message } = result.error as { field: string; message: string }
  assert.match(field, /^.{1,400}$/su, shown)
  assert.match(message, /^[A-Z].{5,400}\.$/s, `${message}: ${shown}`)
  return true
}
