// How one signs in, where one is signed in, and what happened at the door.
export const security = {
  title: 'Sign-in and security',
  lead: 'How you sign in, where you are signed in, and what happened at the door.',
  methods: {
    heading: 'How you sign in',
    password: 'Password',
    text: (number: string) => `Code by text message to ${number}`,
    textNote: 'A phone number can be taken over by others.',
    mail: (address: string) => `Code by email to ${address}`,
    mailNote: 'The weakest way: whoever reads your mail can use it.',
  },
  sessions: {
    heading: 'Where you are signed in',
    here: 'This browser',
    seen: (moment: string, address: string) => `Last used ${moment}, from ${address}`,
    since: (moment: string) => `Signed in ${moment}`,
    end: 'Sign out there',
    endOthers: 'Sign out everywhere else',
    only: 'You are signed in nowhere else.',
    ends: (idle: string, latest: string) =>
      `Without a click this browser is signed out at ${idle}, and in any case at ${latest}.`,
    ended: 'Signed out there.',
    endedOthers: 'Signed out everywhere else.',
  },
  activity: {
    heading: 'What happened',
    caption: 'What happened at your sign-in, newest first',
    when: 'When',
    what: 'What',
    where: 'From',
    none: 'Nothing yet',
    byStaff: 'Our staff',
    notYou: (phone: string) =>
      `Was one of these not you? Press “This was not me” beside it. Questions: ${phone}, at any hour.`,
  },
  device: (browser: string, system: string) => `${browser} on ${system}`,
  unknownBrowser: 'A browser',
  unknownSystem: 'a device',
}
