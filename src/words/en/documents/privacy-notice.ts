// The federal model privacy form (12 CFR 1016, appendix; a form of the United States government).
// Its wording is the safe harbor of 12 CFR 1016.2(a): nothing here is said in other words.
import type {
  CollectedKind,
  CollectingOccasion,
  SharingReason,
} from '#src/domain/privacy-notice.ts'

export const privacyNotice = {
  detail: (day: string) => `Revised ${day}`,
  checked: 'Revised on',
  superseded: 'Genuine, but replaced',
  checkedText: 'We wrote this notice, and it is the one in force.',
  supersededText: 'We wrote this notice. A newer one is in force: see the privacy page.',
  lead: 'What we share of your personal information, why, and with whom, as the federal model form asks it.',
  menu: 'What we share of your personal information, and with whom.',
  open: { en: 'Open it in English (PDF)', es: 'Open it in Spanish (PDF)' },
  codes: 'It carries a code. Whoever holds it can check it without signing in:',
  fileTitle: (lender: string, day: string) => `Privacy notice of ${lender}, revised ${day}`,
  revised: (month: string) => `Rev. ${month}`,
  facts: 'FACTS',
  title: (lender: string) => `WHAT DOES ${lender.toUpperCase()} DO WITH YOUR PERSONAL INFORMATION?`,
  why: 'Why?',
  whyText:
    'Financial companies choose how they share your personal information. Federal law gives consumers the right to limit some but not all sharing. Federal law also requires us to tell you how we collect, share, and protect your personal information. Please read this notice carefully to understand what we do.',
  what: 'What?',
  whatText:
    'The types of personal information we collect and share depend on the product or service you have with us. This information can include:',
  socialSecurity: (second: string) => `Social Security number and ${second}`,
  pair: (first: string, second: string) => `${first} and ${second}`,
  former:
    'When you are no longer our customer, we continue to share your information as described in this notice.',
  how: 'How?',
  howText: (lender: string) =>
    `All financial companies need to share customers’ personal information to run their everyday business. In the section below, we list the reasons financial companies can share their customers’ personal information; the reasons ${lender} chooses to share; and whether you can limit this sharing.`,
  heads: {
    reason: 'Reasons we can share your personal information',
    shares: (lender: string) => `Does ${lender} share?`,
    limit: 'Can you limit this sharing?',
  },
  reasons: {
    everydayBusiness:
      'For our everyday business purposes—such as to process your transactions, maintain your account(s), respond to court orders and legal investigations, or report to credit bureaus',
    marketing: 'For our marketing purposes—to offer our products and services to you',
    jointMarketing: 'For joint marketing with other financial companies',
    affiliatesTransactions:
      'For our affiliates’ everyday business purposes—information about your transactions and experiences',
    affiliatesCreditworthiness:
      'For our affiliates’ everyday business purposes—information about your creditworthiness',
    affiliatesMarketing: 'For our affiliates to market to you',
    nonaffiliatesMarketing: 'For nonaffiliates to market to you',
  } satisfies Record<SharingReason, string>,
  yes: 'Yes',
  no: 'No',
  notShared: 'We don’t share',
  limit: 'To limit our sharing',
  limitCall: (phone: string) => `Call ${phone}—our menu will prompt you through your choice(s)`,
  limitVisit: (website: string) => `Visit us online: ${website}`,
  or: 'or',
  pleaseNote: 'Please note:',
  noteNew: (days: string) =>
    `If you are a new customer, we can begin sharing your information ${days} days from the date we sent this notice. When you are no longer our customer, we continue to share your information as described in this notice.`,
  noteAnyTime: 'However, you can contact us at any time to limit our sharing.',
  questions: 'Questions?',
  questionsText: (phone: string, website: string) => `Call ${phone} or go to ${website}`,
  whatWeDo: 'What we do',
  protect: (lender: string) => `How does ${lender} protect my personal information?`,
  protectText:
    'To protect your personal information from unauthorized access and use, we use security measures that comply with federal law. These measures include computer safeguards and secured files and buildings.',
  collect: (lender: string) => `How does ${lender} collect my personal information?`,
  collectText: 'We collect your personal information, for example, when you',
  orPair: (first: string, second: string) => `${first} or ${second}`,
  fromOthers: {
    bureausOrAffiliates:
      'We also collect your personal information from others, such as credit bureaus, affiliates, or other companies.',
    otherCompanies: 'We also collect your personal information from other companies.',
  },
  whyNotAll: 'Why can’t I limit all sharing?',
  whyNotAllText: 'Federal law gives you the right to limit only',
  rights: [
    'sharing for affiliates’ everyday business purposes—information about your creditworthiness',
    'affiliates from using your information to market to you',
    'sharing for nonaffiliates to market to you',
  ] as readonly string[],
  moreRights:
    'State laws and individual companies may give you additional rights to limit sharing.',
  seeBelow: 'See below for more on your rights under state law.',
  joint: 'What happens when I limit sharing for an account I hold jointly with someone else?',
  jointChoices: {
    everyone: 'Your choices will apply to everyone on your account.',
    unlessToldOtherwise:
      'Your choices will apply to everyone on your account—unless you tell us otherwise.',
  },
  definitions: 'Definitions',
  affiliates: 'Affiliates',
  affiliatesText:
    'Companies related by common ownership or control. They can be financial and nonfinancial companies.',
  affiliatesAre: {
    none: (lender: string) => `${lender} has no affiliates`,
    notShared: (lender: string) => `${lender} does not share with our affiliates`,
  },
  affiliatesNamed: (list: string) => `Our affiliates include ${list}`,
  nonaffiliates: 'Nonaffiliates',
  nonaffiliatesText:
    'Companies not related by common ownership or control. They can be financial and nonfinancial companies.',
  nonaffiliatesNone: (lender: string) =>
    `${lender} does not share with nonaffiliates so they can market to you`,
  nonaffiliatesNamed: (list: string) => `Nonaffiliates we share with can include ${list}`,
  jointMarketing: 'Joint marketing',
  jointMarketingText:
    'A formal agreement between nonaffiliated financial companies that together market financial products or services to you.',
  jointMarketingNone: (lender: string) => `${lender} doesn’t jointly market`,
  jointMarketingNamed: (list: string) => `Our joint marketing partners include ${list}`,
  other: 'Other important information',
  copy: 'About this copy',
  copyText:
    'This page is not part of the notice. It says how anybody can see that we wrote it, and whether it is the one in force.',
  collects: {
    income: 'income',
    'account balances': 'account balances',
    'payment history': 'payment history',
    'transaction history': 'transaction history',
    'transaction or loss history': 'transaction or loss history',
    'credit history': 'credit history',
    'credit scores': 'credit scores',
    assets: 'assets',
    'overdraft history': 'overdraft history',
    'purchase history': 'purchase history',
    'account transactions': 'account transactions',
    'credit card or other debt': 'credit card or other debt',
    'checking account information': 'checking account information',
    'employment information': 'employment information',
    'wire transfer instructions': 'wire transfer instructions',
  } satisfies Record<CollectedKind, string>,
  collectedWhen: {
    'open an account': 'open an account',
    'pay your bills': 'pay your bills',
    'apply for a loan': 'apply for a loan',
    'use your credit or debit card': 'use your credit or debit card',
    'pay us by check': 'pay us by check',
    'give us your income information': 'give us your income information',
    'provide employment information': 'provide employment information',
    'give us your employment history': 'give us your employment history',
    'apply for financing': 'apply for financing',
    'apply for a lease': 'apply for a lease',
    'provide account information': 'provide account information',
    'give us your contact information': 'give us your contact information',
    'give us your wage statements': 'give us your wage statements',
    'make a wire transfer': 'make a wire transfer',
    'show your government-issued ID': 'show your government-issued ID',
    'show your driver’s license': 'show your driver’s license',
  } satisfies Record<CollectingOccasion, string>,
}
