// The demo's book tells its stories on whatever day it is planted, and the same ones each time.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { book } from '#seeds/book.ts'
import { extend } from '#src/domain/account/extend.ts'
import { type AccountLedger, leaseLedger, loanLedger } from '#src/domain/account/ledger.ts'
import { positionOn } from '#src/domain/account/replay.ts'
import { addDays, addMonths, type CivilDate, date } from '#src/domain/calendar.ts'
import { daysPastDue, nextInstallment } from '#src/domain/rules/installments.ts'
import {
  leaseDaysPastDue,
  leaseInstallmentsPaid,
  nextLeaseInstallment,
  prepaidOn,
} from '#src/domain/rules/lease-position.ts'
import { boardingFacts } from '#src/servicing/boarding/boarding-facts.ts'

const DAYS = ['2026-11-24', '2027-02-28', '2028-02-29', '2028-12-31'].map(date)

function ledgerOf(username: string, today: CivilDate): AccountLedger {
  const story = book(today).find(({ usernames }) => usernames.includes(username))
  assert.ok(story, `${username} has a story`)
  let ids = 0
  const newId = () => `event-${ids++}`
  return extend([], boardingFacts(story.record), { through: today, postedAt: '', newId }).ledger
}

test('the same day gives the same book', () => {
  for (const today of DAYS) assert.deepEqual(book(today), book(today))
})

for (const today of DAYS) {
  test(`${today}: a lease in month 34 of 36 is current`, () => {
    const { contract, position } = leaseLedger(ledgerOf('hollis.vane', today))
    assert.ok(addMonths(contract.start, 33) <= today && today < addMonths(contract.start, 34))
    assert.deepEqual([contract.payments, leaseInstallmentsPaid(position)], [36, 34])
    assert.equal(leaseDaysPastDue(position, today), 0)
    assert.equal(contract.method.kind, 'money-factor')
    assert.ok(contract.purchaseOption && contract.mileage && contract.dispositionFee > 0)
    assert.deepEqual([position.lateCharges, position.fees, position.suspense], [0, 0, 0])
  })

  test(`${today}: a lease paid ahead has part of its fifteenth payment`, () => {
    const { position } = leaseLedger(ledgerOf('ines.calder', today))
    assert.equal(leaseInstallmentsPaid(position), 14)
    const next = nextLeaseInstallment(position)
    assert.ok(next && next.amount < next.total && next.due > addDays(today, 60))
    assert.equal(prepaidOn(position, today), 100_000)
  })

  test(`${today}: an extended loan is current on its new dates`, () => {
    const ledger = loanLedger(ledgerOf('mira.solberg', today))
    const position = positionOn(ledger, today)
    assert.equal(position.contract.extensions?.[0]?.months, 2)
    assert.equal(daysPastDue(position, today), 0)
    const next = nextInstallment(position, today)
    assert.ok(next && next.due > today && next.due < addDays(today, 20))
    assert.equal(position.lateCharges, 0)
  })

  test(`${today}: a charged-off loan owes what the sale left`, () => {
    const ledger = loanLedger(ledgerOf('wade.torrance', today))
    const { chargedOff, principal } = positionOn(ledger, today)
    assert.equal(principal, 0)
    assert.ok(chargedOff !== null && chargedOff > 0)
    const kinds = ledger.steps.map(({ event }) => event.payload.kind)
    assert.deepEqual(kinds.slice(-2), ['chargeOff', 'proceeds'])
  })
}
