// What registering and recovering ask for: by the lender's file the vehicle's number or the birth
// date, and the end of an identity number of the region.
import type { IdentityRegion } from '#src/domain/regions/identity-numbers.ts'

type LastFour = { readonly label: string; readonly wrong: string; readonly inList: string }

const lastFour: Readonly<Record<IdentityRegion, LastFour>> = {
  us: {
    label: 'Last 4 digits of your SSN or ITIN',
    wrong: 'Type the last 4 digits of your SSN or ITIN.',
    inList: 'the last 4 digits of your SSN or ITIN',
  },
  ca: {
    label: 'Last 4 digits of your Social Insurance Number (SIN)',
    wrong: 'Type the last 4 digits of your Social Insurance Number.',
    inList: 'the last 4 digits of your Social Insurance Number (SIN)',
  },
  gb: {
    label: 'Last 4 characters of your National Insurance number',
    wrong: 'Type the last 3 digits of your National Insurance number and its last letter.',
    inList: 'the last 4 characters of your National Insurance number',
  },
  de: {
    label: 'Last 4 digits of your tax identification number',
    wrong: 'Type the last 4 digits of your tax identification number.',
    inList: 'the last 4 digits of your tax identification number',
  },
}

export const accountProof = {
  lead: {
    vin: 'Type three things as they stand in your contract.',
    birthDate: 'Type two numbers as they stand in your contract, and your birth date.',
  },
  accountNumber: 'Account number',
  accountNumberHint:
    'On your contract and on every letter from us. Spaces and dashes do not matter.',
  accountNumberMissing: 'Type your account number.',
  lastFour,
  lastFourHint: 'Your own. A co-borrower uses theirs.',
  vin: 'Vehicle identification number (VIN)',
  vinHint:
    '17 letters and digits: on your contract, your insurance card, and behind the windshield on the driver’s side.',
  vinWrong: 'A VIN has 17 letters and digits, and never the letters I, O or Q.',
  birthDate: 'Birth date',
  birthDateHint: 'Your own: month, day and year.',
  birthDateWrong: 'Type your birth date with month, day and year, such as 04/27/1985.',
  /** Where the file has no birth date of a person, whoever it is who asks. */
  birthDateMissing:
    'If all three are right, our file may be without your birth date: we add it by phone.',
  submit: 'Continue',
  /** In the middle of a sentence. */
  needs: (digits: string, other: string) => `your account number, ${digits} and ${other}`,
  inList: {
    vin: 'your vehicle’s VIN',
    birthDate: 'your birth date',
  },
  /** Under "first time here": what to have at hand. */
  ready: (digits: string, other: string) =>
    `Have your account number, ${digits} and ${other} ready.`,
}
