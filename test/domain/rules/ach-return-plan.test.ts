// What is done about a return, by code, try and the lender's choices; and the days that operators
// write.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { dateOfSettlement, returnPlan } from '#src/domain/rules/ach-return-plan.ts'

type Of = Parameters<typeof returnPlan>[0]

const FIRST: Of = {
  code: 'R01',
  returnedOn: date('2026-12-08'),
  settledOn: date('2026-12-07'),
  originalEffective: date('2026-12-07'),
  attempt: 1,
  sendOn: date('2026-12-08'),
  choices: { retries: 2, retryAfterDays: 0, retryOnDays: [] },
}

const retry = (of: Partial<Of>, choices: Partial<Of['choices']> = {}) => {
  const plan = returnPlan({ ...FIRST, ...of, choices: { ...FIRST.choices, ...choices } })
  return plan.retry && [plan.retry.attempt, plan.retry.sendOn, plan.retry.on]
}

test('R01 and R09 go again at the next cutoff, twice at most, others never', () => {
  assert.deepEqual(retry({}), [2, '2026-12-08', '2026-12-09'])
  assert.deepEqual(retry({ code: 'R09', attempt: 2 }), [3, '2026-12-08', '2026-12-09'])
  assert.equal(retry({ attempt: 3 }), null)
  assert.equal(retry({ code: 'R02' }), null)
})

test('the lender may switch tries off, wait, or choose the days on which they settle', () => {
  assert.equal(retry({}, { retries: 0 }), null)
  assert.equal(retry({ attempt: 2 }, { retries: 1 }), null)
  assert.deepEqual(retry({}, { retryAfterDays: 3 }), [2, '2026-12-11', '2026-12-14'])
  assert.deepEqual(retry({}, { retryOnDays: [15, 31] }), [2, '2026-12-14', '2026-12-15'])
})

test('no try after 180 days from the first one', () => {
  const originalEffective = date('2026-06-11')
  assert.deepEqual(retry({ originalEffective, attempt: 2 }), [3, '2026-12-08', '2026-12-09'])
  assert.equal(retry({ originalEffective: date('2026-06-10'), attempt: 2 }), null)
})

test('late: after two banking days, or 60 days where the customer denies it', () => {
  const isLate = (of: Partial<Of>) => returnPlan({ ...FIRST, ...of }).isLate
  assert.equal(isLate({ returnedOn: date('2026-12-09') }), false)
  assert.equal(isLate({ returnedOn: date('2026-12-10') }), true)
  assert.equal(isLate({ code: 'R10', returnedOn: date('2027-02-05') }), false)
  assert.equal(isLate({ code: 'R10', returnedOn: date('2027-02-06') }), true)
  assert.equal(isLate({ code: 'R06', returnedOn: date('2027-02-06') }), false)
})

test('a day of the year is that of this year, or of the last one early in January', () => {
  const on = date('2027-01-04')
  assert.equal(dateOfSettlement('365', on), '2026-12-31')
  assert.equal(dateOfSettlement('004', on), '2027-01-04')
  assert.equal(dateOfSettlement('012', on), '2026-01-12')
  assert.equal(dateOfSettlement('366', date('2024-12-31')), '2024-12-31')
  for (const text of ['', '000', '367', ' 12', 'abc'])
    assert.equal(dateOfSettlement(text, on), null)
})
