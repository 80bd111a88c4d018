// Bills and reminders as they leave the portal: by mail, and by text message to who agreed to it.
import type { PaymentFacts } from './payment-messages.ts'

type Lender = { readonly name: string; readonly host: string }

const where = ({ host }: Lender) =>
  `To pay, or to see what is due, type ${host} yourself: we never send a link.`

export const billNotices = {
  paymentDue: {
    subject: (lender: Lender) => `Your payment to ${lender.name} is coming up`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      `${facts.amount} is due on ${facts.effective}. Money that you have set to come by then is not counted here.`,
      where(lender),
      'You can leave these reminders off under Your profile.',
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: ${facts.amount} is due on ${facts.effective}. Stop these under Your profile on ${lender.host}.`,
  },
  statementReady: {
    subject: (lender: Lender) => `Your statement from ${lender.name} is ready`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      `Your statement through ${facts.effective} is ready. You find it under Documents.`,
      where(lender),
      'You can leave these reminders off under Your profile.',
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: your statement through ${facts.effective} is ready. Stop these under Your profile on ${lender.host}.`,
  },
  statementCorrected: {
    subject: (lender: Lender) => `${lender.name} corrected a statement of yours`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      `We corrected your statement through ${facts.effective}. The corrected one says what changed and why; both are under Documents.`,
      where(lender),
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: we corrected your statement through ${facts.effective}. See it under Documents on ${lender.host}.`,
  },
  vehicleInterestReady: {
    subject: (lender: Lender) => `Vehicle loan interest statement from ${lender.name}`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      `The interest that we received from you in the year through ${facts.effective} stands on a statement under Documents, to keep with tax papers.`,
      where(lender),
      'You can leave these reminders off under Your profile.',
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: your vehicle loan interest statement for the year through ${facts.effective} is ready. Stop these under Your profile on ${lender.host}.`,
  },
  defermentOffered: {
    subject: (lender: Lender) => `An offer from ${lender.name} to put off payments`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      `An offer to put off payments is under Documents, to read and sign by ${facts.effective}. Nothing changes until it is signed and recorded.`,
      `To read it, type ${lender.host} yourself: we never send a link.`,
      'You can leave these reminders off under Your profile.',
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: an offer to put off payments, good through ${facts.effective}, is under Documents. Stop these under Your profile on ${lender.host}.`,
  },
  privacyNoticeGiven: {
    subject: (lender: Lender) => `Privacy notice of ${lender.name}`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      `What we share of your personal information, and with whom, stands in our privacy notice, revised ${facts.effective}. You find it under Documents, and on the privacy page without signing in.`,
      `To read it, type ${lender.host} yourself: we never send a link.`,
      'You can leave these reminders off under Your profile.',
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: our privacy notice, revised ${facts.effective}, is under Documents. Stop these under Your profile on ${lender.host}.`,
  },
  paymentPastDue: {
    subject: (lender: Lender) => `A payment to ${lender.name} is past due`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      `${facts.amount} is past due: the payment of ${facts.effective} is not in. Pay it as soon as you can; a late charge may follow.`,
      where(lender),
      'You can leave these reminders off under Your profile.',
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: ${facts.amount} is past due since ${facts.effective}. Stop these under Your profile on ${lender.host}.`,
  },
}
