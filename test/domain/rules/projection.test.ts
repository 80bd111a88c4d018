// What comes next: the schedule ahead by the same law as the ledger.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { positionOn } from '#src/domain/account/replay.ts'
import { date } from '#src/domain/calendar.ts'
import { amortize } from '#src/domain/contract/amortization.ts'
import { cents, sum } from '#src/domain/money.ts'
import { interestSaved, project } from '#src/domain/rules/projection.ts'
import { storyLedger } from '#test/support/story-ledger.ts'

const today = date('2026-11-24')

const positionOf = (number: string) => positionOn(storyLedger(number, today), today)

test('a new loan that is paid as agreed follows its schedule to the cent', () => {
  const position = positionOf('1048264474')
  const plan = project(position, { on: today, extraEach: cents(0) })
  const signed = amortize(position.contract, 'daily')
  assert.deepEqual(
    plan.rows.map(({ due, payment, interest, principal, balance }) => ({
      due,
      payment,
      interest,
      principal,
      balance,
    })),
    signed.map(({ due, payment, interest, principal, balance }) => ({
      due,
      payment,
      interest,
      principal,
      balance,
    })),
  )
  assert.equal(plan.lastDue, signed.at(-1)?.due)
})

test('extra each month ends sooner and costs less; all principal is repaid either way', () => {
  const position = positionOf('1048264417')
  const plain = project(position, { on: today, extraEach: cents(0) })
  const more = project(position, { on: today, extraEach: cents(10_000) })
  assert.ok(more.interest < plain.interest)
  assert.ok(more.lastDue && plain.lastDue && more.lastDue < plain.lastDue)
  for (const { rows } of [plain, more])
    assert.equal(sum(rows.map((row) => row.principal)), position.principal)
  assert.ok(interestSaved(position, { on: today, extra: cents(15_000) }) > 0)
})

test('a late account catches up with its charges and still ends', () => {
  const position = positionOf('1048264433')
  assert.ok(position.lateCharges > 0)
  const plan = project(position, { on: today, extraEach: cents(0) })
  assert.equal(plan.lastDue, amortize(position.contract, 'daily').at(-1)?.due)
})
