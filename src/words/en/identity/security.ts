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
    soon: {
      idleTitle: 'Do you want to stay signed in?',
      latestTitle: 'You will be signed out soon',
      idle: (time: string) =>
        `You will be signed out at ${time} unless you go on. What you typed stays on the page.`,
      latest: (time: string, hours: number) =>
        `You will be signed out at ${time}, whatever you do: after ${hours === 1 ? 'an hour' : `${hours} hours`} everybody signs in again. Send what you are typing before then.`,
      stay: 'Stay signed in',
      close: 'Close',
      signOut: 'Sign out now',
    },
    over: {
      title: 'You were signed out',
      text: 'Nothing of your account is shown here any longer, so that nobody else can read it. What was not sent yet was not kept.',
      again: 'Sign in again',
    },
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
