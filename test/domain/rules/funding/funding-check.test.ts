import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { date } from '#src/domain/calendar.ts'
import { isBankingDay } from '#src/domain/regions/us-banking-days.ts'
import {
  barsEverybody,
  type CheckEntry,
  checkSettles,
  checkStep,
  DEPOSIT_PAIRS,
  depositPair,
  depositsUntil,
  depositText,
  failureKind,
  firstUseOn,
  fundingRefusal,
  mayCheckAgain,
  parseDeposit,
} from '#src/domain/rules/funding/funding-check.ts'

const sent = (effective: string): CheckEntry => ({
  state: 'inFile',
  sendOn: date('2026-11-24'),
  effective: date(effective),
  returnCode: null,
})

test('the days of both checks around Thanksgiving', () => {
  const sendOn = date('2026-11-24')
  const [prenote, deposits] = (['prenote', 'microDeposits'] as const).map((method) => ({
    method,
    settlesOn: checkSettles({ method, creditDays: 2 }, sendOn),
  }))
  assert.ok(prenote && deposits)
  assert.deepEqual([prenote.settlesOn, firstUseOn(prenote)], ['2026-11-25', '2026-12-01'])
  // Thursday is a holiday: two banking days after Tuesday is Friday.
  assert.deepEqual([deposits.settlesOn, firstUseOn(deposits)], ['2026-11-27', '2026-11-27'])
  assert.equal(depositsUntil(deposits.settlesOn), '2026-12-11')
})

test('nothing is taken from an account before its check is over, and the refusal names the day', () => {
  const check = { method: 'prenote', settlesOn: date('2026-11-25') } as const
  const checking = { state: 'checking', check } as const
  assert.deepEqual(fundingRefusal(checking, date('2026-11-30')), {
    code: 'bankAccountNotYet',
    firstUse: '2026-12-01',
  })
  assert.equal(fundingRefusal(checking, date('2026-12-01')), null)
  const far = date('2027-06-01')
  assert.equal(fundingRefusal({ state: 'verified', check: null }, date('2026-11-24')), null)
  assert.equal(fundingRefusal({ state: 'stopped', check }, far)?.code, 'bankAccountStopped')
  for (const state of ['unverified', 'failed', 'checking'] as const)
    assert.equal(fundingRefusal({ state, check: null }, far)?.code, 'bankAccountNotVerified')
})

test('the first day of use is a banking day, at least three after a prenote settled', () => {
  const day = fc.integer({ min: 0, max: 3_000 }).map((days) => {
    return date(new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
  })
  const method = fc.constantFrom('prenote' as const, 'microDeposits' as const)
  fc.assert(
    fc.property(day, method, (sendOn, of) => {
      const settlesOn = checkSettles({ method: of, creditDays: 1 }, sendOn)
      const firstUse = firstUseOn({ method: of, settlesOn })
      assert.ok(isBankingDay(settlesOn) && isBankingDay(firstUse))
      assert.ok(settlesOn > sendOn && firstUse >= settlesOn)
      if (of === 'prenote')
        assert.ok(Date.parse(firstUse) - Date.parse(settlesOn) >= 3 * 86_400_000)
    }),
  )
})

test('every pair of deposits comes once in each order, differs, and is under a dollar each', () => {
  const pairs = Array.from({ length: DEPOSIT_PAIRS }, (_, draw) => depositPair(draw))
  for (const [first, second] of pairs) {
    assert.notEqual(first, second)
    assert.ok(Math.min(first, second) >= 1 && Math.max(first, second) <= 99)
    assert.ok(first + second < 200)
  }
  assert.equal(new Set(pairs.map((pair) => pair.join())).size, DEPOSIT_PAIRS)
  assert.equal(new Set(pairs.map(depositText)).size, DEPOSIT_PAIRS / 2)
  assert.equal(depositText([42, 7]), depositText([7, 42]))
})

test('an amount under a dollar is read as people type it', () => {
  const amounts: [string, number | null][] = [
    ['0.07', 7],
    ['.07', 7],
    ['$0.07', 7],
    ['$ .5', 50],
    ['0,42', 42],
    ['7', 7],
    ['07', 7],
    ['99', 99],
    ['0', null],
    ['0.00', null],
    ['1.00', null],
    ['100', null],
    ['-7', null],
    ['', null],
    ['.', null],
    ['0.075', null],
    ['seven', null],
  ]
  for (const [text, amount] of amounts) assert.equal(parseDeposit(text), amount, text)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), (amount) => {
      assert.equal(parseDeposit((amount / 100).toFixed(2)), amount)
      assert.equal(parseDeposit(String(amount)), amount)
    }),
  )
})

test('a prenote passes on its first day of use, and not while it is in no file', () => {
  const check = {
    method: 'prenote',
    settlesOn: date('2026-11-25'),
    told: 'no',
    creditDays: 1,
  } as const
  const step = (entry: CheckEntry, today: string) =>
    checkStep(check, { entries: [entry], today: date(today) })
  const entry = sent('2026-11-25')
  assert.equal(step(entry, '2026-11-30').kind, 'waits')
  assert.equal(step(entry, '2026-12-01').kind, 'passed')
  // Our bank was out: what waits cannot have been announced, whatever the day.
  const waiting = { ...entry, state: 'waiting', effective: null } as const
  assert.deepEqual(step(waiting, '2026-12-01'), { kind: 'waits', settlesOn: '2026-12-02' })
  const late = sent('2026-11-30')
  assert.deepEqual(step(late, '2026-12-01'), { kind: 'waits', settlesOn: '2026-11-30' })
  assert.equal(step(late, '2026-12-03').kind, 'passed')
  const returned = { ...entry, state: 'returned', returnCode: 'R03' } as const
  assert.deepEqual(step(returned, '2026-12-01'), { kind: 'failed', reason: 'R03' })
  const withdrawn = { ...waiting, state: 'withdrawn' } as const
  assert.deepEqual(step(withdrawn, '2026-12-01'), { kind: 'failed', reason: 'notSent' })
})

test('deposits are told once when they should be there, and expire after ten banking days', () => {
  const base = { method: 'microDeposits', settlesOn: date('2026-11-27'), creditDays: 2 } as const
  const step = (told: 'yes' | 'no', today: string, second: Partial<CheckEntry> = {}) => {
    const entries = [sent('2026-11-27'), { ...sent('2026-11-27'), ...second }]
    return checkStep({ ...base, told }, { entries, today: date(today) })
  }
  assert.equal(step('no', '2026-11-26').kind, 'waits')
  assert.equal(step('no', '2026-11-27').kind, 'tell')
  assert.equal(step('yes', '2026-11-27').kind, 'waits')
  assert.equal(step('yes', '2026-12-11').kind, 'waits')
  assert.deepEqual(step('yes', '2026-12-12'), { kind: 'failed', reason: 'expired' })
  const returned = { state: 'returned', returnCode: 'R04' } as const
  assert.deepEqual(step('yes', '2026-11-30', returned), { kind: 'failed', reason: 'R04' })
})

test('what a reason means: another check, for whom a stop holds, and what is said', () => {
  assert.equal(mayCheckAgain(null, 0), true)
  assert.equal(mayCheckAgain('expired', 1), true)
  assert.equal(mayCheckAgain('expired', 2), false)
  assert.equal(mayCheckAgain('R03', 1), false)
  for (const reason of ['R05', 'R07', 'R10', 'R16', 'R29', 'fraud'])
    assert.equal(barsEverybody(reason), true, reason)
  for (const reason of ['R01', 'R02', 'R03', 'R08', '']) assert.equal(barsEverybody(reason), false)
  const kinds = ['R03', 'R02', 'R08', 'R10', 'R16', 'R97', 'expired', 'notSent', null]
  assert.deepEqual(kinds.map(failureKind), [
    ...['numbers', 'numbers', 'refused', 'refused', 'refused', 'other', 'expired', 'notSent'],
    'other',
  ])
})
