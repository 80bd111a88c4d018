// Who may sign in to the desk.
export const deskPeople = {
  place: 'Staff',
  title: 'Staff',
  lead: 'Who may sign in to this desk, and with which role.',
  everybody: 'Everybody',
  add: 'Add somebody',
  state: {
    waits: 'waits for a second administrator',
    never: 'has not been here yet',
    passkeys: (count: number) => (count === 1 ? '1 passkey' : `${count} passkeys`),
    sso: 'signs in with the work account',
    disabled: (day: string) => `works here no more since ${day}`,
  },
  link: { button: 'New link', named: (name: string) => `New link for ${name}` },
  disable: { button: 'End work', named: (name: string) => `End work of ${name}` },
  waiting: {
    title: 'Waiting for a second administrator',
    lead: 'Nothing of it works before somebody else than who asked for it says yes.',
    asked: (who: string, moment: string) => `Asked for by ${who}, ${moment}`,
    approve: 'Approve',
    approveNamed: (name: string) => `Approve ${name}`,
  },
  done: {
    added: 'Added. A second administrator has to approve it now.',
    asked: 'Asked for. A second administrator has to approve the link now.',
    approved:
      'Approved. The link goes to their address at work now; it works once, for a day. Nobody else sees it.',
    disabled: 'Their work is ended: sessions, links and passkeys open nothing any more.',
  },
  form: {
    lead: 'Another administrator has to approve it; then the person gets a link by e-mail with which they make a passkey.',
    name: 'Name',
    email: 'Address at work',
    emailHint: 'It also finds them when they sign in with their work account.',
    role: 'Role',
    roles: {
      agent: 'Finds customers, ends waits and sessions. Sees contacts masked.',
      supervisor: 'The same, sees whole contacts, and starts recoveries.',
      administrator: 'Serves customers and keeps the staff.',
      auditor: 'Reads everything and changes nothing.',
    },
    nameMissing: 'Type their name.',
    emailWrong: 'Type an address such as ann@lender.example.',
    roleMissing: 'Choose a role.',
    tooLong: (most: number) => `Use ${most} characters or fewer.`,
  },
}
