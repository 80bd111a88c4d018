// Our arithmetic against real records: SEC EDGAR, Form ABS-EE, EX-102. examples/README.md names the
// trusts and periods.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { accuracy, directoryOf, EXAMPLES, outcomes } from '#test/support/accuracy.ts'

/** Check, servicer, rows: to the cent, within one, within two. */
const REACHED = [
  'interestChain Ally 178: 178 178 178',
  'beginBalance CarMax 16: 16 16 16',
  'beginBalance GM Financial 81: 81 81 81',
  'endBalance CarMax 20: 20 20 20',
  'endBalance GM Financial 89: 89 89 89',
  'paidParts CarMax 20: 20 20 20',
  'paidParts GM Financial 90: 90 90 90',
  'scheduledParts CarMax 16: 12 16 16',
  'scheduledParts GM Financial 89: 89 89 89',
  'daysPastDue CarMax 11: 11 11 11',
  'daysPastDue GM Financial 5: 5 5 5',
  'scheduledInterest CarMax 16: 14 16 16',
  'scheduledInterest Toyota 2: 2 2 2',
  'singleSamples Ally 2: 0 0 0',
  'singleSamples Ford Credit 12: 8 12 12',
  'singleSamples Nissan 1: 1 1 1',
  'otherSamples Ally 1: 0 0 0',
  'otherSamples Ford Credit 8: 3 5 5',
  'otherSamples Santander 9: 4 6 6',
  'singlePayments GM Financial 33: 18 24 24',
  'runPayments GM Financial 35: 35 35 35',
  'runDrift GM Financial 10: 10 10 10',
  'leaseFigures Ford Credit 4: 4 4 4',
  'paidMonths CarMax 1: 0 0 0',
  'paidMonths GM Financial 57: 38 46 46',
  'closingMonths GM Financial 5: 2 5 5',
  'unpaidMonths CarMax 15: 15 15 15',
  'unpaidMonths GM Financial 15: 14 15 15',
  'closedLives CarMax 4: 3 3 3',
  'closedLives GM Financial 8: 1 5 5',
  'openLives GM Financial 1: 0 0 0',
  'redatedLives CarMax 4: 3 3 3',
  'redatedLives GM Financial 9: 2 6 6',
]

test('the shares that our law reaches on the examples', async () => {
  const found = await outcomes(EXAMPLES)
  assert.deepEqual(
    found.map(
      ({ check, name, rows, exact, withinOne, withinTwo }) =>
        `${check} ${name} ${rows}: ${exact} ${withinOne} ${withinTwo}`,
    ),
    REACHED,
  )
})

test('the examples hold, and the table says so', async () => {
  const { exitCode, printed, said } = await accuracy(EXAMPLES)
  assert.equal(exitCode, 0)
  assert.equal(said, '')
  assert.match(printed, /exact interest chain +Ally +178 +178 100\.0 % .* holds/)
  assert.match(printed, /lease figures +Ford Credit +4 +4 100\.0 %/)
  assert.doesNotMatch(printed, /FAILS/)
})

test('by trust, a short name and a full one are one trust', async () => {
  const { printed } = await accuracy(EXAMPLES, { by: 'trust' })
  assert.match(printed, /begin = previous end +CarMax Auto Owner Trust 2017-1 +16 /)
  assert.match(printed, /exact interest chain +Ally Auto Receivables Trust 2019-3 /)
})

test('one cent of interest in the chain fails the run and names the row', async (t) => {
  const chain = example('interest-chain.csv')
  const wrong = chain.replace(',27.96,190.87,', ',27.97,190.86,')
  assert.notEqual(wrong, chain)
  const { exitCode, printed } = await accuracy(directoryOf(t, { 'chain.csv': wrong }))
  assert.equal(exitCode, 1)
  assert.match(printed, /exact interest chain +Ally +178 +177 99\.4 % .*FAILS/)
  assert.match(printed, /19238442 2017-06: ours 2796, reported 2797/)
})

test('a balance that changes between two filings fails the run', async (t) => {
  const loans = example('loan-histories.csv')
  const [header = '', ...lines] = loans.trimEnd().split('\n')
  const columns = header.split(',')
  const at = columns.indexOf('reportingPeriodBeginningLoanBalanceAmount')
  const cells = (lines[3] ?? '').split(',')
  cells[at] = String(Number(cells[at]) + 0.01)
  const changed = [header, ...lines.with(3, cells.join(','))].join('\n')
  const { exitCode, printed } = await accuracy(directoryOf(t, { 'loans.csv': `${changed}\n` }))
  assert.equal(exitCode, 1)
  assert.match(printed, /begin = previous end +GM Financial +81 +80 .*FAILS/)
  assert.match(printed, /end = begin - principal - loss +GM Financial +89 +88 .*FAILS/)
})

test('files that are not known are named and skipped', async (t) => {
  const directory = directoryOf(t, {
    'chain.csv': example('interest-chain.csv'),
    'below/photo.jpg': new Uint8Array([0xff, 0xd8, 0xff, 0x00, 0x10]),
    'letter.xml': '<letter>Dear reader</letter>',
    'empty.csv': '',
    'bad\u001b[2Jname.txt': 'a,b\n1,2\n',
  })
  const { exitCode, printed } = await accuracy(directory)
  assert.equal(exitCode, 0)
  for (const name of ['below/photo.jpg', 'letter.xml', 'empty.csv', 'bad?[2Jname.txt'])
    assert.ok(printed.includes(`${name}: skipped: `), name)
  assert.ok(!printed.includes('\u001b'))
})

test('a damaged file is used as far as it goes, and the run says so', async (t) => {
  const filing = example('carmax-2017-1_2016-12.xml')
  const chain = example('interest-chain.csv')
  const directory = directoryOf(t, {
    'carmax-2017-1_2016-12.xml': filing.slice(0, filing.length / 2),
    'chain.csv': chain.slice(0, -10),
  })
  const { exitCode, printed } = await accuracy(directory)
  assert.equal(exitCode, 1)
  assert.match(printed, /carmax-2017-1_2016-12\.xml: Form ABS-EE EX-102, 1 record\n {2}1 not read/)
  assert.match(printed, /chain\.csv: interest chain, 177 records\n {2}1 not read\n {2}line 179: /)
})

test('a month that two files hold is counted once', async (t) => {
  const loans = example('loan-histories.csv')
  const directory = directoryOf(t, { 'a.csv': loans, 'b.csv': loans })
  const { exitCode, printed } = await accuracy(directory)
  assert.equal(exitCode, 0)
  assert.match(printed, /b\.csv: loan months, 90 records, 90 read before/)
  assert.match(printed, /paid = its parts +GM Financial +90 /)
})

test('nothing to check is another exit code', async (t) => {
  const empty = await accuracy(directoryOf(t, { 'notes.txt': 'nothing' }))
  assert.equal(empty.exitCode, 2)
  assert.match(empty.said, /no file in it is of a kind that is known here/)
  const absent = await accuracy('/nowhere/at/all')
  assert.equal(absent.exitCode, 2)
  assert.match(absent.said, /there is no such directory/)
})

function example(name: string): string {
  return readFileSync(join(EXAMPLES, name), 'utf8')
}

test('every example is read', async () => {
  const { printed } = await accuracy(EXAMPLES)
  for (const name of readdirSync(EXAMPLES))
    if (name !== 'conventions.json') assert.match(printed, new RegExp(`^${name}: .*record`, 'm'))
})
