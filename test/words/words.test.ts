import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Refusal } from '#src/domain/refusal.ts'
import { words } from '#src/words/words.ts'
import { sentencesOf } from '#test/support/dictionary.ts'

/** Words that are the same in both languages, and names of languages in their own. */
const same = new Set([
  'account.total',
  'account.balance.withExtraShort',
  'account.balance.paidOff.2',
  'documents.privacyNotice.no',
  'shell.errorPrefix',
  'shell.languages.en',
  'shell.languages.es',
  'yourData.ledger.command',
])

/** One of each, so that the list cannot fall behind the type. */
const refusals: Record<Refusal['code'], object> = {
  accountNotFound: {},
  accountClosed: {},
  historyEnds: { on: '2026-11-24' },
  quoteDateOutOfRange: { first: '2026-11-24', last: '2026-12-24' },
  quoteNotFound: {},
  documentNotFound: {},
  payoffLinkOver: {},
  payoffLinkCodeWrong: { left: 2 },
  payoffLinksFull: { most: 5 },
  quoteSuperseded: { newTotal: 1 },
  quoteExpired: { goodThrough: '2026-11-24' },
  paymentDateOutOfRange: { first: '2026-11-24', last: '2026-12-24' },
  amountTooSmall: { minimum: 1 },
  amountAbovePayoff: { payoff: 1 },
  amountAboveLease: { left: 1 },
  choiceNotOfLease: {},
  nothingLeft: {},
  amountChanged: { now: 1 },
  nothingDue: {},
  fundingAccountNotFound: {},
  routingNumberWrong: {},
  accountNumberWrong: {},
  bankAccountNotYet: { firstUse: '2026-12-08' },
  bankAccountNotVerified: {},
  bankAccountStopped: {},
  bankNumberStopped: {},
  savedCardNotUsable: {},
  bankAccountsFull: { most: 8 },
  bankAccountsToday: { most: 5 },
  bankAccountInUse: {},
  bankAccountGoesOut: { confirmation: 'KT7-K2M' },
  bankAccountNotCheckable: {},
  depositsNotThere: { by: '2026-11-27' },
  depositsWrong: { left: 2 },
  depositsSpent: {},
  depositsOver: {},
  authorizationMissing: {},
  duplicatePayment: { confirmation: 'PY-7K2M', how: 'sameDay', by: 'bank' },
  paymentNotCancelable: {},
  paymentNotChangeable: {},
  principalWhilePastDue: { pastDue: 1 },
  unusualAmount: { amount: 1, usual: 1, how: 'large' },
  cardProcessorDown: {},
  paymentNotFound: {},
  paymentOfCoBorrower: {},
  autopayNotSet: {},
  autopayOfCoBorrower: {},
  autopayAlreadySet: {},
  autopayHeld: {},
  autopayNothingToTake: {},
  autopayBelowInstallment: { installment: 1 },
  autopayExtraMissing: {},
  autopayOnlyInstallment: {},
  autopayFixedNotSplit: {},
  autopayEndsBeforeItBegins: {},
  autopayDayNotPossible: { earliest: 15 },
  formAlreadyUsed: {},
  contactGone: {},
  contactSame: {},
  contactsFull: { most: 3 },
  lastContact: {},
  lastPhone: {},
  contactHeld: {},
  registrationNotMatched: {},
  usernameTaken: {},
  usernameUnusable: {},
  passwordTooShort: { minimum: 15 },
  passwordTooLong: { maximum: 128 },
  passwordKnown: {},
  passwordHoldsContext: {},
  passwordUnchanged: {},
  currentPasswordWrong: {},
  signInNotMatched: {},
  contactNotFound: {},
  codeWrong: {},
  codeSpent: {},
  authenticatorCodeWrong: {},
  authenticatorCodeUsed: {},
  authenticatorsFull: { most: 5 },
  enrollmentOver: {},
  lastFactor: {},
  backupCodeWrong: { number: 3 },
  passkeyRefused: {},
  passkeyTooLate: {},
  passkeyCopied: {},
  passkeyNotAdded: {},
  passkeysFull: { most: 10 },
  tooManyFailures: {},
  waitBeforeTrying: { until: '2026-11-24T16:48:00Z', counted: 'own' },
  busy: { retryAfterSeconds: 5 },
}

function everySentence(locale: 'en' | 'es'): Map<string, string> {
  const { refusals: refusal, ...rest } = words(locale)
  const found = sentencesOf(rest)
  for (const [code, details] of Object.entries(refusals)) {
    const given = { code, ...details } as Refusal
    found.set(`refusals.${code}`, refusal.sentence(given, locale))
  }
  return found
}

const english = everySentence('en')
const spanish = everySentence('es')

test('Spanish says everything that English says, and nothing else', () => {
  assert.ok(english.size > 500, `${english.size} sentences`)
  assert.deepEqual([...spanish.keys()].sort(), [...english.keys()].sort())
})

test('no sentence is empty, or shows what a program left in it', () => {
  for (const [place, sentence] of [...english, ...spanish]) {
    assert.notEqual(sentence.trim(), '', place)
    assert.doesNotMatch(sentence, /undefined|null|NaN|\[object/, place)
  }
})

test('Spanish is not English left in place', () => {
  const left = [...english].filter(([place, sentence]) => spanish.get(place) === sentence)
  assert.deepEqual(left.map(([place]) => place).sort(), [...same].sort())
})

test('a sentence takes the same in both languages', () => {
  const count = (sentence = '') => sentence.split('3').length
  const differ = [...english].filter(
    ([place, sentence]) => count(sentence) !== count(spanish.get(place)),
  )
  assert.deepEqual(
    differ.map(([place, sentence]) => [place, sentence, spanish.get(place)]),
    [],
  )
})
