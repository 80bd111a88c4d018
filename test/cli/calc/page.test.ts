// docs/operating/CALC.md is the contract of the calculator: what it shows is what is printed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CALCULATIONS, FILE_CALCULATIONS } from '#src/cli/calc/table.ts'
import { calc } from '../../support/calc.ts'
import { CALC_PAGE, calcExamples, fileExamples } from '../../support/calc-examples.ts'

type Reason = { label: string; rule: string; inputs: object; parts?: Reason[] }

test('every subcommand has a section and an example', () => {
  const shown = new Set([...calcExamples(), ...fileExamples()].map(({ subcommand }) => subcommand))
  const all = [...CALCULATIONS.keys(), ...FILE_CALCULATIONS.keys()]
  assert.deepEqual([...shown].sort(), all.sort())
  for (const name of shown) assert.match(CALC_PAGE, new RegExp(`^## ${name}$`, 'm'))
})

test('each example prints what the page shows, fields in that order', async () => {
  for (const { subcommand, input, result } of everyExample()) {
    const { exitCode, printed } = await calc(subcommand, input)
    assert.equal(exitCode, 0, subcommand)
    assert.equal(printed, `${JSON.stringify(result)}\n`, subcommand)
  }
})

test('each label and rule of their workings is named on the page', async () => {
  for (const { subcommand, input, result } of everyExample()) {
    const { results } = await calc(subcommand, input, 'explained')
    const { explanation, ...rest } = results[0] as { explanation: Reason }
    assert.deepEqual(rest, result, subcommand)
    for (const { label, rule } of everyReason(explanation)) {
      for (const name of [label, rule]) {
        assert.ok(CALC_PAGE.includes(`| \`${name}\` |`), `${subcommand}: ${name}`)
      }
    }
  }
})

function everyExample(): { subcommand: string; input: unknown; result: unknown }[] {
  const files = fileExamples().map(({ text, ...rest }) => ({ ...rest, input: { text } }))
  return [...calcExamples(), ...files]
}

function everyReason(reason: Reason): Reason[] {
  return [reason, ...(reason.parts ?? []).flatMap(everyReason)]
}

test('the refusal that the page shows is the one that is printed', async () => {
  const payment = { amount: '230.00', periods: 1 }
  const { results } = await calc('apr', {
    advances: [{ amount: '5000.00', periods: 0 }],
    payments: [payment, payment, payment, { ...payment, amount: 230 }],
    periodsPerYear: '12',
  })
  assert.ok(CALC_PAGE.includes(`\n${JSON.stringify(results[0])}\n`), JSON.stringify(results[0]))
})
