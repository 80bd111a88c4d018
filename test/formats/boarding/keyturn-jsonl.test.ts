import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { ContractRules } from '#src/domain/contract/contract-rules.ts'
import { changed, itemsOf, loanOf, problemsOf, RULES } from './reading.ts'

test('a plain contract becomes a record with the documented defaults', async () => {
  const [item] = await itemsOf(changed({}))
  assert.ok(item?.kind === 'record')
  assert.deepEqual(item.warnings, [])
  const record = loanOf(item)
  assert.equal(record.sourceKey, 'KT50010001')
  assert.deepEqual(record.contract, {
    kind: 'loan',
    principal: 2_000_000,
    rate: 54_900_000,
    start: '2026-01-15',
    firstDue: '2026-02-15',
    payments: 60,
    payment: 38_193,
    frequency: 'monthly',
    dayCount: 'actual/365',
    yearEnd: 'old',
    rounding: 'half-up',
    dailyRateDecimals: null,
    carryFractions: false,
    waterfall: ['interest', 'principal', 'lateCharges', 'fees'],
    smallRemainder: 0,
    lateCharge: null,
    ruleVersion: 'standard',
  })
  assert.equal(record.openingOn, '2026-01-15')
  assert.equal(record.opening.principal, 2_000_000)
  assert.equal(record.obligors[0]?.identityNumber, '987654320')
})

test('a contract that names rules of the lender gets what it leaves out from them', async () => {
  const named = { 'contract.ruleVersion': 'LENDER-2025' }
  const [item] = await itemsOf(changed(named))
  assert.ok(item?.kind === 'record')
  const { waterfall, smallRemainder, lateCharge } = loanOf(item).contract
  assert.deepEqual({ waterfall, smallRemainder, lateCharge }, pick(RULES[1]))
  const own = { ...named, 'contract.lateCharge': null, 'contract.smallRemainder': '1.00' }
  const [stated] = await itemsOf(changed(own))
  assert.ok(stated?.kind === 'record')
  assert.equal(loanOf(stated).contract.lateCharge, null)
  assert.equal(loanOf(stated).contract.smallRemainder, 100)
})

test('rules that nobody has, or that came after the signing, are refused', async () => {
  const unknown = await problemsOf(changed({ 'contract.ruleVersion': 'LENDER-2024' }))
  assert.deepEqual(unknown, [
    {
      line: 1,
      field: 'contract.ruleVersion',
      reason: "The lender's file has no contract rules of this name.",
    },
  ])
  const early = await problemsOf(
    changed({
      'contract.ruleVersion': 'LENDER-2025',
      'contract.start': '2024-12-15',
      'contract.firstDue': '2025-01-15',
    }),
  )
  assert.match(early[0]?.reason ?? '', /took effect on 2025-01-01, after the contract began/)
})

function pick(rules: ContractRules | undefined) {
  assert(rules)
  const { waterfall, smallRemainder, lateCharge } = rules
  return { waterfall, smallRemainder, lateCharge }
}

test('extensions, a charge-off and what the vehicle brought come with the history', async () => {
  const history = [
    { kind: 'extension', on: '2026-03-15', months: 2, reason: 'Asked for' },
    { kind: 'chargeOff', on: '2026-08-31', reason: '120 days past due' },
    { kind: 'proceeds', on: '2026-10-02', amount: '9000', source: 'repossessionSale' },
  ]
  const [item] = await itemsOf(changed({ history }))
  assert.ok(item?.kind === 'record')
  assert.deepEqual(
    item.record.history.map(({ kind }) => kind),
    ['extension', 'chargeOff', 'proceeds'],
  )
  const [sale] = history.slice(2)
  const problems = await problemsOf(changed({ history: [{ ...sale, expenses: '9000.01' }] }))
  assert.equal(problems[0]?.field, 'history.0.expenses')
  const tooLong = await problemsOf(changed({ history: [{ ...history[0], months: 25 }] }))
  assert.equal(tooLong[0]?.field, 'history.0.months')
})

test('history comes in the order of its dates, with the names of the domain', async () => {
  const history = [
    { kind: 'payment', on: '2026-03-15', amount: '381.93', extra: 'installments' },
    { kind: 'rate', on: '2026-02-20', rate: '5.00' },
    { kind: 'fee', on: '2026-03-01', amount: '15', name: 'Title copy', citation: 'Section 7' },
  ]
  const [item] = await itemsOf(changed({ history }))
  assert.ok(item?.kind === 'record')
  assert.deepEqual(item.record.history, [
    { kind: 'rate', effectiveDate: '2026-02-20', rate: 50_000_000 },
    {
      kind: 'fee',
      effectiveDate: '2026-03-01',
      amount: 1500,
      name: 'Title copy',
      citation: 'Section 7',
    },
    {
      kind: 'payment',
      effectiveDate: '2026-03-15',
      amount: 38_193,
      extra: 'installments',
      extraAmount: null,
    },
  ])
})

test('an unlikely installment and a wrong check digit are warnings, not refusals', async () => {
  const text = changed({ 'contract.payment': '391.93', 'vehicle.vin': '1M8GDM9A0KP042788' })
  const [item] = await itemsOf(text)
  assert.ok(item?.kind === 'record')
  assert.deepEqual(
    item.warnings.map((warning) => warning.field),
    ['contract.payment', 'vehicle.vin'],
  )
  assert.match(item.warnings[0]?.reason ?? '', /381\.\d\d/)
})

test('a bad line costs that line only, and every line keeps its number', async () => {
  const good = changed({})
  const items = await itemsOf(`${good}{"account": \n\n${good.slice(0, -2)}\n${good}`)
  assert.deepEqual(
    items.map((item) => (item.kind === 'unreadable' ? item : [item.kind, item.line])),
    [
      ['record', 1],
      ['rejected', 2],
      ['rejected', 4],
      ['record', 5],
    ],
  )
})

test('lines that are not text are refused one by one', async () => {
  const good = Buffer.from(changed({}))
  const zero = Buffer.from('{"account":"\u0000"}\n')
  const bad = Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a])
  const padding = Buffer.alloc(5000, ' ')
  const items = await itemsOf(Buffer.concat([good, padding, good, zero, bad, good]))
  assert.deepEqual(
    items.map((item) => item.kind),
    ['record', 'record', 'rejected', 'rejected', 'record'],
  )
})

test('a byte order mark and Windows line ends are read', async () => {
  const items = await itemsOf(`\ufeff${changed({}).trim()}\r\n${changed({}).trim()}\r\n`)
  assert.deepEqual(
    items.map((item) => item.kind),
    ['record', 'record'],
  )
})

test('deep nesting and a prototype in disguise are refused', async () => {
  const deep = `{"account":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`
  assert.equal((await problemsOf(deep))[0]?.field, 'account')
  const disguised = changed({}).replace('{', '{"__proto__":{"account":"KT-0000-0000"},')
  const [item] = await itemsOf(disguised)
  assert.equal(item?.kind, 'rejected')
})

test('the examples are read without a problem', async () => {
  const items = await itemsOf(await readFile('examples/contracts.jsonl'))
  assert.equal(items.length, 12)
  assert.deepEqual(
    items.filter((item) => item.kind !== 'record' || item.warnings.length > 0),
    [],
  )
})
