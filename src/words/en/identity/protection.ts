// What a person does to keep a sign-in theirs: a new password, and "this was not me".

export const protection = {
  password: {
    title: 'Change your password',
    lead: 'The new one counts at once, in this browser and everywhere else.',
    current: 'Current password',
    next: 'New password',
    effects:
      'Every other browser is signed out, no browser is trusted any more, and each of your contacts is told.',
    submit: 'Change the password',
    back: 'Back to security',
    changed: 'Password changed. Every other browser is signed out, and none is trusted any more.',
    change: 'Change it',
    since: (moment: string) => `In use since ${moment}.`,
    currentMissing: 'Type your current password.',
    nextMissing: 'Type a new password.',
    currentWrong: 'This is not your current password. Type it again.',
    unchanged: 'This is your current password. Choose another.',
    pausedHeading: 'Passwords are paused',
    paused: (wait: string) =>
      `There were several wrong passwords. Try again in ${wait}. Nothing is locked, and you stay signed in.`,
    pausedNetwork: (wait: string) =>
      `Too many wrong passwords came from your network, by whomever. Try again in ${wait}.`,
  },
  trust: {
    label: 'Trust this browser for 30 days',
    hint: 'Then your password alone signs you in here. Never on a shared computer.',
    heading: 'Browsers you trust',
    lead: 'Here your password alone signs you in. Changes that matter still ask for more. A change of your password or of a way to sign in ends all of them.',
    here: (name: string) => `${name} (this browser)`,
    until: (since: string, until: string) => `Trusted since ${since}, until ${until}.`,
    forget: 'Trust no longer',
    forgetNamed: (name: string) => `Trust no longer: ${name}`,
    forgotten: 'That browser is trusted no longer. At its next sign-in it is asked for more.',
  },
  first: {
    lead: 'Your account is shown after this one step: an app on your phone that makes codes. From then on it is asked for when you sign in.',
  },
  notMe: {
    link: 'This was not me',
    linkNamed: (what: string, when: string) => `This was not me: ${what}, ${when}`,
    title: 'Was this somebody else?',
    lead: 'If you did not do this, we close every door now. If you are not sure, you can still do it: nothing is lost.',
    what: 'What',
    when: 'When',
    where: 'From',
    happens: 'What happens when you press the button',
    effects: [
      'Every browser is signed out, this one too, and none is trusted any more.',
      'Your password works no longer. You choose a new one with your contract and a code; it takes about three minutes.',
      'For 24 hours no bank account can be added and no contact changed.',
      'Each of your contacts is told, and so are our people, who look at what happened.',
    ],
    submit: 'It was not me: close everything',
    keep: 'It was me',
    reportedTitle: 'Everything is closed',
    reported:
      'Every browser is signed out, and your password works no longer. Our people look at what happened.',
    next: 'Choose a new password now. You need your contract and a phone or mailbox on file. Then look at your ways to sign in and remove what is not yours. A passkey works alone again once you used it after that password.',
    recover: 'Choose a new password',
    call: (phone: string) => `If money is missing, call ${phone} now, at any hour.`,
  },
}
