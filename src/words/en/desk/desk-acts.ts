import type { AutopayState } from '#src/domain/autopay/autopay-states.ts'

/** Due dates that are moved, and loans given up as lost. */
export const deskActs = {
  extendTitle: 'Move the due dates',
  extendLead:
    'The oldest unpaid payment and all after it move. Interest goes on; late charges of days that have passed stay owed.',
  extendNone: 'No payment is left on this account that could be moved.',
  months: 'By how much',
  monthsMissing: 'Choose by how many months.',
  monthsOf: (months: number, due: string, amount: string) =>
    `${months === 1 ? '1 month' : `${months} months`}: next payment due ${due}, ${amount} is put off`,
  monthsLate: (months: number, due: string, amount: string) =>
    `${months === 1 ? '1 month' : `${months} months`}: still past due since ${due}, ${amount} is put off`,
  byMonths: (months: number) => (months === 1 ? '1 month' : `${months} months`),
  moved: 'Due dates move by',
  firstMoved: 'First payment that moves',
  number: (number: number) => `Payment ${number}`,
  amounts: { extend: 'Put off', chargeOff: 'Principal given up' },
  chargeOffTitle: 'Charge off the loan',
  chargeOffLead: (principal: string, owed: string) =>
    `${principal} of principal is given up as lost. ${owed} stays owed, without more interest, and autopay ends. It cannot be taken back here.`,
  chargeOffNone: 'Nothing on this account could be charged off.',
  chargeOffMissing: 'Open the page again: it did not say how much is charged off.',
  dates: 'Due dates',
  datesNone: 'No payment has a due date any more: the whole amount is due.',
  payment: 'Payment',
  last: (number: number) => `Payment ${number}, the last`,
  debits: 'Payments that are set',
  debitsLead: 'What becomes of each. Their owners are told.',
  debitsNone: 'No payment is set.',
  day: 'Day',
  by: 'Set by',
  byAutopay: 'Autopay',
  byBorrower: 'The borrower',
  fate: 'What becomes of it',
  stays: 'Stays',
  canceled: 'Canceled',
  isNew: 'New',
  changed: (was: string) => `Changed, was ${was}`,
  next: (amount: string, day: string) => `Its next debit then: ${amount} on ${day}.`,
  autopayNone: 'There is no autopay.',
  autopay: {
    active: 'Autopay goes on.',
    paused: 'Autopay stays paused.',
    needsAttention: 'Autopay waits: its owner has to see to it.',
    ended: 'Autopay ends.',
  } as Readonly<Record<AutopayState, string>>,
}
