// What the federal model form allows, and what it does not (12 CFR 1016, appendix).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noticeProblems } from '#src/domain/notice-problems.ts'
import { isGivenYearly, type PrivacyNotice } from '#src/domain/privacy-notice.ts'

const NO = { shares: false, canLimit: false }
const YES = { shares: true, canLimit: false }
const LIMITED = { shares: true, canLimit: true }

const PLAIN: PrivacyNotice = {
  revised: '2026-01-01',
  collects: ['income', 'account balances', 'payment history', 'credit history', 'credit scores'],
  collectedWhen: [
    ...(['apply for financing', 'pay your bills', 'open an account'] as const),
    ...(['apply for a lease', 'pay us by check'] as const),
  ],
  collectsFromOthers: 'nobody',
  sharing: {
    everydayBusiness: YES,
    ...{ marketing: YES, jointMarketing: NO, nonaffiliatesMarketing: NO },
    ...{ affiliatesTransactions: NO, affiliatesCreditworthiness: NO },
  },
  affiliates: 'none',
}

const LIST = { en: 'insurance companies', es: 'compañías de seguros' }
const OPT_OUT = { phone: '(800) 555-0142', days: 30, jointChoices: 'everyone' } as const

/** The fields that are refused once `change` is made. */
const refused = (change: Partial<PrivacyNotice>, sharing: Partial<PrivacyNotice['sharing']> = {}) =>
  noticeProblems({ ...PLAIN, ...change, sharing: { ...PLAIN.sharing, ...sharing } }).map(
    ({ field }) => field,
  )

test('a lender that shares only for its own business needs no choice and no yearly notice', () => {
  assert.deepEqual(noticeProblems(PLAIN), [])
  assert.equal(isGivenYearly(PLAIN), false)
})

test('five different terms each, and 30 words of safeguards at most', () => {
  const { collects, collectedWhen } = PLAIN
  assert.deepEqual(refused({ collects: collects.slice(1) }), ['collects'])
  assert.deepEqual(refused({ collects: [...collects.slice(1), 'credit scores'] }), ['collects'])
  assert.deepEqual(refused({ collectedWhen: collectedWhen.slice(1) }), ['collectedWhen'])
  const words = (count: number) => ({ en: Array(count).fill('word').join(' '), es: 'bien' })
  assert.deepEqual(refused({ safeguards: words(30) }), [])
  assert.deepEqual(refused({ safeguards: words(31) }), ['safeguards'])
})

test('what is not shared cannot be limited, nor can everyday business', () => {
  assert.deepEqual(refused({ optOut: OPT_OUT }, { everydayBusiness: LIMITED }), [
    'sharing.everydayBusiness',
  ])
  assert.deepEqual(
    refused({ optOut: OPT_OUT }, { jointMarketing: { shares: false, canLimit: true } }),
    ['sharing.jointMarketing'],
  )
})

test('where the law gives a right to limit, the notice gives it', () => {
  for (const reason of [
    'affiliatesCreditworthiness',
    'affiliatesMarketing',
    'nonaffiliatesMarketing',
  ] as const) {
    const others = reason === 'nonaffiliatesMarketing' ? { nonaffiliates: LIST } : {}
    const own = { ...others, affiliates: reason.startsWith('aff') ? LIST : ('none' as const) }
    const line = { affiliatesMarketing: NO, [reason]: YES }
    assert.deepEqual(refused(own, line), [`sharing.${reason}`])
    assert.deepEqual(refused({ ...own, optOut: OPT_OUT }, { ...line, [reason]: LIMITED }), [])
  }
})

test('who can limit is told how; a choice without anything to limit is refused', () => {
  assert.deepEqual(refused({}, { marketing: LIMITED }), ['optOut'])
  const { phone: _, ...noWay } = OPT_OUT
  assert.deepEqual(refused({ optOut: noWay }, { marketing: LIMITED }), ['optOut'])
  assert.deepEqual(refused({ optOut: OPT_OUT }), ['optOut'])
})

test('affiliates, nonaffiliates and partners are named where something is shared, nowhere else', () => {
  assert.deepEqual(refused({}, { affiliatesTransactions: YES }), ['affiliates'])
  assert.deepEqual(refused({ affiliates: LIST }), ['affiliates', 'affiliatesMarketingLeftOut'])
  assert.deepEqual(refused({ jointMarketing: LIST }), ['jointMarketing'])
  assert.deepEqual(refused({}, { jointMarketing: YES }), ['jointMarketing'])
  assert.deepEqual(refused({ nonaffiliates: LIST }), ['nonaffiliates'])
})

test('the line of marketing by affiliates is left out with a reason, or where nothing is shared', () => {
  const shared = { affiliates: LIST }
  const line = { affiliatesTransactions: YES }
  assert.deepEqual(refused(shared, line), ['affiliatesMarketingLeftOut'])
  assert.deepEqual(refused({ ...shared, affiliatesMarketingLeftOut: 'separateNotice' }, line), [])
  assert.deepEqual(refused({ affiliatesMarketingLeftOut: 'separateNotice' }), [
    'affiliatesMarketingLeftOut',
  ])
  assert.deepEqual(
    refused(
      { ...shared, affiliatesMarketingLeftOut: 'noOptOutNeeded' },
      { ...line, affiliatesMarketing: NO },
    ),
    ['affiliatesMarketingLeftOut'],
  )
})

test('sharing with nonaffiliates asks for the notice every year', () => {
  const sharing = { ...PLAIN.sharing, nonaffiliatesMarketing: LIMITED }
  assert.equal(isGivenYearly({ ...PLAIN, sharing }), true)
})
