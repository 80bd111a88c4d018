import { deskAccounts } from './desk-accounts.ts'
import { deskCustomers } from './desk-customers.ts'
import { deskDeferments } from './desk-deferments.ts'
import { deskEntry } from './desk-entry.ts'
import { deskMarks } from './desk-marks.ts'
import { deskMoney } from './desk-money.ts'
import { deskPapers } from './desk-papers.ts'
import { deskPeople } from './desk-people.ts'
import { deskPosting } from './desk-posting.ts'
import { deskTime } from './desk-time.ts'

/** The staff desk. */
export const desk = {
  title: 'Staff desk',
  name: (lender: string) => `${lender} · desk`,
  skip: 'Skip to the content',
  navigation: 'Places of the desk',
  heading: (lender: string) => `${lender}: staff desk`,
  answers: 'The desk answers.',
  databaseAnswers: 'The database answers.',
  databaseSilent: 'The database does not answer. Nothing can be served until it does.',
  checkedAt: (moment: string) => `Checked ${moment} (UTC).`,
  roles: {
    agent: 'Agent',
    supervisor: 'Supervisor',
    administrator: 'Administrator',
    auditor: 'Auditor',
  },
  ...deskEntry,
  accounts: deskAccounts,
  customers: deskCustomers,
  marks: deskMarks,
  money: deskMoney,
  posting: deskPosting,
  papers: deskPapers,
  deferments: deskDeferments,
  people: deskPeople,
  time: deskTime,
  errors: {
    notFound: {
      title: 'There is no such page',
      text: 'The address leads nowhere, or what it led to is gone.',
    },
    notAllowed: {
      title: 'Not with your role',
      text: 'Your role at this desk does not include this. The attempt was written down. If you need it for your work, ask an administrator.',
    },
    formRefused: {
      title: 'We did not accept this form',
      text: 'It did not come from an open page of this desk, or your session is over. Nothing was changed. Open the page again and send it from there.',
    },
    failed: {
      title: 'Something went wrong on our side',
      text: 'Nothing was changed. Try again in a minute; if it stays so, give the number below to whoever runs this desk.',
    },
    reference: 'Reference',
    home: 'To the start of the desk',
  },
  mailbox: {
    title: 'Mailbox of the demo',
    lead: 'No mail server and no text gateway is set, so what would go out is kept here. A lender’s own Keyturn has no such page.',
    none: 'Nothing was sent yet',
    noneText: 'Codes arrive here within a second or two.',
    again: 'Look again',
    time: 'Time of the demo',
    text: 'Text message',
    to: (address: string, at: string) => `To ${address}, ${at.slice(0, 16).replace('T', ' ')} UTC`,
  },
}
