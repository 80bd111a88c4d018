// What stands around every page, the pages about us, and what we say when something cannot be done.

type Lender = {
  readonly name: string
  readonly phone: string
  readonly fraudPhone: string
  readonly email: string
  readonly hours: string
}

/** Paragraphs under headings: the plain pages behind the links at the foot. */
export type PlainText = {
  readonly title: string
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[]
}

type PrivacyText = PlainText & {
  /** Where the lender keeps its notice elsewhere. */
  readonly noNotice: { readonly heading: string; readonly text: string }
}

export const shell = {
  skip: 'Skip to content',
  navigation: 'Your account',
  errorPrefix: 'Error:',
  poweredBy: 'Powered by Keyturn',
  signOut: 'Sign out',
  languages: { en: 'English', es: 'Español' },
  preferences: {
    title: 'Language and colors',
    lead: 'For this browser, and for your account once you are signed in.',
    language: 'Language',
    theme: 'Colors',
    themes: { system: 'As this device', light: 'Light', dark: 'Dark' },
    languageMissing: 'Choose a language.',
    themeMissing: 'Choose colors.',
    apply: 'Save',
    saved: 'Saved.',
  },
  home: 'Go to the start page',
  toAccounts: 'Go to your account',
  back: 'Back',
  reference: 'Reference',
  callUs: (lender: Lender) => `Call ${lender.phone}: ${lender.hours}.`,
  footer: {
    question: 'Questions, or something looks wrong?',
    label: 'About us',
    help: 'Get help',
    accessibility: 'Accessibility',
    privacy: 'Privacy',
    complaints: 'Complaints',
    preferences: 'Colors',
  },
  errorSummary(count: number): string {
    const names = ['', 'One thing', 'Two things', 'Three things', 'Four things', 'Five things']
    return `${names[count] ?? `${count} things`} to fix`
  },
  form: {
    incomplete: 'A part of this form did not arrive. Look it over and send it once more.',
    unreadable: 'This field holds characters that cannot be used. Type it again.',
    tooLong: (maximum: number) => `Use ${maximum} characters or fewer.`,
  },
  notFound: {
    title: 'There is no page here',
    text: 'The address may be mistyped, or the page may belong to somebody else’s account.',
  },
  failed: {
    title: 'Something went wrong on our side',
    text: 'Nothing you typed caused this. Try again in a minute. If you were paying, look at your activity first: a payment that was made has a confirmation number there.',
    keep: (reference: string) =>
      `If it happens again, tell us this reference: ${reference}. It lets us find what went wrong.`,
  },
  refused: { title: 'This cannot be done' },
  formRefused: {
    title: 'We did not accept this form',
    text: 'It did not come from a page of ours that is still open, so nothing was changed. This also happens when a page was open for a long time, or after you signed out in another window.',
    next: 'Go back, load the page again, and send the form once more.',
  },
  tooLarge: {
    title: 'This is too much to send at once',
    text: 'What was sent is larger than any form of ours. Nothing was changed.',
  },
  wrongKind: {
    title: 'We cannot read what was sent',
    text: 'Our forms are sent as plain form fields. Nothing was changed.',
  },
  wrongMethod: {
    title: 'This page cannot be used that way',
    text: 'Open it as an ordinary page, or use the form that leads to it. Nothing was changed.',
  },
  busy: {
    title: 'Too many people at once',
    text: (wait: string) => `Nothing was changed. Try again in ${wait}.`,
  },
  accessibility: (lender: Lender): PlainText => ({
    title: 'Accessibility',
    sections: [
      {
        heading: 'What you can count on',
        paragraphs: [
          'These pages are built to the Web Content Accessibility Guidelines (WCAG) 2.2, level AA. They work with the keyboard alone, with a screen reader, at 400 percent zoom and without JavaScript.',
          'Nothing is said by color alone, nothing moves by itself, and every chart has the same figures as a table.',
        ],
      },
      {
        heading: 'If something is in your way',
        paragraphs: [
          `Tell us at ${lender.email} or ${lender.phone} (${lender.hours}): which page, and what did not work. Until it is fixed we do by phone what you wanted to do here.`,
        ],
      },
    ],
  }),
  privacy: (lender: Lender): PrivacyText => ({
    title: 'Privacy',
    sections: [
      {
        heading: 'What this site stores in your browser',
        paragraphs: [
          'One cookie that keeps you signed in; it goes when you sign out or close the browser. If you choose a language or colors before you sign in, a cookie for each. If you ask us to remember your username, a cookie with that name.',
          'There are no advertising or tracking cookies, and nothing on these pages is loaded from another company.',
        ],
      },
      {
        heading: 'What we record',
        paragraphs: [
          'Each time somebody signs in, or tries to, we record the time, the network address and the kind of browser. This protects your account.',
          'Identity numbers and bank account numbers are stored encrypted. Your password is stored in a form from which it cannot be read back.',
        ],
      },
    ],
    noNotice: {
      heading: 'The privacy notice',
      text: `Federal law (15 USC 6803) gives you a notice of what ${lender.name} shares and with whom. Call ${lender.phone} (${lender.hours}) for a copy.`,
    },
  }),
  complaints: (lender: Lender): PlainText => ({
    title: 'Complaints',
    sections: [
      {
        heading: 'Tell us first, if you can',
        paragraphs: [
          `Call ${lender.phone} (${lender.hours}) or write to ${lender.email}. Say what happened and what would put it right. Your account number is enough for us to find you; please never send a full SSN or a password.`,
        ],
      },
      {
        heading: 'You do not have to tell us first',
        paragraphs: [
          'The Consumer Financial Protection Bureau takes complaints about vehicle loans and leases at consumerfinance.gov/complaint or (855) 411-2372. The attorney general of your state does too.',
        ],
      },
    ],
  }),
}
