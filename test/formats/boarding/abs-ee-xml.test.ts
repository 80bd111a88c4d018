import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { trustOf } from '#src/formats/boarding/abs-ee-xml.ts'
import { itemsOf } from './reading.ts'

// SEC EDGAR, Form ABS-EE, EX-102, AmeriCredit Automobile Receivables Trust 2017-1, period ending
// 2017-06-30.
const NAME = 'amcar-2017-1_2017-06.xml'
const filing = await readFile(`examples/abs-ee/${NAME}`, 'utf8')
const read = (text: string, name = NAME) => itemsOf(text, { name })

/** The filing with one element of its first asset changed; an empty value removes it. */
function withValue(element: string, value: string): string {
  const pattern = new RegExp(`<${element}>[^<]*</${element}>`)
  assert.match(filing, pattern)
  return filing.replace(pattern, value === '' ? '' : `<${element}>${value}</${element}>`)
}

test('contract, vehicle and month of a loan are as filed', async () => {
  const items = await read(filing)
  assert.equal(items.length, 4)
  const item = items.find(
    (each) => each.kind === 'record' && each.record.sourceKey.endsWith('038484'),
  )
  assert.ok(item?.kind === 'record')
  const { record } = item
  assert.equal(record.sourceKey, 'amcar-2017-1/0001694010 - 038484')
  assert.match(record.accountNumber, /^([0-9A-HJKMNP-TV-Z]{4} ){2}[0-9A-HJKMNP-TV-Z]{4}$/)
  assert.equal(record.vehicle.vin, null)
  assert.deepEqual(record.obligors, [])
  assert.ok(record.product === 'loan')
  const { contract } = record
  assert.deepEqual(
    [contract.principal, contract.rate, contract.payments, contract.payment, contract.dayCount],
    [1_932_000, 125_500_000, 72, 38_523, 'actual/365'],
  )
  // First payment 12/2016; interest paid to the 9th and nothing past due: due on the 9th.
  assert.equal(contract.firstDue, '2016-12-09')
  assert.deepEqual(record.months, [
    {
      kind: 'reportedMonth',
      periodBegin: '2017-06-01',
      periodEnd: '2017-06-30',
      principalBegin: 1_818_836,
      principalEnd: 1_800_724,
      paid: 40_000,
      toInterest: 21_888,
      toPrincipal: 18_112,
      toOther: 0,
      interestPaidThrough: '2017-06-09',
      daysPastDue: 0,
      rate: 125_500_000,
    },
  ])
})

test('the due day of a late loan follows from its days past due', async () => {
  const items = await read(filing)
  const item = items.find(
    (each) => each.kind === 'record' && each.record.sourceKey.endsWith('010161'),
  )
  assert.ok(item?.kind === 'record')
  // 29 days before 2017-06-30.
  assert.equal(item.record.contract.firstDue.slice(-2), '01')
  assert.equal(item.record.months[0]?.daysPastDue, 29)
})

test('after the balance is zero, what filings leave out is filled in', async () => {
  const august = await readFile('examples/abs-ee/amcar-2017-1_2017-08.xml', 'utf8')
  const items = await read(august)
  const item = items.find(
    (each) => each.kind === 'record' && each.record.sourceKey.endsWith('000401'),
  )
  assert.ok(item?.kind === 'record')
  const [month] = item.record.months
  assert.deepEqual(
    [month?.principalBegin, month?.principalEnd, month?.daysPastDue, month?.interestPaidThrough],
    [508_258, 0, 0, '2017-08-31'],
  )
})

test('the account number of a loan is the same in every file', async () => {
  const july = await readFile('examples/abs-ee/amcar-2017-1_2017-07.xml', 'utf8')
  const numbers = async (text: string) =>
    (await read(text)).map((item) => item.kind === 'record' && item.record.accountNumber).sort()
  assert.deepEqual(await numbers(filing), await numbers(july))
  assert.equal(new Set(await numbers(filing)).size, 4)
})

test('the trust is taken from the name of the file or asked for', async () => {
  assert.equal(trustOf('/data/CarMax-2017-1_2017-01.xml'), 'carmax-2017-1')
  assert.equal(trustOf('exh102.xml'), null)
  const [item] = await read(filing, 'exh102.xml')
  assert.ok(item?.kind === 'unreadable')
  assert.match(item.problem.reason, /--trust/)
  const [named] = await itemsOf(filing, { name: 'exh102.xml', trust: 'Some Trust 2017-1' })
  assert.ok(named?.kind === 'record' && named.record.sourceKey.startsWith('some-trust-2017-1/'))
})

const FAULTS: readonly [element: string, value: string][] = [
  ['assetNumber', ''],
  ['originalLoanAmount', ''],
  ['originalLoanAmount', '0'],
  ['originalLoanAmount', '1e9'],
  ['originalInterestRatePercentage', '12.55'],
  ['reportingPeriodActualEndBalanceAmount', ''],
  ['reportingPeriodActualEndBalanceAmount', '-0.01'],
  ['reportingPeriodBeginningLoanBalanceAmount', '-5936.68'],
  ['reportingPeriodEndingDate', '2017-06-30'],
  ['reportingPeriodEndingDate', '06-31-2017'],
  ['originalFirstPaymentDate', '13/2016'],
  ['originalLoanTerm', '99999'],
  ['currentDelinquencyStatus', '99999999'],
  ['paymentTypeCode', '1'],
  ['interestCalculationTypeCode', '98'],
]

for (const [element, value] of FAULTS)
  test(`refused: ${element} ${value === '' ? 'absent' : `= ${value}`}`, async () => {
    const items = await read(withValue(element, value))
    const refused = items.filter((item) => item.kind === 'rejected')
    assert.equal(refused.length, 1)
    assert.equal(items.length, 4)
    const [problem] = refused[0]?.problems ?? []
    assert.equal(problem?.field, element)
    assert.equal(problem?.line, 5)
  })

const COLLECTED: readonly [element: string, field: 'toInterest' | 'toPrincipal' | 'paid'][] = [
  ['actualInterestCollectedAmount', 'toInterest'],
  ['actualPrincipalCollectedAmount', 'toPrincipal'],
  ['totalActualAmountPaid', 'paid'],
]

for (const [element, field] of COLLECTED)
  test(`told, and taken as filed: ${element} below zero`, async () => {
    const [item] = await read(withValue(element, '-12.34'))
    assert.ok(item?.kind === 'record')
    assert.equal(item.record.months[0]?.[field], -1234)
    assert.deepEqual(
      item.warnings.map((warning) => warning.field),
      [element],
    )
  })

const UNREADABLE: readonly [string, string, RegExp][] = [
  ['a filing on bonds', filing.replace('autoloan/assetdata', 'debtsecurities/assetdata'), /EE/],
  ['another document', '<html><body>hello</body></html>', /Not a Form ABS-EE/],
  ['a document type', `<!DOCTYPE assetData>${filing.slice(filing.indexOf('\n'))}`, /DTD/],
  ['an entity bomb', entityBomb(), /DTD/],
  ['an unknown entity', filing.replace('<assetNumber>', '<assetNumber>&lol;'), /entity/],
  ['broken tags', filing.replace('</assets>', '</asset>'), /well-formed/],
  [
    'elements without end',
    `${filing.slice(0, filing.indexOf('<assets>'))}${'<a>'.repeat(100)}`,
    /nested/,
  ],
  ['another encoding', filing.replace('UTF-8', 'ISO-8859-1'), /UTF-8/],
  [
    'an endless value',
    filing.replace('<assetNumber>', `<assetNumber>${'9'.repeat(5000)}`),
    /longer/,
  ],
  ['an endless comment', filing.replace('<!--', `<!--${'x'.repeat(1_200_000)}`), /characters/],
]

for (const [what, text, reason] of UNREADABLE)
  test(`unreadable: ${what}`, async () => {
    const items = await itemsOf(text, { name: NAME, chunkBytes: 65_536 })
    const last = items.at(-1)
    assert.ok(last?.kind === 'unreadable')
    assert.match(last.problem.reason, reason)
    assert.doesNotMatch(last.problem.reason, /\n|\bat \//)
  })

test('a filing that is cut off gives its whole assets and nothing of the rest', async () => {
  for (let at = 300; at < filing.length - 20; at += 997) {
    const cut = filing.slice(0, at)
    const items = await read(cut)
    assert.equal(items.at(-1)?.kind, 'unreadable')
    assert.equal(items.length - 1, cut.split('</assets>').length - 1)
  }
})

test('text that is not UTF-8 ends the file there', async () => {
  const bytes = Buffer.from(filing)
  bytes[bytes.length - 200] = 0xff
  const items = await itemsOf(bytes, { name: NAME })
  const last = items.at(-1)
  assert.ok(last?.kind === 'unreadable')
  assert.match(last.problem.reason, /UTF-8/)
})

function entityBomb(): string {
  const levels = Array.from(
    { length: 9 },
    (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i};`.repeat(10)}">`,
  )
  const type = `<!DOCTYPE assetData [<!ENTITY lol0 "lol">${levels.join('')}]>`
  return `<?xml version="1.0"?>${type}<assetData>&lol9;</assetData>`
}
