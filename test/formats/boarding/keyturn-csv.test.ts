import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { changed, itemsOf, loanOf, plainContract, problemsOf } from './reading.ts'

const HEADER = [
  'account,contract.principal,contract.rate,contract.start,contract.firstDue',
  'contract.payments,contract.payment',
  'vehicle.vin,vehicle.modelYear,vehicle.make,vehicle.model',
  'primary.givenName,primary.familyName,primary.identityNumber',
].join(',')
const ROW = [
  'KT-5001-0001,20000.00,5.49,2026-01-15,2026-02-15',
  '60,381.93',
  '1M8GDM9AXKP042788,2024,Aldora,Vista',
  'Marisol,Quintero,987-65-4320',
].join(',')

test('a row says the same as the same contract in JSON Lines', async () => {
  const [row] = await itemsOf(`${HEADER}\n${ROW}\n`)
  const [line] = await itemsOf(changed({}))
  assert.ok(row?.kind === 'record' && line?.kind === 'record')
  assert.deepEqual(row.record, line.record)
  assert.equal(row.line, 2)
})

test('columns come in any order, quoted cells hold commas, empty cells are left out', async () => {
  const moved = HEADER.replace(',vehicle.make', '')
  const more = 'co.givenName,contract.waterfall,contract.carryFractions,opening.on'
  const header = `vehicle.make,${moved},${more}`
  const row = `"Aldora, Inc.",${ROW.replace(',Aldora', '')},,fees interest principal lateCharges,true,`
  const [item] = await itemsOf(`${header}\n${row}\n`)
  assert.ok(item?.kind === 'record')
  assert.equal(item.record.vehicle.make, 'Aldora, Inc.')
  assert.deepEqual(loanOf(item).contract.waterfall, [
    'fees',
    'interest',
    'principal',
    'lateCharges',
  ])
  assert.equal(loanOf(item).contract.carryFractions, true)
  assert.equal(item.record.obligors.length, 1)
})

test('a bad row costs that row only', async () => {
  const { account } = plainContract()
  const rows = [
    ROW.replace('20000.00', 'much'),
    `"${ROW}`,
    `${ROW},one more`,
    ROW.replace('Marisol', '=1+2'),
    ROW,
  ]
  const items = await itemsOf(`${HEADER}\n${rows.join('\n')}\n`)
  assert.deepEqual(
    items.map((item) =>
      item.kind === 'rejected' ? [item.line, item.problems[0]?.field] : item.kind,
    ),
    [[2, 'contract.principal'], [3, 'line'], [4, 'line'], [5, 'primary.givenName'], 'record'],
  )
  assert.equal(account, 'KT-5001-0001')
})

test('a row that is cut off is refused even where the cut leaves it whole to the eye', async () => {
  const cut = `${HEADER}\n${ROW}`.slice(0, -1)
  const problems = await problemsOf(cut)
  assert.match(problems[0]?.reason ?? '', /cut off/)
})

const HEADERS: readonly [string, string][] = [
  ['an unknown column', `${HEADER},colour`],
  ['a column twice', `${HEADER},account`],
  ['a path into the language', `${HEADER},contract.__proto__.x`],
  ['an empty name', `${HEADER},`],
  [
    'hundreds of columns',
    `account,${Array.from({ length: 300 }, (_, i) => `contract.a${'b'.repeat(i)}`).join(',')}`,
  ],
]

for (const [what, header] of HEADERS)
  test(`a header is refused with ${what}`, async () => {
    const [item] = await itemsOf(`${header}\n${ROW},\n`)
    assert.ok(item?.kind === 'unreadable')
    assert.equal(item.problem.field, 'header')
  })

test('a carriage return alone ends a line, as old spreadsheets write it', async () => {
  const example = await readFile('examples/contracts.csv', 'utf8')
  assert.deepEqual(await itemsOf(example.replaceAll('\n', '\r')), await itemsOf(example))
  const lines = await readFile('examples/contracts.jsonl', 'utf8')
  assert.deepEqual(await itemsOf(lines.replaceAll('\n', '\r')), await itemsOf(lines))
})

test('the example is read without a problem', async () => {
  const items = await itemsOf(await readFile('examples/contracts.csv'))
  assert.deepEqual(
    items.map((item) => item.kind),
    Array.from({ length: 12 }, () => 'record'),
  )
})
