// The table of reason and change codes against the researched one, code by code.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { changeDueBy, changeRule } from '#src/domain/rules/ach-changes.ts'
import { returnUntil } from '#src/domain/rules/ach-return-plan.ts'
import { returnRates } from '#src/domain/rules/ach-return-rates.ts'
import {
  correctedEntryUntil,
  mayChargeReturnFee,
  type ReturnAction,
  representment,
  returnRule,
} from '#src/domain/rules/ach-returns.ts'

const { returnCodes, unassigned, changeCodes, rates } = JSON.parse(
  readFileSync('test/data/ach-codes.json', 'utf8'),
) as {
  returnCodes: { code: string; action: string; unauthorised: boolean; timeFrame: string | null }[]
  unassigned: string[]
  changeCodes: { code: string }[]
  rates: Record<'unauthorised' | 'administrative', { percent: number; codes: string[] }> & {
    overall: { percent: number }
  }
}

/** The researched words for the same. */
const ACTIONS: Readonly<Record<string, ReturnAction>> = {
  reinitiate: 'represent',
  stop: 'stop',
  stop_and_revoke: 'revoke',
  stop_and_fix_account_data: 'fixAccount',
  correct_and_resend: 'correct',
  stop_and_deceased_handling: 'deceased',
  fix_originator_error: 'ownMistake',
  credit_refused_manual: 'creditRefused',
  requested_by_originator_bank: 'askedByOurBank',
  bank_to_bank_dishonour_or_contest: 'betweenBanks',
  stop_manual_review: 'review',
  manual_review: 'review',
  enr_only: 'review',
  iat_only: 'review',
}

test('each reason code has the action and the count of the table', () => {
  assert.equal(returnCodes.length, 71)
  for (const { code, action, unauthorised } of returnCodes) {
    const rule = returnRule(code)
    assert.equal(rule.action, ACTIONS[action], code)
    assert.equal(rule.isKnown, true, code)
    assert.equal(rule.countsAs === 'unauthorized', unauthorised, code)
    assert.equal(rule.reverses, action !== 'bank_to_bank_dishonour_or_contest', code)
    assert.equal(mayChargeReturnFee(code), code === 'R01' || code === 'R09', code)
  }
})

test('a code outside the table reverses, stops debits and goes before a person', () => {
  for (const code of [...unassigned, 'R96', 'R97', 'R00', '', 'X']) {
    assert.deepEqual(returnRule(code), {
      code,
      isKnown: false,
      action: 'review',
      reverses: true,
      stopsDebits: true,
      needsAuthorization: false,
      needsPerson: true,
      countsAs: null,
    })
  }
})

test('what stops debits and what asks for a new authorization', () => {
  const of = (code: string) => {
    const { stopsDebits, needsAuthorization, needsPerson } = returnRule(code)
    return [stopsDebits, needsAuthorization, needsPerson]
  }
  assert.deepEqual(of('R01'), [false, false, false])
  assert.deepEqual(of('R08'), [true, true, false])
  assert.deepEqual(of('R10'), [true, true, false])
  assert.deepEqual(of('R02'), [true, false, false])
  assert.deepEqual(of('R11'), [true, false, true])
  assert.deepEqual(of('R14'), [true, false, true])
  assert.deepEqual(of('R16'), [true, false, true])
  assert.deepEqual(of('R24'), [false, false, true])
  assert.deepEqual(of('R69'), [false, false, true])
})

test('lack of funds is entered again twice at most, within 180 days', () => {
  const at = { originalEffective: date('2026-01-15'), representedBefore: 0 }
  const until = date('2026-07-14')
  for (const code of ['R01', 'R09']) {
    const good = { may: true, description: 'RETRY PYMT', until }
    assert.deepEqual(representment({ ...at, code, on: until }), good)
    assert.deepEqual(representment({ ...at, code, representedBefore: 1, on: until }), good)
    assert.deepEqual(representment({ ...at, code, representedBefore: 2, on: until }), {
      may: false,
      because: 'twice',
    })
    assert.deepEqual(representment({ ...at, code, on: date('2026-07-15') }), {
      may: false,
      because: 'tooLate',
    })
  }
  for (const { code } of returnCodes.filter(({ code: other }) => !/^R0[19]$/.test(other))) {
    const refused = { may: false, because: 'code' }
    assert.deepEqual(representment({ ...at, code, on: date('2026-01-20') }), refused)
  }
  assert.equal(correctedEntryUntil(date('2026-02-02')), '2026-04-03')
})

test('change codes: what they correct, and by when', () => {
  const fields: Readonly<Record<string, string>> = {
    C01: 'account',
    C02: 'routing',
    C03: 'routing account',
    C04: 'name',
    C05: 'kind',
    C06: 'account kind',
    C07: 'routing account kind',
    C08: 'routing',
    C09: 'identification',
  }
  for (const { code } of changeCodes) {
    const rule = changeRule(code)
    const refused = code >= 'C61' ? 'refused' : 'review'
    assert.equal(rule?.kind, code in fields ? 'correct' : refused, code)
    if (rule?.kind === 'correct') assert.equal(rule.fields.join(' '), fields[code])
  }
  for (const code of ['C10', 'C60', 'C70', 'C92', 'constructor', '']) {
    assert.equal(changeRule(code), null, code)
  }
  // Thanksgiving, 26 November 2026, is no banking day.
  assert.equal(changeDueBy(date('2026-11-24'), null), '2026-12-03')
  assert.equal(changeDueBy(date('2026-11-24'), date('2026-12-01')), '2026-12-03')
  assert.equal(changeDueBy(date('2026-11-24'), date('2026-12-15')), '2026-12-14')
})

test('until when a bank may return, as the table has it', () => {
  const settled = date('2026-12-07')
  const days: Readonly<Record<string, string>> = {
    '2 banking days': '2026-12-09',
    '60 calendar days': '2027-02-05',
  }
  for (const { code, timeFrame } of returnCodes) {
    assert.equal(returnUntil(code, settled), days[timeFrame ?? ''] ?? null, code)
  }
})

test('return rates are held against the limits exactly', () => {
  const { unauthorised, administrative, overall } = rates
  const limits = [unauthorised, administrative, overall].map(({ percent }) => percent * 100)
  const of = (debits: number, codes: string[]) =>
    returnRates(debits, codes).map(({ returned, isAbove }) => [returned, isAbove])
  assert.deepEqual(
    returnRates(1, []).map(({ limitBasisPoints }) => limitBasisPoints),
    limits,
  )
  const times = (count: number, code: string) => Array.from({ length: count }, () => code)
  assert.deepEqual(of(1_000, times(5, 'R10')), [
    [5, false],
    [0, false],
    [5, false],
  ])
  assert.deepEqual(of(1_000, times(6, 'R29')), [
    [6, true],
    [0, false],
    [6, false],
  ])
  assert.deepEqual(of(1_000, times(31, 'R02')), [
    [0, false],
    [31, true],
    [31, false],
  ])
  assert.deepEqual(of(1_000, [...times(151, 'R01'), 'R70', 'R73']), [
    [0, false],
    [0, false],
    [151, true],
  ])
  for (const code of [...unauthorised.codes, ...administrative.codes]) {
    assert.notEqual(returnRule(code).countsAs, null, code)
  }
  const [rate] = returnRates(2_000, ['R05', 'R07', 'R51'])
  assert.equal(rate?.basisPoints, 15)
  assert.equal(returnRates(0, ['R10'])[0]?.basisPoints, null)
  assert.equal(returnRates(0, ['R10'])[0]?.isAbove, true)
})
