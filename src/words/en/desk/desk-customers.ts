// Helping a customer who does not get in.
export const deskCustomers = {
  place: 'Customers',
  title: 'Customers',
  lead: 'Find somebody by what they have at hand. Whom you look at is written down, and they see that too.',
  wanted: 'Account number or username',
  wantedHint:
    'As it stands on the contract, or as they sign in. The number of a payoff quote finds its account too.',
  find: 'Find',
  missing: 'Type an account number or a username.',
  tooLong: 'Use 100 characters or fewer.',
  nobodyTitle: 'Nobody was found',
  nobody:
    'No account has this number, and nobody signs in with this name. Check it letter by letter.',
  found: 'Who was found',
  account: (ending: string, role: string) => `Account ending ${ending} · ${role}`,
  role: { primary: 'First borrower', co: 'Co-borrower' },
  reports: {
    title: 'Reported as not theirs',
    lead: 'These customers said that something at their sign-in was not them. Their password works no longer; call them.',
    none: 'Nothing waits.',
    notMe: (moment: string) => `Report of ${moment}`,
    close: 'Taken care of',
    closeNamed: (moment: string) => `Taken care of: report of ${moment}`,
    closed: 'The report is closed.',
  },
  why: 'Why they do not get in',
  kind: {
    password: 'Password',
    factor: 'Second factor',
    codes: 'Sending codes',
    proof: 'Proof of the account',
  },
  reasons: {
    none: {
      title: 'Nothing stands in the way',
      text: 'No wait runs and nothing is closed. Ask what the page says, letter by letter; often it is the name or a capital letter.',
    },
    notRegistered: {
      title: 'Not registered',
      text: 'There is no sign-in for this person yet. They register on the portal with their contract at hand.',
    },
    gaveUp: {
      title: (since: string) => `They closed their sign-in ${since}`,
      text: 'It cannot be opened again. They can register anew on the portal with their contract at hand.',
    },
    noContact: {
      title: 'No phone and no email on file',
      text: 'No code can be sent. The servicing file needs a phone number or an email first.',
    },
    recoveryRequired: {
      title: (since: string) => `A new password has to be chosen, since ${since}`,
      text: 'The old one opens nothing. They choose “Forgot your username or password?” on the sign-in page.',
    },
    closed: {
      title: (kind: string, _times: number) => `${kind}: closed after too many wrong tries`,
      text: 'No wait opens it. End the waits below once you know whom you speak with, or they recover by themselves.',
    },
    waiting: {
      title: (kind: string, until: string) => `${kind}: paused until ${until}`,
      text: 'Too many tries. It goes on by itself then; a browser they signed in with before may not be paused.',
    },
    wrong: {
      title: (kind: string, times: number) =>
        times === 1 ? `${kind}: one wrong try` : `${kind}: ${times} wrong tries`,
      text: 'Nothing is paused yet.',
    },
    held: {
      title: (until: string) => `Signed in as ever, but held until ${until}`,
      text: 'After a recovery or a changed contact no bank account can be added for a day. Nobody can shorten it.',
    },
  },
  recent: 'What happened at their sign-in',
  recentCaption: 'What happened at their sign-in, newest first',
  changes: 'What was changed in their file',
  changesCaption: 'Changes of contacts, address, language and papers, newest first',
  bySelf: 'By the customer',
  byUs: 'By us',
  what: 'What',
  when: 'When',
  state: 'Their sign-in',
  rows: {
    username: 'Username',
    since: 'Registered',
    password: 'Password since',
    contacts: 'Contacts on file',
    none: 'None',
    papers: 'Papers',
    papersStates: {
      online: 'Online alone',
      mail: 'By mail',
      never: 'By mail: nothing was chosen',
      outdated: 'By mail: their consent is to an older notice, or not for every account',
    },
    passkeys: 'Passkeys',
    authenticators: 'Authenticator apps',
    backupCodes: 'Backup codes left',
    sessions: 'Open sessions',
    lastUsed: (moment: string) => `Last used ${moment}`,
  },
  written: 'That you looked at this page stands in their login activity.',
  help: {
    title: 'Help',
    unlock: {
      button: 'End all waits',
      text: 'Wrong tries no longer count: they can try again at once.',
    },
    endSessions: {
      button: 'Sign out everywhere',
      text: 'Ends every open session. They sign in again as ever.',
    },
    paper: {
      button: 'Papers by mail again',
      text: 'For a caller who takes back the consent to papers online alone. From the next paper on they come by mail, for every account of this sign-in, without a fee. Every contact is told.',
    },
    startRecovery: {
      button: 'Start a recovery',
      text: 'Shuts the sign-in, signs out everywhere and tells every contact. Only they can open it again, with a new password of their own. You cannot choose one.',
    },
  },
  done: {
    unlocked: 'All waits are ended. They can try again now.',
    ended: 'Every session is ended.',
    started: 'The recovery is started, and every contact was told.',
    paper: 'Papers come by mail from now on, and every contact was told.',
  },
}
