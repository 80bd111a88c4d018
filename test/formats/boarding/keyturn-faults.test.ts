// Each fault of a Keyturn contract is refused with the field that holds it and a sentence that
// helps.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changed, itemsOf, problemsOf } from './reading.ts'

/** Field changes, and the field whose problem must be told. */
const FAULTS: readonly [string, Record<string, unknown>, string][] = [
  ['a missing part', { primary: undefined }, 'primary'],
  ['a missing field', { 'contract.rate': undefined }, 'contract.rate'],
  ['an unknown field', { 'contract.color': 'blue' }, 'contract'],
  ['money as a number', { 'contract.principal': 20000 }, 'contract.principal'],
  ['three decimals', { 'contract.principal': '20000.001' }, 'contract.principal'],
  ['negative money', { 'contract.payment': '-381.93' }, 'contract.payment'],
  ['no principal', { 'contract.principal': '0.00' }, 'contract.principal'],
  ['a rate with a sign', { 'contract.rate': '5.49%' }, 'contract.rate'],
  ['a rate above 100 %', { 'contract.rate': '549' }, 'contract.rate'],
  ['a day that does not exist', { 'contract.firstDue': '2026-02-30' }, 'contract.firstDue'],
  ['an American date', { 'contract.start': '01/15/2026' }, 'contract.start'],
  ['no installments', { 'contract.payments': 0 }, 'contract.payments'],
  ['half an installment', { 'contract.payments': 60.5 }, 'contract.payments'],
  ['an unknown day count', { 'contract.dayCount': 'actual/364' }, 'contract.dayCount'],
  [
    'a bucket twice',
    { 'contract.waterfall': ['interest', 'interest', 'fees', 'principal'] },
    'contract.waterfall',
  ],
  ['a bucket too few', { 'contract.waterfall': ['interest', 'principal'] }, 'contract.waterfall'],
  [
    'an uncited late charge',
    { 'contract.lateCharge': { graceDays: 10, percent: '5' } },
    'contract.lateCharge.citation',
  ],
  ['first due before the start', { 'contract.firstDue': '2026-01-15' }, 'contract.firstDue'],
  ['first due years later', { 'contract.firstDue': '2028-01-15' }, 'contract.firstDue'],
  [
    'a start in the future',
    { 'contract.start': '2026-12-01', 'contract.firstDue': '2027-01-01' },
    'contract.start',
  ],
  ['installments that never repay', { 'contract.payment': '90.00' }, 'contract.payment'],
  ['a balloon', { 'contract.payment': '300.00' }, 'contract.payment'],
  ['a term beyond a life', { 'contract.payments': 600 }, 'contract.payments'],
  ['a short VIN', { 'vehicle.vin': '1M8GDM9AXKP04278' }, 'vehicle.vin'],
  ['a VIN with an O', { 'vehicle.vin': '1M8GDM9AXKPO42788' }, 'vehicle.vin'],
  ['an SSN never issued', { 'primary.identityNumber': '666-12-3456' }, 'primary.identityNumber'],
  ['eight digits', { 'primary.identityNumber': '12345678' }, 'primary.identityNumber'],
  ['a formula for a name', { 'primary.familyName': '=cmd()' }, 'primary.familyName'],
  ['a zero character', { 'primary.familyName': 'Quin\u0000tero' }, 'primary.familyName'],
  ['half a surrogate pair', { 'primary.familyName': 'Quin\ud800' }, 'primary.familyName'],
  ['text that turns around', { 'primary.familyName': '\u202eoretniuQ' }, 'primary.familyName'],
  ['two e-mail addresses', { 'primary.email': 'a@b.example, c@d.example' }, 'primary.email'],
  ['a header in an address', { 'primary.email': 'a@b.example\nBcc: c@d.example' }, 'primary.email'],
  ['a phone without country', { 'primary.phone': '2075550134' }, 'primary.phone'],
  ['an unknown language', { 'primary.locale': 'fr' }, 'primary.locale'],
  ['born after signing', { 'primary.birthDate': '2026-05-01' }, 'primary.birthDate'],
  [
    'one person twice',
    { co: { givenName: 'A', familyName: 'B', identityNumber: '987-65-4320' } },
    'co.identityNumber',
  ],
  ['a short account number', { account: 'K' }, 'account'],
  ['an account number with a quote', { account: "KT'; drop" }, 'account'],
  ['an unknown past event', { history: [{ kind: 'refund', on: '2026-03-01' }] }, 'history.0.kind'],
  [
    'a past event to come',
    { history: [{ kind: 'rate', on: '2026-12-24', rate: '5' }] },
    'history.0.on',
  ],
  [
    'a past event too early',
    { history: [{ kind: 'rate', on: '2026-01-14', rate: '5' }] },
    'history.0.on',
  ],
]

for (const [what, changes, field] of FAULTS)
  test(`refused: ${what}`, async () => {
    const problems = await problemsOf(changed(changes))
    assert.deepEqual([...new Set(problems.map((problem) => problem.field))], [field])
    for (const { line, reason } of problems) {
      assert.equal(line, 1)
      assert.match(reason, /^[A-Z].*\.$/)
    }
  })

const OPENING = {
  on: '2026-09-01',
  principal: '17000.00',
  interestPaidThrough: '2026-08-20',
  installmentsPaid: 7,
}

test('an opening position is taken over as it is', async () => {
  const opening = { ...OPENING, lateCharges: '25.00', paidTowardNext: '12.34' }
  const [item] = await itemsOf(changed({ opening }))
  assert.ok(item?.kind === 'record')
  assert.equal(item.record.openingOn, '2026-09-01')
  assert.deepEqual(item.record.opening, {
    principal: 1_700_000,
    interest: 0,
    lateCharges: 2500,
    fees: 0,
    suspense: 0,
    interestPaidThrough: '2026-08-20',
    installmentsPaid: 7,
    paidTowardNext: 1234,
  })
})

const OPENING_FAULTS: readonly [string, Record<string, unknown>, string][] = [
  ['more principal than ever', { principal: '20000.01' }, 'opening.principal'],
  ['a day before the start', { on: '2026-01-14', interestPaidThrough: '2026-01-14' }, 'opening.on'],
  ['a day to come', { on: '2026-12-01' }, 'opening.on'],
  ['interest paid beyond it', { interestPaidThrough: '2026-09-02' }, 'opening.interestPaidThrough'],
  [
    'interest paid before the start',
    { interestPaidThrough: '2026-01-01' },
    'opening.interestPaidThrough',
  ],
  ['too many installments', { installmentsPaid: 61 }, 'opening.installmentsPaid'],
  ['a whole installment in part', { paidTowardNext: '381.93' }, 'opening.paidTowardNext'],
]

for (const [what, changes, field] of OPENING_FAULTS)
  test(`refused in an opening position: ${what}`, async () => {
    const problems = await problemsOf(changed({ opening: { ...OPENING, ...changes } }))
    assert.ok(problems.some((problem) => problem.field === field))
  })
