// What a lease's contract discloses (12 CFR 1013.4), and its rules in plain words.
import type { Rounding } from '#src/domain/money.ts'

export const leaseTerms = {
  title: 'Terms and schedule',
  lead: 'What you signed, in the order of the federal lease disclosure. Your contract is what counts.',
  signing: {
    heading: 'Amount due at signing',
    total: 'Due at signing',
  },
  payments: {
    heading: 'Monthly payments',
    first: 'First payment',
    rest: (count: number) => `The other ${count} payments, each`,
    dueAtSigning: 'paid at signing',
    due: (day: string) => `due ${day}`,
    dueFrom: (first: string, last: string) => `due monthly, ${first} to ${last}`,
    total: 'Total of monthly payments',
  },
  other: {
    heading: 'Other charges',
    lead: 'Not part of your monthly payment.',
    disposition: 'Disposition fee',
    dispositionNote: 'if you do not buy the vehicle',
  },
  total: {
    heading: 'Total of payments',
    lead: 'What you will have paid by the end of the lease.',
    by: (day: string) => `Paid by ${day}`,
    show: 'How this total is made',
  },
  chain: {
    heading: 'How your payment is made',
    gross: 'Gross capitalized cost',
    grossNote: 'agreed value of the vehicle and all else you pay over the term',
    acquisitionNote: (amount: string) =>
      `agreed value of the vehicle and all else you pay over the term, an acquisition fee of ${amount} included`,
    reduction: 'Capitalized cost reduction',
    reductionNote: 'trade-in, rebate or cash that lowers it',
    adjusted: 'Adjusted capitalized cost',
    adjustedNote: 'what the base payment is made from',
    residual: 'Residual value',
    residualNote: 'value at the end of the lease',
    depreciation: 'Depreciation and any amortized amounts',
    depreciationNote: 'what the vehicle loses in value, and other items, over the term',
    rent: 'Rent charge',
    rentNote: 'charged in addition to depreciation and amortized amounts',
    totalBase: 'Total of base monthly payments',
    totalBaseNote: 'depreciation and amortized amounts plus the rent charge',
    count: 'Lease payments',
    countNote: 'number of payments in your lease',
    base: 'Base monthly payment',
    total: 'Total monthly payment',
    show: 'Show the working',
    basis: {
      'money-factor': 'Rent by the month with a money factor',
      'constant-yield': 'Rent at a constant rate on the lease balance',
    },
  },
  notices: {
    heading: 'What the law has us tell you',
    early: 'Ending early',
    earlyText:
      'You may have to pay a substantial charge if the lease ends early, up to several thousand dollars. It depends on the day: the earlier, the larger it is likely to be.',
    wear: 'Excessive wear and use',
    wearText: 'You may be charged for wear beyond normal use, by the standards of your contract.',
    mileage: (perYear: string, excess: string) =>
      `For miles above ${perYear} a year you may be charged ${excess} a mile.`,
    mileageNone: 'Your contract sets no limit on miles.',
    option: 'Right to buy',
    optionText: (price: string, fee: string) =>
      `At the end of the term you can buy the vehicle for ${price} and a purchase option fee of ${fee}.`,
    optionNone: 'You have no right to buy the vehicle at the end of the term.',
  },
  contract: {
    heading: 'Your contract',
    start: 'Term begins',
    ends: 'Term ends',
    months: 'Months',
    firstDue: 'First payment due',
    lastDue: 'Last payment due',
    timings: {
      'in-advance': 'each payment at the beginning of its month',
      'in-arrears': 'each payment at the end of its month',
    },
    rules: 'Rules of the contract',
  },
  rules: {
    heading: 'How your money is counted',
    tax: 'Taxes in each payment',
    taxLine: (name: string, percent: string, amount: string) =>
      `${name}: ${percent} of the base payment, ${amount} each month.`,
    taxNone: 'Your contract has no tax in the monthly payment.',
    order: 'Order of a payment',
    orderText:
      'Money goes to the oldest payment that is due, through the next due date; then to late charges, then to fees. What is more prepays the next payments. Only what exceeds all payments is held for you.',
    early: 'Paying early',
    earlyText:
      'Money that comes early does not lower the rent charge or the lease balance. It waits for the payments it was made for.',
    rent: 'Rent charge',
    rentText:
      'The rent charge is what the base payments bring above the depreciation. The month’s share is fixed by the schedule.',
    rounding: {
      'half-up': 'Each month is rounded to the cent once. Half a cent goes up.',
      'half-even': 'Each month is rounded to the cent once. Half a cent goes to the even cent.',
      cut: 'Each month is cut to the cent once. Fractions of a cent fall away.',
    } satisfies Record<Rounding, string>,
  },
  schedule: {
    heading: 'Schedule',
    lead: 'Each payment with what it consists of, and the lease balance at the end of its month.',
    payment: 'Payment',
    tax: 'Tax',
    rent: 'Rent charge',
    depreciation: 'Depreciation',
    balance: 'Lease balance',
    ends: 'The last month takes what is left of the rent charge, so that the balance ends exactly at the residual value.',
    partly: (amount: string) => `${amount} of it paid`,
  },
  taken: (day: string, paid: number) =>
    `We took this lease over on ${day} with ${paid} ${paid === 1 ? 'payment' : 'payments'} made. What happened before is not part of this record.`,
}
