import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readConventions } from '#src/cli/accuracy/conventions.ts'
import { accuracy, directoryOf, EXAMPLES } from '#test/support/accuracy.ts'

test('conventions beside the data are used, and decide what is demanded', async (t) => {
  const files = {
    'loan-histories.csv': readFileSync(join(EXAMPLES, 'loan-histories.csv'), 'utf8'),
    'conventions.json': JSON.stringify({
      portfolios: [
        {
          servicer: 'Another',
          trusts: ['AmeriCredit Automobile Receivables Trust '],
          dayCount: 'actual/360',
        },
      ],
    }),
  }
  const directory = directoryOf(t, files)
  const { printed } = await accuracy(directory)
  assert.ok(printed.includes(`conventions: ${join(directory, 'conventions.json')}`))
  // Nobody counts 360 days for simple interest: hardly a row agrees.
  assert.match(printed, /single payments +Another +33 +0 0\.0 %/)
  assert.doesNotMatch(printed, /conventions\.json: skipped/)
})

test('of a trust that no portfolio names, figures are told and nothing is demanded', async (t) => {
  const loans = readFileSync(join(EXAMPLES, 'loan-histories.csv'), 'utf8')
  const directory = directoryOf(t, {
    'loans.csv': loans.replaceAll('AmeriCredit Automobile', 'Unheard-of'),
  })
  const { exitCode, printed } = await accuracy(directory)
  assert.equal(exitCode, 0)
  assert.match(printed, /begin = previous end +not stated .* exception/)
})

test('what is wrong with conventions is told with its place', async (t) => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['{', /this is not JSON/],
    [
      '{"portfolios":[{"servicer":"A","trusts":["B"],"dayCount":"guess"}]}',
      /portfolios\.0\.dayCount/,
    ],
    ['{"portfolios":[],"leaseTaxes":{"PA":"nine"}}', /leaseTaxes\.PA: not a percentage/],
    ['{"portfolios":[],"more":1}', /more/],
    [
      '{"portfolios":[{"servicer":"A","trusts":["B"],"dayCount":"actual/365","exceptions":{"x":""}}]}',
      /portfolios\.0\.exceptions/,
    ],
  ]
  for (const [text, expected] of cases) {
    const directory = directoryOf(t, { 'conventions.json': text })
    const { exitCode, said } = await accuracy(directory)
    assert.equal(exitCode, 2, text)
    assert.match(said, expected)
  }
  const absent = await accuracy(EXAMPLES, { conventions: '/nowhere.json' })
  assert.equal(absent.exitCode, 2)
  assert.match(absent.said, /\/nowhere\.json: the file cannot be read/)
})

test('a trust is found by the beginning of its name, in full or short', async () => {
  const read = await readConventions(join(EXAMPLES, 'conventions.json'))
  assert.ok(read.ok)
  const { find, leaseTax } = read.conventions
  assert.equal(find('carmax-2017-a').trust, 'CarMax Auto Owner Trust 2017-A')
  assert.equal(find('CarMax Auto Owner Trust 2017-1').portfolio.schedule, 'annuity')
  assert.equal(find('ally auto receivables trust 2017-3').portfolio.dailyRateDecimals, 8)
  assert.equal(find('Someone Else').isStated, false)
  assert.equal(leaseTax('PA'), 90_000_000)
  assert.equal(leaseTax('OH'), null)
})
