// A statement that comes in the place of another one.
export const corrected = {
  kind: 'Corrected statement',
  title: (name: string, day: string) => `Corrected statement, ${name}, ${day}`,
  heading: (from: string, to: string) => `Corrected statement, ${from} to ${to}`,
  replaces: (day: string, code: string) =>
    `This statement takes the place of the one that we wrote on ${day}, code ${code}. What changed stands under the totals.`,
  reasons: {
    paymentReturned: 'Why: a payment was sent back by the bank that it came from.',
    paymentMoved: 'Why: a payment had been put in the wrong place, and was moved to the right one.',
    chargeTakenBack: 'Why: a charge was taken back.',
    recordedLate: 'Why: something that belongs to this period was recorded after it.',
    ourMistake: 'Why: we had recorded something wrongly.',
    followsEarlier: 'Why: a statement before it was corrected, and this one goes on from there.',
  },
  later: (day: string) =>
    `What was due then stands here. What is due now is on the newest statement, through ${day} or later.`,
  what: 'What changed',
  figure: 'Amount',
  before: 'Was',
  now: 'Is',
  lines: 'Lines that changed',
  change: 'Change',
  is: { leftOut: 'Left out', added: 'Added' },
  dueOn: 'Due date',
  noDay: 'None',
  current: 'Next payment',
  /** In lists, behind the period. */
  detail: (period: string, day: string) => `${period}. Corrected on ${day}`,
  replaced: (detail: string, day: string) => `${detail}. Replaced on ${day} by a corrected one`,
  checkedReplaces: 'In the place of the statement of',
  checkState: 'Ours, but replaced by a corrected one',
  checkText: (day: string) =>
    `We made this paper. On ${day} a corrected statement of the same period took its place: that one counts.`,
}
