// Two ways through the same first steps: registering, and recovering a forgotten name or password.
import type { ContactPurpose } from '#src/identity/proof/purposes.ts'
import type { Words } from '#src/words/words.ts'

export type AccountFlow = {
  readonly purpose: ContactPurpose
  /** Which account is yours. */
  readonly proof: '/register' | '/recover' | '/recover/factor' | '/add-account'
  /** A code to a contact on file. */
  readonly contact: `${AccountFlow['proof']}/contact`
  /** What it is all for. */
  readonly last: '/register/sign-in' | '/recover/password' | '/recover/factor/removal' | '/accounts'
  readonly words: (words: Words) => FlowWords
}

type FlowWords = Pick<
  Words['identity']['register'],
  | 'title'
  | 'proofTitle'
  | 'proofLead'
  | 'contactTitle'
  | 'contactLead'
  | 'contactNone'
  | 'refused'
  | 'already'
>

export const REGISTERING: AccountFlow = {
  purpose: 'registration',
  proof: '/register',
  contact: '/register/contact',
  last: '/register/sign-in',
  words: ({ identity }) => identity.register,
}

export const RECOVERING: AccountFlow = {
  purpose: 'recovery',
  proof: '/recover',
  contact: '/recover/contact',
  last: '/recover/password',
  words: ({ identity }) => identity.recover,
}
