// The terms of a contract in plain words.
import type { DayCount } from '#src/domain/contract/day-count.ts'
import type { Bucket } from '#src/domain/contract/loan.ts'
import type { Frequency } from '#src/domain/contract/schedule.ts'
import type { Rounding } from '#src/domain/money.ts'

export const terms = {
  title: 'Terms and schedule',
  lead: 'What you signed, in plain words. Your contract is what counts.',
  contract: 'Your contract',
  amountFinanced: 'Amount financed',
  rate: 'Interest rate a year',
  rateNow: 'Rate now',
  payment: 'Payment',
  payments: 'Number of payments',
  start: 'Interest runs from',
  firstDue: 'First payment due',
  lastDue: 'Last payment due',
  ruleSet: 'Rules of the contract',
  ruleSetSince: (day: string) => `In force since ${day}`,
  frequency: {
    monthly: 'every month',
    semimonthly: 'twice a month',
    biweekly: 'every two weeks',
    weekly: 'every week',
    yearly: 'every year',
  } satisfies Record<Frequency, string>,
  rules: 'How your money is counted',
  interest: {
    heading: 'Interest',
    simple:
      'Interest is counted for each day on the principal you still owe. The day you pay is not ' +
      'charged. Unpaid interest is never added to the principal.',
    dayCounts: {
      'actual/365': 'A day costs one 365th of a year’s interest, in leap years too.',
      'actual/actual': 'A day costs one 365th of a year’s interest, in leap years one 366th.',
      'actual/360': 'A day costs one 360th of a year’s interest.',
      '30/360': 'Every month counts as 30 days and a year as 360.',
      'actual/366-leap': 'A day costs one 365th of a year’s interest, in leap years one 366th.',
      'actual/366-feb29':
        'A day costs one 365th of a year’s interest, or one 366th in a period that holds February 29.',
      'actual/365.25': 'A day costs one part in 365.25 of a year’s interest.',
    } satisfies Record<DayCount, string>,
    dailyRate: (decimals: number) => `The daily rate is cut after ${decimals} decimals.`,
  },
  rounding: {
    heading: 'Rounding',
    rules: {
      'half-up': 'Interest is rounded to the cent once, when it is paid. Half a cent goes up.',
      'half-even':
        'Interest is rounded to the cent once, when it is paid. Half a cent goes to the even cent.',
      cut: 'Interest is cut to the cent once, when it is paid. Fractions of a cent fall away.',
    } satisfies Record<Rounding, string>,
    carried: 'The fraction of a cent that is left is carried to the next payment.',
    dropped: 'The fraction of a cent that is left is not carried.',
  },
  waterfall: {
    heading: 'Order of a payment',
    text: 'A payment goes to these in turn. Each is filled before the next gets anything.',
    buckets: {
      interest: 'Interest up to the day of the payment',
      principal: 'Principal',
      lateCharges: 'Late charges',
      fees: 'Fees',
    } satisfies Record<Bucket, string>,
    directed:
      'An amount that covers all that is due pays its late charges and fees first, so that none is left behind.',
    extra:
      'What you pay above the amount due lowers principal at once, unless you choose otherwise.',
  },
  lateCharge: {
    heading: 'Late charge',
    rule: (rate: string, days: number) =>
      `A payment that is not complete ${days} days after its due date has one late charge of ${rate} of the payment.`,
    minimum: (amount: string) => `It is at least ${amount}.`,
    maximum: (amount: string) => `It is at most ${amount}.`,
    today: (amount: string) => `On your payment that is ${amount}.`,
    once: 'There is one for each payment, never a second one because of the first.',
    none: 'Your contract has no late charge that we may add.',
  },
  fees: {
    heading: 'Fees',
    none: 'Paying from a bank account is free. There is no fee for paying early or for a payoff quote.',
    open: (amount: string) => `Open fees now: ${amount}.`,
    remainder: (amount: string) => `A remainder of up to ${amount} is dropped at payoff.`,
  },
  schedule: {
    heading: 'Schedule as signed',
    lead: 'What happens when every payment is made on its due date. Your own figures differ by the days you pay.',
    number: 'No.',
    due: 'Due',
    payment: 'Payment',
    interest: 'Interest',
    principal: 'Principal',
    balance: 'Principal after',
    lastDiffers: 'The last payment is whatever closes the account.',
    paid: 'Paid',
  },
  lastDueNow: 'Last payment due now',
  extension: {
    heading: 'Extensions',
    granted: (months: number, day: string) =>
      `${months} ${months === 1 ? 'month' : 'months'} granted on ${day}`,
    moved: (number: number, to: string) =>
      `Payment ${number} and all after it are due later: payment ${number} on ${to}.`,
    interest: 'Interest keeps running on the principal in those months.',
    dueNow: (day: string) => `now ${day}`,
  },
  filing: {
    heading: 'From a public filing',
    text:
      'This account was boarded from a public record of its loan. Months before that are shown as ' +
      'the filing reports them. The filing does not name every rule of the contract, so these are ' +
      'inferred:',
    dayCount: 'How days are counted and interest is rounded',
    waterfall: 'The order in which a payment is applied',
    dates: 'The days of the month on which payments are due',
  },
  taken: {
    heading: 'Taken over',
    text: (day: string, amount: string) =>
      `We took this account over on ${day} with ${amount} of principal. What happened before is ` +
      'not part of this record.',
  },
}
