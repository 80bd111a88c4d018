// What is checked, how far apart two figures may be, and which share of the rows must hold.

export const CHECK_NAMES = [
  'interestChain',
  'beginBalance',
  'endBalance',
  'paidParts',
  'scheduledParts',
  'daysPastDue',
  'scheduledInterest',
  'singleSamples',
  'otherSamples',
  'singlePayments',
  'runPayments',
  'runDrift',
  'leaseFigures',
  'paidMonths',
  'closingMonths',
  'unpaidMonths',
  'closedLives',
  'openLives',
  'redatedLives',
] as const

export type CheckName = (typeof CHECK_NAMES)[number]

export type Check = {
  readonly title: string
  /** Cents (days for days past due) within which a row holds. */
  readonly tolerance: 0 | 1 | 2
  /** Share of the rows that must hold; null: the share is only told. */
  readonly demand: number | null
}

export const CHECKS: Readonly<Record<CheckName, Check>> = {
  interestChain: { title: 'exact interest chain', tolerance: 0, demand: 1 },
  beginBalance: { title: 'begin = previous end', tolerance: 0, demand: 1 },
  endBalance: { title: 'end = begin - principal - loss', tolerance: 0, demand: 1 },
  paidParts: { title: 'paid = its parts', tolerance: 0, demand: 0.99 },
  scheduledParts: { title: 'scheduled = its parts', tolerance: 1, demand: 1 },
  daysPastDue: { title: 'days past due, unpaid months', tolerance: 0, demand: 0.95 },
  scheduledInterest: { title: 'scheduled interest', tolerance: 1, demand: 1 },
  singleSamples: { title: 'samples, single payments', tolerance: 1, demand: null },
  otherSamples: { title: 'samples, other payments', tolerance: 1, demand: null },
  singlePayments: { title: 'single payments', tolerance: 1, demand: null },
  runPayments: { title: 'payments in unbroken runs', tolerance: 1, demand: null },
  runDrift: { title: 'drift over unbroken runs', tolerance: 2, demand: 1 },
  leaseFigures: { title: 'lease figures', tolerance: 0, demand: 1 },
  paidMonths: { title: 'ledger: months with a payment', tolerance: 2, demand: null },
  closingMonths: { title: 'ledger: closing months', tolerance: 2, demand: null },
  unpaidMonths: { title: 'ledger: months without one', tolerance: 2, demand: null },
  closedLives: { title: 'ledger: lives to their end', tolerance: 2, demand: null },
  openLives: { title: 'ledger: lives still open', tolerance: 2, demand: null },
  redatedLives: { title: 'ledger: lives, days corrected', tolerance: 2, demand: null },
}
