// Papers: the page that lists them, what stands on every one, the page that checks them.
import {
  amortization,
  askedPapers,
  askForm,
  autopayCopy,
  coupons,
  vehicleInterest,
  yearInterest,
} from './asked-papers.ts'
import { attached } from './attached.ts'
import { check } from './check.ts'
import { consent } from './consent.ts'
import { deferment } from './deferment.ts'
import { paperKeys } from './paper-keys.ts'
import { payoffLetter } from './payoff-letter.ts'
import { privacyNotice } from './privacy-notice.ts'
import { paidInFull, receipt } from './proof.ts'
import { statement } from './statement.ts'

export const documents = {
  title: 'Documents',
  lead: 'Everything we printed for this account, and papers such as your contract. Each stays as it was on the day it came.',
  kinds: {
    payoffLetter: 'Payoff letter',
    statement: 'Statement',
    receipt: 'Payment receipt',
    paidInFull: 'Paid-in-full letter',
    yearInterest: 'Interest summary',
    vehicleInterest: 'Vehicle loan interest statement',
    amortization: 'Amortization schedule',
    coupons: 'Payment coupons',
    autopayCopy: 'Autopay permission',
    privacyNotice: 'Privacy notice',
    defermentAgreement: 'Offer to put off payments',
    ...attached.kinds,
  },
  columns: { dated: 'Date', what: 'Document', code: 'Code', file: 'File' },
  detail: {
    payoffLetter: (day: string, amount: string) => `To close the loan on ${day}: ${amount}`,
  },
  ready: (name: string) => `${name}: ready.`,
  readyText: 'It is kept here for good.',
  open: 'Open PDF',
  download: 'Download',
  /** For whoever hears links out of their row. */
  openNamed: (name: string, day: string) => `Open PDF: ${name} of ${day}`,
  downloadNamed: (name: string, day: string) => `Download: ${name} of ${day}`,
  size: (kilobytes: string) => `PDF, ${kilobytes} KB`,
  empty: 'No papers yet',
  emptyText: 'A payoff letter that you ask for on the payoff page is kept here.',
  emptyAction: 'Get a payoff quote',
  emptyPaid: 'A letter that says that this loan is paid is made at once, and kept here.',
  emptyOther:
    'Statements are kept here once they are made, and receipts that you ask for under Activity.',
  codes:
    'Every paper that we printed carries a code. Whoever holds it can check it without signing in:',
  checkLink: 'check a letter',
  filter: {
    year: 'Year',
    allYears: 'All years',
    kind: 'Kind',
    allKinds: 'All kinds',
    search: 'Search',
    find: 'Find',
    none: 'No paper has that in its row. Try fewer words.',
    whole: (year: string) => `Download all papers of ${year} (ZIP)`,
  },
  print: {
    page: 'Page',
    of: 'of',
    foot: (legalName: string, id: string) => `${legalName}. Digitally signed. Document ${id}`,
    checkHeading: 'Check this letter before you send money',
    checkHow: (host: string, phone: string) => `At ${host}/check, or call ${phone}`,
    code: 'Letter code',
    documentCode: 'Document code',
    qr: (host: string) => `Square code that opens ${host}/check with the code of this paper`,
    customers: (count: number): string => (count === 1 ? 'Customer' : 'Customers'),
    account: 'Account',
    ending: (digits: string) => `ending ${digits}`,
    vehicle: 'Vehicle',
    vin: 'VIN ending',
    quote: 'Quote',
  },
  payoffLetter,
  statement,
  receipt,
  paidInFull,
  askedPapers,
  yearInterest,
  vehicleInterest,
  amortization,
  coupons,
  autopayCopy,
  privacyNotice,
  deferment,
  askForm,
  check,
  keys: paperKeys,
  attached,
  consent,
}
