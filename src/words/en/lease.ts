// The pages of a lease: overview, activity, paying, and what it has instead of a payoff.
import type { Phrase } from '../phrase.ts'

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`

export const lease = {
  ends: (day: string) => `Ends ${day}`,
  base: 'Base payment',
  pastDue: 'Past due',
  alreadyPaid: 'Already paid toward it',
  lateCharges: 'Late charges',
  fees: 'Fees',
  allPaid: 'Every payment of the lease is made.',
  prepaid: {
    lead: (amount: string) => `You have paid ${amount} ahead.`,
    text: 'It is kept for the payments that come next. It does not lower the rent charge or the lease balance: those follow the schedule.',
  },
  held: (amount: string) =>
    `We hold ${amount} more than all payments come to. Call us to get it back.`,
  progress: {
    heading: 'Your lease',
    ofTerm: 'of the term',
    name: (percent: string, made: number, all: number) =>
      `${percent} of the term is over; ${made} of ${all} payments are made.`,
    monthsLeft: 'Months left',
    monthsOf: (left: number, all: number) => `${left} of ${all}`,
    termOver: 'Term over',
    paymentsMade: 'Payments made',
    made: (made: number, all: number) => `${made} of ${all}`,
    ends: 'Lease ends',
    ended: 'Lease ended',
  },
  balance: {
    heading: 'Lease balance',
    asTable: 'Show as table',
    yours: 'Lease balance',
    yoursShort: 'Balance',
    today: (amount: string) => `${amount} lease balance`,
    chart: (now: string, residual: string, day: string) =>
      `Line chart. The lease balance is ${now} today and reaches the residual value of ${residual} on ${day}.`,
    residual: <T>(amount: T, day: string): Phrase<T> => [
      'It ends at the residual value of ',
      amount,
      ` on ${day}.`,
    ],
    fixed:
      'It falls as your contract schedules it, month by month. Paying early does not lower it.',
  },
  end: {
    heading: 'When the lease ends',
    residual: 'Residual value',
    option: 'Price to buy the vehicle',
    optionNone: 'Your contract gives no right to buy the vehicle.',
    optionFee: 'Fee to buy it',
    optionNote: 'plus taxes and official fees',
    disposition: 'Disposition fee',
    dispositionNote: 'when you return the vehicle',
    deposit: 'Security deposit we hold',
    depositNote: 'back to you, less what you owe',
  },
  mileage: {
    heading: 'Mileage',
    perYear: 'Miles a year',
    inAll: 'Miles in all',
    soFar: 'Allowed up to today',
    excess: 'Each mile more',
    none: 'Your contract sets no limit on miles.',
    miles: (count: string) => `${count} miles`,
    show: 'How we got to today’s miles',
    inAllLabel: 'miles in all',
    days: 'days in all',
    daysSoFar: 'days so far',
    result: 'allowed up to today',
  },
  attention: {
    ends: (day: string) => `Your lease ends ${day}`,
    endsText: (days: number) => `That is in ${plural(days, 'day')}. See what it will cost to end.`,
    endsLink: 'Ending the lease',
  },
  tasks: {
    pay: 'Payments',
    payText: 'Scheduled, made and canceled',
    end: 'Ending the lease',
    endText: 'What is left, buying, returning',
    terms: 'Terms and schedule',
    termsText: 'Disclosure, taxes and rules',
    activity: 'All activity',
    activityText: 'Every payment and its split',
  },
  activity: {
    leaseBegins: 'Lease begins',
    everyAmount: 'Every row opens its own arithmetic: tax, rent charge, depreciation and the rule.',
    tax: 'Tax',
    rent: 'Rent charge',
    depreciation: 'Depreciation',
    lateCharges: 'To late charges',
    fees: 'To fees',
    paidAfter: 'Payments made after',
    toPayment: (number: number) => `Number ${number}`,
    toPayments: (from: number, to: number) => `Numbers ${from} to ${to}`,
    opening: (paid: number) => `${plural(paid, 'payment')} made before that`,
    totalsNote:
      'Only payments that counted are added. A payment returned by the bank is shown and not counted.',
  },
  pay: {
    otherRange: (least: string, most: string) =>
      `From ${least} up to ${most}, all that is left to pay`,
    order:
      'It goes to what is due first, then to late charges and fees. What is more prepays the next payments.',
    ahead: 'Paid ahead',
    appliedOrder: (version: string) =>
      `Order of your lease (${version}): what is due, late charges, fees, then the next payments.`,
    next: <T>(amount: T, day: string): Phrase<T> => ['Next payment: ', amount, ` on ${day}.`],
    stillPastDue: <T>(amount: T, day: string): Phrase<T> => [
      'Still past due: ',
      amount,
      `, the oldest part since ${day}.`,
    ],
    allMade: 'With it every payment of the lease is made.',
    countsText: 'Your payment is in from this day',
  },
  payoff: {
    title: 'Ending your lease',
    lead: 'A lease has no payoff quote. These are the figures of your contract.',
    left: 'Payments left',
    leftLead: 'All that is left to pay through the last payment.',
    leftCount: (count: number, amount: string) => `${plural(count, 'payment')} of ${amount}`,
    leftPaid: 'Already paid toward them',
    leftTotal: 'Left to pay',
    scheduled: 'At the scheduled end',
    early: 'An earlier end',
    earlyText:
      'Ending a lease early can cost a substantial charge, up to several thousand dollars. It depends on the day: the earlier you end it, the larger it is likely to be.',
    earlyCall: (phone: string) =>
      `Call ${phone} before you decide. We tell you the exact amount for a day, to buy or to return.`,
  },
}
