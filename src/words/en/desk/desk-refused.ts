/** What becomes of a file that the bank refused, for staff. */
export const deskRefused = {
  title: 'What becomes of this file',
  none: 'Nothing of this file has moved, and its payments were taken back.',
  sent: (count: string) => `${count} entries are about to be taken back.`,
  undecided: 'Wait for a decision',
  sentAgain: 'Go again',
  notSent: 'Do not go',
  lead: 'Call the bank first: what it refused it must not have moved.',
  again: 'Send again',
  againText: (day: string) =>
    `Every entry goes into the next file, at the latest at the cutoff of ${day}. Each payment is ` +
    'looked at once more and counts from the day that it had; its owner is told the new day of ' +
    'the withdrawal and can cancel it until then.',
  drop: 'Do not send',
  dropText:
    'No payment of it goes. Each owner is told that it is still due; bank accounts that were ' +
    'being verified are not; refunds come back to this list as tasks.',
  over: (day: string) =>
    `After the cutoff of ${day} nothing of it may go again. Without a decision it is then not sent.`,
  tooLate: 'It is too late to send it again.',
  decided: { sendAgain: 'Decided: it goes again.', doNotSend: 'Decided: it does not go.' },
  decidedBy: (name: string, moment: string) => `By ${name}, ${moment}`,
  byTime: (moment: string) => `Nobody decided in time, ${moment}`,
  working: 'It is being carried out, account by account.',
  carriedOut: 'It is carried out for every entry.',
  said: 'It is decided, and is being carried out.',
  before: 'Somebody had decided before you; nothing was changed.',
}
