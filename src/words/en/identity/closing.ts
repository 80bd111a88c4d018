// Giving up a sign-in.
export const closing = {
  heading: 'If you no longer want this sign-in',
  lead: 'You can close it. Your account and what you owe stay as they are.',
  link: 'Close this sign-in',
  title: 'Close this sign-in?',
  intro: 'This shuts your door to this site. It does not close your account.',
  several: (count: number) =>
    `It is the sign-in for all ${count} of your accounts: you leave every one of them here.`,
  stays: 'What stays as it is',
  kept: [
    'Your account stays open, and what you owe is due on the same days.',
    'A payment that is scheduled is still made. Cancel it first if you do not want it.',
    'Your contract, your rights and everything that we have on file.',
  ],
  changes: 'What changes',
  effects: [
    'Every browser is signed out, this one too, and none is trusted any more.',
    'Your password, passkeys, authenticator apps and backup codes are gone.',
    'Statements and letters come on paper, to your mailing address.',
    'We write to each of your contacts that you did this.',
    'You can register again at any time, with your contract at hand.',
  ],
  address: 'Check your mailing address',
  agree: 'Yes, I want to close my sign-in',
  agreeMissing: 'Tick the box to say that you want this.',
  submit: 'Close the sign-in',
  keep: 'Keep it',
  closedTitle: 'Your sign-in is closed',
  closed:
    'Every browser is signed out, and we wrote to each of your contacts. Your account and what you owe are as they were.',
  paper: 'From now on statements and letters come on paper.',
  again: 'Do you want to come back? Register again with your contract at hand.',
  register: 'Register again',
  call: (phone: string) => `If this was not your decision, call ${phone} now, at any hour.`,
}
