import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type { Refusal } from '#src/domain/refusal.ts'
import { LOCALES } from '#src/words/locale.ts'
import { words } from '#src/words/words.ts'

const WITH_FACTS: readonly (readonly [Refusal, RegExp, RegExp])[] = [
  [
    { code: 'quoteDateOutOfRange', first: date('2026-11-24'), last: date('2027-01-08') },
    /November 24, 2026 to January 8, 2027/,
    /24 de noviembre de 2026 al 8 de enero de 2027/,
  ],
  [{ code: 'amountTooSmall', minimum: cents(100) }, /\$1\.00 or more/, /\$1\.00 o más/],
  [{ code: 'amountAbovePayoff', payoff: cents(1_446_242) }, /\$14,462\.42/, /\$14,462\.42/],
  [{ code: 'amountChanged', now: cents(51_312) }, /\$513\.12/, /\$513\.12/],
  [{ code: 'quoteSuperseded', newTotal: cents(99) }, /\$0\.99/, /\$0\.99/],
  [
    { code: 'duplicatePayment', confirmation: 'KT1-AAAA-BBBB', how: 'installment', by: 'bank' },
    /KT1-AAAA/,
    /KT1-AAAA/,
  ],
  [{ code: 'historyEnds', on: date('2019-11-30') }, /November 30, 2019/, /30 de noviembre/],
]

test('a refusal says its facts in the reader’s language', () => {
  for (const [refusal, english, spanish] of WITH_FACTS) {
    assert.match(words('en').refusals.sentence(refusal, 'en'), english)
    assert.match(words('es').refusals.sentence(refusal, 'es'), spanish)
  }
})

test('each sentence ends as one and none is left in the other language', () => {
  const codes = ['nothingDue', 'authorizationMissing', 'paymentNotFound', 'accountClosed'] as const
  for (const code of codes) {
    const said = LOCALES.map((locale) => words(locale).refusals.sentence({ code }, locale))
    assert.equal(new Set(said).size, LOCALES.length)
    for (const sentence of said) assert.match(sentence, /^\p{Lu}.*\.$/u)
  }
})
