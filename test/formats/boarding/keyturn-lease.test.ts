// Leases in Keyturn's own files: every field, the documented defaults, and what is refused.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { LeaseContract } from '#src/domain/contract/lease.ts'
import { leaseSchedule } from '#src/domain/contract/lease-schedule.ts'
import { changed, itemsOf, leaseOf, plainLease, problemsOf } from './reading.ts'

const lease = (changes: Record<string, unknown> = {}) => changed(changes, plainLease())

async function contractOf(changes: Record<string, unknown> = {}): Promise<LeaseContract> {
  const [item] = await itemsOf(lease(changes))
  return leaseOf(item).contract
}

test('a plain lease becomes a record with the documented defaults', async () => {
  const [item] = await itemsOf(lease())
  assert.ok(item?.kind === 'record')
  assert.deepEqual(item.warnings, [])
  const record = leaseOf(item)
  assert.equal(record.sourceKey, 'KT60010001')
  assert.deepEqual(record.contract, {
    kind: 'lease',
    grossCapitalizedCost: 1_880_000,
    capitalizedCostReduction: 0,
    adjustedCapitalizedCost: 1_880_000,
    residualValue: 1_235_000,
    payments: 48,
    frequency: 'monthly',
    timing: 'in-advance',
    method: { kind: 'constant-yield', rate: null },
    basePayment: 24_469,
    paymentTaxes: [],
    start: '2026-01-15',
    firstDue: '2026-01-15',
    secondDue: null,
    termMonths: 48,
    rounding: 'half-up',
    signingCharges: [],
    acquisitionFee: 0,
    securityDeposit: 0,
    dispositionFee: 0,
    purchaseOption: null,
    mileage: null,
    lateCharge: null,
    ruleVersion: 'standard',
  })
  assert.equal(record.openingOn, '2026-01-15')
  assert.equal(record.opening.installmentsPaid, 0)
  assert.equal(leaseSchedule(record.contract).installments.at(-1)?.row.balance, 1_235_000)
})

test('in arrears the first payment is due a month after the start', async () => {
  assert.equal((await contractOf({ 'contract.timing': 'in-arrears' })).firstDue, '2026-02-15')
})

/** Each field as written, another value than its default, and what it must become. */
const FULL = {
  grossCapitalizedCost: '39500.00',
  capitalizedCostReduction: '2500.00',
  adjustedCapitalizedCost: '37000.00',
  residualValue: '21000.00',
  payments: 36,
  frequency: 'monthly',
  timing: 'in-arrears',
  method: 'money-factor',
  moneyFactor: '0.00125',
  basePayment: '516.94',
  paymentTaxes: [
    { name: 'State tax', percent: '6.25', citation: 'Clause 5' },
    { name: 'County tax', percent: '0.5', citation: 'Clause 6' },
  ],
  start: '2026-01-15',
  firstDue: '2026-02-20',
  secondDue: '2026-03-05',
  termMonths: 37,
  rounding: 'half-even',
  signingCharges: [{ name: 'Title', amount: '75.00', citation: 'Clause 2' }],
  acquisitionFee: '695.00',
  securityDeposit: '350.00',
  dispositionFee: '395.00',
  purchaseOption: { price: '21000.00', fee: '300.00' },
  mileage: { milesPerYear: 12_000, excessPerMile: '0.25' },
  lateCharge: { graceDays: 10, percent: '5', minimum: '5.00', maximum: '50.00', citation: 'C9' },
  ruleVersion: 'LENDER-2025',
}

const FULL_CONTRACT = {
  kind: 'lease',
  grossCapitalizedCost: 3_950_000,
  capitalizedCostReduction: 250_000,
  adjustedCapitalizedCost: 3_700_000,
  residualValue: 2_100_000,
  payments: 36,
  frequency: 'monthly',
  timing: 'in-arrears',
  method: { kind: 'money-factor', moneyFactorPpb: 1_250_000 },
  basePayment: 51_694,
  paymentTaxes: [
    { name: 'State tax', percentPpb: 62_500_000, citation: 'Clause 5' },
    { name: 'County tax', percentPpb: 5_000_000, citation: 'Clause 6' },
  ],
  start: '2026-01-15',
  firstDue: '2026-02-20',
  secondDue: '2026-03-05',
  termMonths: 37,
  rounding: 'half-even',
  signingCharges: [{ name: 'Title', amount: 7_500, citation: 'Clause 2' }],
  acquisitionFee: 69_500,
  securityDeposit: 35_000,
  dispositionFee: 39_500,
  purchaseOption: { price: 2_100_000, fee: 30_000 },
  mileage: { milesPerYear: 12_000, excessPerMile: 25 },
  lateCharge: {
    graceDays: 10,
    percentPpb: 50_000_000,
    minimum: 500,
    maximum: 5_000,
    citation: 'C9',
  },
  ruleVersion: 'LENDER-2025',
}

const OPENING = {
  on: '2026-09-01',
  installmentsPaid: 7,
  paidTowardNext: '12.34',
  lateCharges: '25.00',
  fees: '15.00',
  suspense: '1.00',
}

test('every field of a lease is read', async () => {
  const history = [
    { kind: 'fee', on: '2026-10-02', amount: '15', name: 'Copy fee', citation: 'Clause 11' },
    { kind: 'payment', on: '2026-09-10', amount: '551.83' },
  ]
  const changes = { contract: { kind: 'lease', ...FULL }, opening: OPENING, history }
  const [item] = await itemsOf(lease(changes))
  assert.ok(item?.kind === 'record')
  assert.deepEqual(item.warnings, [])
  const record = leaseOf(item)
  assert.deepEqual(record.contract, FULL_CONTRACT)
  assert.equal(record.openingOn, '2026-09-01')
  assert.deepEqual(record.opening, {
    installmentsPaid: 7,
    paidTowardNext: 1_234,
    lateCharges: 2_500,
    fees: 1_500,
    suspense: 100,
  })
  const [payment, fee] = record.history
  assert.deepEqual(payment, {
    kind: 'payment',
    effectiveDate: '2026-09-10',
    amount: 55_183,
    extra: 'installments',
    extraAmount: null,
  })
  assert.equal(fee?.kind, 'fee')
})

test('a row of CSV says the same, with numbered columns for lists', async () => {
  const { vehicle, primary, account } = plainLease()
  const cells = {
    account,
    ...flat('contract', { kind: 'lease', ...FULL }),
    ...flat('vehicle', vehicle),
    ...flat('primary', primary),
    ...flat('opening', OPENING),
  }
  const text = `${Object.keys(cells).join(',')}\n${Object.values(cells).join(',')}\n`
  assert.match(text, /contract\.paymentTaxes\.1\.percent/)
  const [row] = await itemsOf(text)
  const [line] = await itemsOf(lease({ contract: { kind: 'lease', ...FULL }, opening: OPENING }))
  assert.ok(row?.kind === 'record' && line?.kind === 'record')
  assert.deepEqual(row.record, line.record)
})

test('loans and leases stand in one table', async () => {
  const header =
    'account,contract.kind,contract.principal,contract.rate,contract.payment,contract.start' +
    ',contract.firstDue,contract.payments,contract.grossCapitalizedCost,contract.residualValue' +
    ',contract.method,contract.basePayment,contract.paymentTaxes.0.name' +
    ',vehicle.vin,vehicle.make,vehicle.model' +
    ',primary.givenName,primary.familyName,primary.identityNumber'
  const people = '1M8GDM9AXKP042788,Aldora,Vista,Marisol,Quintero,987-65-4320'
  const rows = [
    `KT-1,,20000.00,5.49,381.93,2026-01-15,2026-02-15,60,,,,,,${people}`,
    `KT-2,lease,,,,2026-01-15,,48,18800,12350,constant-yield,244.69,,${people}`,
    `KT-3,lease,,,,2026-01-15,,48,18800,12350,constant-yield,244.69,State tax,${people}`,
  ]
  const items = await itemsOf(
    `${header}\n${rows.map((row) => row.replace('KT-', 'KT-000')).join('\n')}\n`,
  )
  assert.deepEqual(
    items.map((item) => (item.kind === 'record' ? item.record.product : item.kind)),
    ['loan', 'lease', 'rejected'],
  )
})

test('a lease that names rules of the lender gets its late charge from them', async () => {
  const named = { 'contract.ruleVersion': 'LENDER-2025' }
  assert.equal((await contractOf(named)).lateCharge?.citation, 'Clause 4')
  assert.equal((await contractOf({ ...named, 'contract.lateCharge': null })).lateCharge, null)
  const early = { ...named, 'contract.start': '2024-12-15' }
  assert.equal((await problemsOf(lease(early)))[0]?.field, 'contract.ruleVersion')
})

test('a printed payment that its method does not give is a warning beyond two cents', async () => {
  const told = async (basePayment: string) => {
    const [item] = await itemsOf(
      lease({ 'contract.rate': '8.49714', 'contract.basePayment': basePayment }),
    )
    assert.ok(item?.kind === 'record')
    return item.warnings
  }
  assert.deepEqual(await told('244.69'), [])
  assert.deepEqual(await told('244.71'), [])
  const [warning] = await told('244.72')
  assert.equal(warning?.field, 'contract.basePayment')
  assert.match(warning?.reason ?? '', /^244\.69 was expected/)
})

test('a payment without rent that was rounded down ends on the residual all the same', async () => {
  const contract = await contractOf({
    'contract.method': 'money-factor',
    'contract.moneyFactor': '0',
    'contract.basePayment': '134.37',
  })
  assert.deepEqual(contract.method, { kind: 'money-factor', moneyFactorPpb: 0 })
  assert.equal(leaseSchedule(contract).installments.at(-1)?.row.balance, 1_235_000)
})

const MONEY_FACTOR = { 'contract.method': 'money-factor', 'contract.moneyFactor': '0.00125' }

const FAULTS: readonly [string, Record<string, unknown>, string][] = [
  ['another kind', { 'contract.kind': 'balloon' }, 'contract.kind'],
  ['a kind that is no text', { 'contract.kind': ['lease'] }, 'contract.kind'],
  ['an unknown field', { 'contract.apr': '5' }, 'contract'],
  ['a field of loans', { 'contract.principal': '18800.00' }, 'contract'],
  ['no payment', { 'contract.basePayment': undefined }, 'contract.basePayment'],
  ['a payment of nothing', { 'contract.basePayment': '0.00' }, 'contract.basePayment'],
  ['no residual', { 'contract.residualValue': undefined }, 'contract.residualValue'],
  ['money as a number', { 'contract.residualValue': 12350 }, 'contract.residualValue'],
  ['no method', { 'contract.method': undefined }, 'contract.method'],
  ['weekly payments', { 'contract.frequency': 'weekly' }, 'contract.frequency'],
  ['more than ten years', { 'contract.payments': 121 }, 'contract.payments'],
  ['a factor in percent', { ...MONEY_FACTOR, 'contract.moneyFactor': '1.25' }, F('moneyFactor')],
  ['a factor as number', { ...MONEY_FACTOR, 'contract.moneyFactor': 0.00125 }, F('moneyFactor')],
  ['a factor of ten', { ...MONEY_FACTOR, 'contract.moneyFactor': '0.1' }, F('moneyFactor')],
  ['no factor', { 'contract.method': 'money-factor' }, F('moneyFactor')],
  ['a factor for a yield', { 'contract.moneyFactor': '0.00125' }, F('moneyFactor')],
  ['a rate for a factor', { ...MONEY_FACTOR, 'contract.rate': '3' }, 'contract.rate'],
  ['a rate above 100 %', { 'contract.rate': '849.7' }, 'contract.rate'],
  ['a start to come', { 'contract.start': '2026-12-01' }, 'contract.start'],
  ['due before the start', { 'contract.firstDue': '2026-01-14' }, 'contract.firstDue'],
  ['due years later', { 'contract.firstDue': '2027-02-15' }, 'contract.firstDue'],
  ['second before first', { 'contract.secondDue': '2026-01-15' }, 'contract.secondDue'],
  ['second years later', { 'contract.secondDue': '2027-02-15' }, 'contract.secondDue'],
  ['a term too short', { 'contract.termMonths': 47 }, 'contract.termMonths'],
  [
    'a cost of nothing',
    { 'contract.capitalizedCostReduction': '18800' },
    F('capitalizedCostReduction'),
  ],
  [
    'costs that disagree',
    { 'contract.adjustedCapitalizedCost': '18799.99' },
    F('adjustedCapitalizedCost'),
  ],
  ['a residual above the cost', { 'contract.residualValue': '18800.01' }, 'contract.residualValue'],
  ['less than the depreciation', { 'contract.basePayment': '134.37' }, 'contract.basePayment'],
  ['a rate beyond reason', { 'contract.basePayment': '15000.00' }, 'contract.basePayment'],
  [
    'a payment far from its factor',
    { ...MONEY_FACTOR, 'contract.basePayment': '400.00' },
    'contract.basePayment',
  ],
  [
    'cents that grow beyond measure',
    { 'contract.rate': '99', 'contract.payments': 120, 'contract.basePayment': '1550' },
    'contract.rate',
  ],
  [
    'cents that grow at a rate that is not printed',
    { 'contract.payments': 120, 'contract.basePayment': '1150' },
    'contract.basePayment',
  ],
  ['eleven taxes', { 'contract.paymentTaxes': Array(11).fill(TAX()) }, 'contract.paymentTaxes'],
  ['taxes as text', { 'contract.paymentTaxes': 'six percent' }, 'contract.paymentTaxes'],
  [
    'a tax without its law',
    { 'contract.paymentTaxes': [{ name: 'State tax', percent: '6' }] },
    'contract.paymentTaxes.0.citation',
  ],
  [
    'a tax above 100 %',
    { 'contract.paymentTaxes': [{ ...TAX(), percent: '101' }] },
    'contract.paymentTaxes.0.percent',
  ],
  [
    'an unknown part of the option',
    { 'contract.purchaseOption': { price: '1', from: '2027' } },
    'contract.purchaseOption',
  ],
  [
    'a million miles',
    { 'contract.mileage': { milesPerYear: 1_000_000, excessPerMile: '0.25' } },
    'contract.mileage.milesPerYear',
  ],
  [
    'a late charge without its clause',
    { 'contract.lateCharge': { graceDays: 10, percent: '5' } },
    'contract.lateCharge.citation',
  ],
  [
    'a late charge above 100 %',
    { 'contract.lateCharge': { graceDays: 10, percent: '150', citation: 'C9' } },
    'contract.lateCharge.percent',
  ],
  ['an opening of a loan', { opening: { ...OPENING, principal: '1.00' } }, 'opening'],
  [
    'too many installments',
    { opening: { ...OPENING, installmentsPaid: 49 } },
    'opening.installmentsPaid',
  ],
  [
    'a whole installment in part',
    { opening: { ...OPENING, paidTowardNext: '244.69' } },
    'opening.paidTowardNext',
  ],
  ['a part of none', { opening: { ...OPENING, installmentsPaid: 48 } }, 'opening.paidTowardNext'],
  ['an opening before the start', { opening: { ...OPENING, on: '2026-01-14' } }, 'opening.on'],
  ['an opening to come', { opening: { ...OPENING, on: '2026-12-01' } }, 'opening.on'],
  [
    'an event of loans',
    { history: [{ kind: 'rate', on: '2026-03-01', rate: '5' }] },
    'history.0.kind',
  ],
  [
    'extra money for principal',
    { history: [{ kind: 'payment', on: '2026-03-01', amount: '5', extra: 'principal' }] },
    'history.0',
  ],
]

function F(field: string): string {
  return `contract.${field}`
}

function TAX() {
  return { name: 'Tax', percent: '6', citation: 'Clause 5' }
}

for (const [what, changes, field] of FAULTS)
  test(`refused: ${what}`, async () => {
    const problems = await problemsOf(lease(changes))
    assert.ok(problems.length > 0)
    assert.ok(
      problems.some((problem) => problem.field === field),
      JSON.stringify(problems),
    )
    for (const { line, reason } of problems) {
      assert.equal(line, 1)
      assert.match(reason, /^[A-Z0-9].*\.$/)
    }
  })

for (const [name, leases] of [
  ['leases.jsonl', 3],
  ['leases.csv', 2],
] as const)
  test(`the example ${name} is read without a problem`, async () => {
    const items = await itemsOf(await readFile(`examples/${name}`))
    assert.deepEqual(
      items.map((item) => (item.kind === 'record' ? item.warnings : item)),
      Array.from({ length: leases }, () => []),
    )
    for (const item of items) leaseSchedule(leaseOf(item).contract)
  })

/** Cells by their column: parts by name, lines of a list by number. */
function flat(path: string, part: object): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(part).map(([name, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? flat(`${path}.${name}`, value)
        : { [`${path}.${name}`]: String(value) },
    ),
  )
}
