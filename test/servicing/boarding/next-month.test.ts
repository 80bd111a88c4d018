import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountEvent, EventPayload, ReportedMonth } from '#src/domain/account/event.ts'
import { date } from '#src/domain/calendar.ts'
import { cents, ratePpb } from '#src/domain/money.ts'
import { judgeMonth } from '#src/servicing/boarding/next-month.ts'

test('the month after the last one is added', () => {
  const verdict = judgeMonth(
    history(month('01')),
    month('02', { principalBegin: 90, principalEnd: 80 }),
  )
  assert.deepEqual(verdict, { kind: 'add', warning: null })
})

test('a balance that does not continue is added with a warning', () => {
  const verdict = judgeMonth(history(month('01')), month('02', { principalBegin: 85 }))
  assert.ok(verdict.kind === 'add')
  assert.match(verdict.warning ?? '', /begins with 0\.85.*ended with 0\.90/)
})

test('the same month again is there; with any other figure it is refused', () => {
  assert.deepEqual(judgeMonth(history(month('01')), month('01')), { kind: 'there' })
  const other = judgeMonth(history(month('01')), month('01', { daysPastDue: 3 }))
  assert.ok(other.kind === 'refuse')
})

test('a gap is refused while something is owed, and passed over when nothing is', () => {
  assert.equal(judgeMonth(history(month('01')), month('03')).kind, 'refuse')
  const paidOff = history(month('01', { principalEnd: 0 }))
  const later = month('03', { principalBegin: 0, principalEnd: 0 })
  assert.deepEqual(judgeMonth(paidOff, later), { kind: 'add', warning: null })
})

test('an older month is refused', () => {
  const verdict = judgeMonth(history(month('02'), month('03')), month('01'))
  assert.ok(verdict.kind === 'refuse')
  assert.match(verdict.reason, /2017-03-28/)
})

test('no month follows a payment that was posted here', () => {
  const payment: EventPayload = {
    kind: 'payment',
    amount: cents(10),
    extra: 'principal',
    extraAmount: null,
    toCharges: cents(0),
    paymentId: null,
    channel: 'mail',
  }
  assert.equal(judgeMonth(history(month('01'), payment), month('02')).kind, 'refuse')
})

/** Months of 2017 that all end on the 28th, so that the next one begins on the 29th. */
function month(number: string, figures: Record<string, number> = {}): ReportedMonth {
  const before = String(Number(number) - 1).padStart(2, '0')
  return {
    kind: 'reportedMonth',
    periodBegin: date(
      before === '00' ? '2016-12-29' : before === '02' ? '2017-03-01' : `2017-${before}-29`,
    ),
    periodEnd: date(`2017-${number}-28`),
    principalBegin: cents(100),
    principalEnd: cents(90),
    paid: cents(10),
    toInterest: cents(0),
    toPrincipal: cents(10),
    toOther: cents(0),
    interestPaidThrough: date('2017-01-15'),
    daysPastDue: 0,
    rate: ratePpb(50_000_000),
    ...figures,
  } as ReportedMonth
}

function history(...payloads: EventPayload[]): AccountEvent[] {
  return payloads.map((payload, index) => ({
    id: `event-${index}`,
    seq: index + 1,
    effectiveDate: date('2017-01-28'),
    postedAt: '',
    payload,
  }))
}
