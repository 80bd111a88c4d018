// Whatever a file holds, the run ends with an answer: it never throws.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { accuracy, directoryOf, EXAMPLES } from '#test/support/accuracy.ts'

const FILES = [
  'interest-chain.csv',
  'interest-samples.csv',
  'loan-histories.csv',
  'carmax-2017-1_2016-12.xml',
  'ford_credit_auto_lease_2017-a_2017-02.xml',
].map((name) => ({ name, bytes: readFileSync(join(EXAMPLES, name)) }))

test('files with bytes changed, cut and put together', async (t) => {
  const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILES),
      fc.array(change, { maxLength: 20 }),
      fc.double({ min: 0.2, max: 1, noNaN: true }),
      async ({ name, bytes }, changes, part) => {
        const damaged = Buffer.from(bytes.subarray(0, Math.ceil(bytes.length * part)))
        for (const { at, byte } of changes) damaged[Math.floor(at * (damaged.length - 1))] = byte
        const { exitCode } = await accuracy(directoryOf(t, { [name]: damaged }))
        assert.ok([0, 1, 2].includes(exitCode))
      },
    ),
    { numRuns: 60 },
  )
})

test('absurd values in any column', async (t) => {
  const [header = '', ...lines] = readFileSync(join(EXAMPLES, 'loan-histories.csv'), 'utf8')
    .trimEnd()
    .split('\n')
  const width = header.split(',').length
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(lines.length - 1), fc.nat(width - 1), fc.constantFrom(...ABSURD)), {
        minLength: 1,
        maxLength: 30,
      }),
      async (changes) => {
        const rows = lines.map((line) => line.split(','))
        for (const [line, column, value] of changes) {
          const cells = rows[line]
          if (cells) cells[column] = value
        }
        const text = [header, ...rows.map((cells) => cells.join(','))].join('\n')
        const { exitCode } = await accuracy(directoryOf(t, { 'loans.csv': `${text}\n` }))
        assert.ok([0, 1, 2].includes(exitCode))
      },
    ),
    { numRuns: 40 },
  )
})

const ABSURD = [
  '',
  '0',
  '-1',
  '1',
  '99999',
  '-99999',
  '99999999999',
  '-99999999999.99',
  '0.999999999',
  '01-01-1900',
  '12-31-2199',
  '02-29-2020',
  '01/1900',
  '12/2199',
  'true',
  '"',
  '<',
  'NaN',
  '1e9',
  '\u0000',
]

test('a quote, a page without end, a document type', async (t) => {
  const directory = directoryOf(t, {
    'wide.csv': `${'a,'.repeat(5000)}b\n`,
    'long.csv': `trust,assetNumber\n${'x'.repeat(1_200_000)}\n`,
    'bomb.xml':
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><assetData xmlns="http://www.sec.gov/edgar/document/absee/autoloan/assetdata">&a;</assetData>',
  })
  const { exitCode } = await accuracy(directory)
  assert.equal(exitCode, 2)
})
