// What cannot be written is refused by name; nothing is cut but names, and no half of a file stands.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { type AchFault, entryFault } from '#src/formats/nacha/ach-faults.ts'
import type { AchEntry, AchFile, AchPurpose } from '#src/formats/nacha/ach-file.ts'
import { AchRefused } from '#src/formats/nacha/nacha-writer.ts'
import { ANN, batch, COMPANY, credit, debit, file, HEAD, JOSE, written } from './writing.ts'

const PPD: AchPurpose = { kind: 'debits', class: 'PPD', description: 'LOAN PYMT' }
const WEB: AchPurpose = { ...PPD, class: 'WEB' }
const CHECK: AchPurpose = { kind: 'accountCheck', withDebits: true }

test('entries: amount, receiver, direction, recurrence', () => {
  const to = (receiver: Partial<AchEntry['receiver']>) =>
    debit(1, { receiver: { ...JOSE, ...receiver } })
  const cases: readonly (readonly [AchEntry, AchPurpose, string])[] = [
    [debit(10_000_000_000), PPD, 'amount tooLarge'],
    [debit(0), PPD, 'amount tooSmall'],
    [debit(-1), PPD, 'amount tooSmall'],
    [debit(1), { ...WEB, kind: 'prenotes' }, 'amount notZero'],
    [credit(100), CHECK, 'amount tooLarge'],
    [to({ routing: '231380105' }), PPD, 'routing wrongNumber'],
    [to({ routing: '000000000' }), PPD, 'routing wrongNumber'],
    [to({ routing: '23138010' }), PPD, 'routing wrongNumber'],
    [to({ account: '123456789012345678' }), PPD, 'account tooLong'],
    [to({ account: '' }), PPD, 'account empty'],
    [to({ account: '12 34' }), PPD, 'account wrongCharacters'],
    [to({ account: '---' }), PPD, 'account wrongCharacters'],
    [to({ account: '12é4' }), PPD, 'account wrongCharacters'],
    [to({ name: ' ' }), PPD, 'name empty'],
    [to({ name: '李明' }), PPD, 'name empty'],
    [debit(1, { identification: '1234567890123456' }), PPD, 'identification tooLong'],
    [debit(1, { identification: 'pay-1' }), PPD, 'identification wrongCharacters'],
    [debit(1, { identification: '' }), PPD, 'identification empty'],
    [debit(1, { sequence: 0 }), PPD, 'sequence wrongNumber'],
    [debit(1, { sequence: 10_000_000 }), PPD, 'sequence wrongNumber'],
    [credit(1), PPD, 'direction notOfThisBatch'],
    [debit(1), { kind: 'refunds', description: 'REFUND' }, 'direction notOfThisBatch'],
    [debit(1), { kind: 'accountCheck', withDebits: false }, 'direction notOfThisBatch'],
    [debit(1), WEB, 'recurrence missing'],
    [debit(1, { recurrence: 'single' }), PPD, 'recurrence notOfThisBatch'],
  ]
  for (const [entry, purpose, fault] of cases) {
    assert.equal(shown(entryFault(entry, purpose)), fault)
    assert.deepEqual(refusalOf(file([batch(purpose, [entry])])), [fault, 1, entry.sequence])
  }
  assert.equal(entryFault(debit(9_999_999_999), PPD), null)
})

test('batches: company, description, dates, order, and what they hold together', () => {
  const one = [debit(1)]
  const named = (description: string): AchPurpose => ({ ...PPD, description })
  const company = (more: Partial<typeof COMPANY>) => ({ company: { ...COMPANY, ...more } })
  const cases: readonly (readonly [ReturnType<typeof batch>[], string, number?])[] = [
    [[batch(PPD, one, company({ name: 'SEVENTEEN LETTERS' }))], 'company name tooLong'],
    [[batch(PPD, one, company({ name: 'Lakeside' }))], 'company name wrongCharacters'],
    [[batch(PPD, one, company({ id: '12345678901' }))], 'company id tooLong'],
    [[batch(PPD, one, company({ id: '' }))], 'company id empty'],
    [[batch(PPD, one, company({ odfi: '073000228' }))], 'odfi wrongNumber'],
    [[batch(named('LOAN PAYMENT'), one)], 'description tooLong'],
    [[batch(named('REVERSAL'), one)], 'description reserved'],
    [[batch(named('PURCHASE'), one)], 'description reserved'],
    [[batch(named('000'), one)], 'description wrongCharacters'],
    [[batch(PPD, one, { effective: date('2026-12-05') })], 'effective notBankingDay'],
    [[batch(PPD, one, { effective: date('2026-12-03') })], 'effective past'],
    [[batch(PPD, one, { sameDay: '5 pm' })], 'same day wrongNumber'],
    [[batch(PPD, one, { number: 0 })], 'number notRising'],
    [[batch(PPD, one), batch(PPD, one)], 'number notRising'],
    [[batch(PPD, one, { number: 10_000_000 })], 'number wrongNumber'],
    [[batch(PPD, [])], 'entries empty'],
    [[batch(CHECK, [credit(5), debit(6, { sequence: 2 })])], 'amount debitsAboveCredits'],
    [
      // What one account got does not pay for what is taken from another.
      [batch(CHECK, [credit(50), debit(1, { sequence: 2, receiver: ANN })])],
      'amount debitsAboveCredits',
    ],
  ]
  for (const [batches, fault] of cases) {
    assert.deepEqual(refusalOf(file(batches)), [fault, batches.at(-1)?.number, undefined])
  }
  const repeated = file([batch(PPD, [debit(1), debit(1)])])
  assert.deepEqual(refusalOf(repeated), ['sequence notRising', 1, 1])
})

test('files: destination, origin, modifier, totals', () => {
  const one = [batch(PPD, [debit(1)])]
  const cases: readonly (readonly [Partial<typeof HEAD>, string])[] = [
    [{ destination: '073000229' }, 'destination wrongNumber'],
    [{ destinationName: '' }, 'destination name empty'],
    [{ origin: '12345678' }, 'origin wrongNumber'],
    [{ origin: '          ' }, 'origin wrongNumber'],
    [{ originName: 'A NAME OF MORE THAN 23 LETTERS' }, 'origin name tooLong'],
    [{ createdAt: '24:00' }, 'created at wrongNumber'],
    [{ modifier: 'a' }, 'modifier wrongCharacters'],
    [{ reference: '123456789' }, 'reference tooLong'],
  ]
  for (const [head, fault] of cases) {
    assert.deepEqual(refusalOf(file(one, { head: { ...HEAD, ...head } })), [
      fault,
      undefined,
      undefined,
    ])
  }
  assert.deepEqual(refusalOf(file([])), ['batches empty', undefined, undefined])
  function* hundredAndOne() {
    for (let at = 1; at <= 101; at += 1) yield debit(9_999_999_999, { sequence: at })
  }
  assert.deepEqual(refusalOf(file([batch(PPD, hundredAndOne())])), [
    'totals tooLarge',
    1,
    undefined,
  ])
})

test('a refusal names neither the person nor the account', () => {
  const receiver = { ...JOSE, account: 'PRIVATE 1' }
  assert.throws(
    () => written(file([batch(PPD, [debit(1, { receiver })])])),
    /^Error: ACH file refused: account of sequence 1 of batch 1: wrongCharacters$/,
  )
})

test('an origin of nine digits is preceded by a blank, as a routing number is', () => {
  const head = { ...HEAD, origin: '073000228', reference: 'REF 1' }
  const { text } = written(file([batch(PPD, [debit(cents(1))])], { head }))
  assert.equal(text.slice(0, 24), '101 073000228 0730002282')
  assert.equal(text.slice(86, 95), 'REF 1   \n')
})

function refusalOf(of: AchFile): [string, number | undefined, number | undefined] {
  try {
    written(of)
  } catch (error) {
    assert.ok(error instanceof AchRefused, String(error))
    return [shown(error.fault), error.at.batch, error.at.sequence]
  }
  return ['written', undefined, undefined]
}

function shown(fault: AchFault | null): string {
  return fault === null ? 'none' : `${fault.field} ${fault.reason}`
}
