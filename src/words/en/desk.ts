/** The staff desk. */
export const desk = {
  title: 'Staff desk',
  skip: 'Skip to the content',
  heading: (lender: string) => `${lender}: staff desk`,
  answers: 'The desk answers.',
  databaseAnswers: 'The database answers.',
  databaseSilent: 'The database does not answer. Nothing can be served until it does.',
  noData: 'Staff sign-in is not built yet, so this page shows no account and no data.',
  checkedAt: (moment: string) => `Checked ${moment} (UTC).`,
  notFound: 'There is no such page on the staff desk.',
  mailbox: {
    title: 'Mailbox of the demo',
    lead: 'No mail server and no text gateway is set, so what would go out is kept here. A lender’s own Keyturn has no such page.',
    none: 'Nothing was sent yet',
    noneText: 'Codes arrive here within a second or two.',
    again: 'Look again',
    text: 'Text message',
    to: (address: string, at: string) => `To ${address}, ${at.slice(0, 16).replace('T', ' ')} UTC`,
  },
}
