import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { LeaseRecord } from '#src/domain/account/boarding.ts'
import { leaseDueDate, scheduledEnd } from '#src/domain/contract/lease.ts'
import { depreciationOf, priceOf } from '#src/domain/contract/lease-payment.ts'
import { toDecimal } from '#src/domain/fraction.ts'
import type { BoardingItem } from '#src/formats/boarding/boarding-item.ts'
import { itemsOf } from './reading.ts'

// SEC EDGAR, Form ABS-EE, EX-102, Ford Credit Auto Lease Trust 2017-A, period ending 2017-02-28.
const NAME = 'fcalt-2017-a_2017-02.xml'
const filing = await readFile(`examples/abs-ee/${NAME}`, 'utf8')

async function read(changes: Record<string, string> = {}): Promise<BoardingItem> {
  const [item, ...others] = await itemsOf(changed(changes), { name: NAME })
  assert.ok(item)
  assert.deepEqual(others, [])
  return item
}

/** The filing with elements changed; an empty value removes one, an unknown name adds one. */
function changed(changes: Record<string, string>): string {
  return Object.entries(changes).reduce((text, [element, value]) => {
    const next = value === '' ? '' : `<${element}>${value}</${element}>`
    const pattern = new RegExp(`<${element}>[^<]*</${element}>`)
    return pattern.test(text)
      ? text.replace(pattern, next)
      : text.replace('</assets>', `${next}</assets>`)
  }, filing)
}

async function lease(
  changes: Record<string, string> = {},
): Promise<LeaseRecord & { told: string[] }> {
  const item = await read(changes)
  assert.ok(item.kind === 'record' && item.record.product === 'lease')
  return { ...item.record, told: item.warnings.map(({ field }) => field) }
}

test('contract, position and the month of a lease are as filed', async () => {
  const record = await lease()
  assert.deepEqual(record.told, [])
  assert.equal(record.sourceKey, 'fcalt-2017-a/66758007126')
  assert.deepEqual(record.vehicle, { vin: null, modelYear: 2016, make: 'LINC', model: 'MKZ' })
  assert.deepEqual(record.obligors, [])
  const { contract } = record
  assert.equal(contract.grossCapitalizedCost, 3_444_440)
  assert.equal(contract.adjustedCapitalizedCost, 3_444_440)
  assert.equal(contract.residualValue, 2_396_250)
  assert.deepEqual([contract.payments, contract.termMonths], [36, 36])
  assert.equal(contract.basePayment, 32_744)
  // 327.44 x 1.09 is the next amount due: the tax is not named, and not inferred.
  assert.deepEqual(contract.paymentTaxes, [])
  assert.equal(contract.timing, 'in-advance')
  assert.deepEqual(
    [contract.start, contract.firstDue, contract.secondDue],
    ['2015-08-02', '2015-08-02', null],
  )
  // Paid through 2017-03-02, and 18 months to the end of the term.
  assert.deepEqual(record.opening, {
    installmentsPaid: 18,
    paidTowardNext: 0,
    lateCharges: 0,
    fees: 0,
    suspense: 0,
  })
  assert.equal(record.openingOn, '2017-02-01')
  assert.equal(leaseDueDate(contract, 20), '2017-03-02')
  assert.equal(scheduledEnd(contract), '2018-08-02')
  assert.deepEqual(record.history, [
    {
      kind: 'payment',
      effectiveDate: '2017-02-28',
      amount: 32_744,
      extra: 'installments',
      extraAmount: null,
    },
  ])
})

test('the rate that no filing names is solved from cost, residual and payments', async () => {
  const { contract } = await lease()
  assert.equal(depreciationOf(contract), 1_048_190)
  const price = priceOf(contract)
  assert.ok(price.kind === 'constant-yield')
  assert.equal(toDecimal(price.rate, 5), '0.01498')
})

test('a late lease owes from its oldest unpaid due date', async () => {
  const late = { currentDelinquencyStatus: '40', totalActualAmountPaid: '0' }
  const { contract, opening, history } = await lease(late)
  // 40 days before 2017-02-28.
  assert.equal(contract.firstDue, '2015-08-19')
  assert.equal(opening.installmentsPaid, 17)
  assert.equal(leaseDueDate(contract, 18), '2017-01-19')
  assert.deepEqual(history, [])
})

test('money paid ahead, and a part of an installment, stand where the filing has them', async () => {
  const ahead = await lease({ paidThroughDate: '06-02-2017', totalActualAmountPaid: '1300.00' })
  // 22 installments less 1,300.00 of this month: 18 and a part.
  assert.equal(ahead.opening.installmentsPaid, 18)
  assert.equal(ahead.opening.paidTowardNext, 22 * 32_744 - 130_000 - 18 * 32_744)
})

test('money given back is told and counts as nothing paid', async () => {
  const { history, told } = await lease({ totalActualAmountPaid: '-50.00' })
  assert.deepEqual(history, [])
  assert.deepEqual(told, ['totalActualAmountPaid'])
})

test('months granted move the due dates, so that the months remaining agree', async () => {
  const { contract, opening, told } = await lease({ remainingTermNumber: '20' })
  assert.equal(contract.secondDue, '2015-11-02')
  assert.equal(scheduledEnd(contract), '2018-10-02')
  assert.equal(leaseDueDate(contract, 18), '2017-03-02')
  assert.equal(opening.installmentsPaid, 16)
  assert.deepEqual(told, [])
})

test('a payment at signing that the filing does not name is the first', async () => {
  const { contract, told } = await lease({
    originationDate: '07/2015',
    remainingTermNumber: '17',
  })
  assert.equal(contract.firstDue, '2015-07-02')
  assert.equal(scheduledEnd(contract), '2018-07-02')
  assert.deepEqual(told, [])
})

test('what the account cannot show is told', async () => {
  assert.deepEqual((await lease({ remainingTermNumber: '16' })).told, ['remainingTermNumber'])
  assert.deepEqual((await lease({ terminationIndicator: '2' })).told, ['terminationIndicator'])
})

const FAULTS: readonly [element: string, value: string][] = [
  ['assetNumber', ''],
  ['acquisitionCost', ''],
  ['acquisitionCost', '0'],
  ['contractResidualValue', ''],
  ['contractResidualValue', '1e4'],
  ['originalLeaseTermNumber', '0'],
  ['originalLeaseTermNumber', '121'],
  ['originalFirstPaymentDate', ''],
  ['reportingPeriodScheduledPaymentAmount', '0'],
  ['reportingPeriodEndDate', '01-31-2017'],
  ['reportingPeriodEndDate', '02-29-2017'],
  ['paymentTypeCode', '4'],
  ['paidThroughDate', '2017-03-02'],
]

for (const [element, value] of FAULTS)
  test(`refused: ${element} ${value === '' ? 'absent' : `= ${value}`}`, async () => {
    const item = await read({ [element]: value })
    assert.ok(item.kind === 'rejected')
    assert.deepEqual(
      item.problems.map(({ field }) => field),
      [element],
    )
  })

const TERMS: readonly [string, Record<string, string>, string][] = [
  ['a residual above the cost', { contractResidualValue: '40000' }, 'contract.residualValue'],
  [
    'payments below the depreciation',
    { reportingPeriodScheduledPaymentAmount: '290' },
    'contract.basePayment',
  ],
  [
    'payments that no rate explains',
    { reportingPeriodScheduledPaymentAmount: '34000' },
    'contract.basePayment',
  ],
  ['a period to come', { reportingPeriodEndDate: '02-28-2027' }, 'history.0.on'],
]

for (const [what, changes, field] of TERMS)
  test(`refused: ${what}`, async () => {
    const item = await read(changes)
    assert.ok(item.kind === 'rejected')
    assert.deepEqual(
      item.problems.map((problem) => problem.field),
      [field],
    )
  })

test('loans under the name of leases are refused one by one', async () => {
  const loans = await readFile('examples/abs-ee/amcar-2017-1_2017-06.xml', 'utf8')
  const items = await itemsOf(loans.replace('autoloan/assetdata', 'autolease/assetdata'), {
    name: NAME,
  })
  assert.deepEqual(
    items.map(({ kind }) => kind),
    ['rejected', 'rejected', 'rejected', 'rejected'],
  )
})
