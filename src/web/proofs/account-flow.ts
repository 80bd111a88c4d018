// Ways through the same first steps: registering, recovering a forgotten name or password, taking
// away a lost second factor, and adding another account.
import type { ContactPurpose, ProofPurpose } from '#src/identity/proof/purposes.ts'
import type { IconName } from '#src/ui/icon.tsx'
import type { Words } from '#src/words/words.ts'

export type AccountFlow = {
  readonly purpose: ProofPurpose
  /** Which account is yours. */
  readonly proof: string
  /** What comes after that. */
  readonly next: string
  /** Of how many; null where this is all there is. */
  readonly steps: 3 | null
  /** Where to go instead. */
  readonly leave: '/sign-in' | '/accounts' | '/security'
  /** Of what happens afterwards, where the words say it. */
  readonly icons?: readonly IconName[]
  readonly words: (words: Words) => FlowWords
}

/** With a code to a contact on file as its second step. */
export type ContactFlow = Omit<AccountFlow, 'words'> & {
  readonly purpose: ContactPurpose
  readonly contact: string
  /** What it is all for. */
  readonly last: string
  readonly words: (words: Words) => ContactWords
}

export type FlowWords = {
  readonly title: string
  readonly proofTitle: string
  readonly proofLead: string
  readonly refused: Words['identity']['register']['refused']
  /** Asks, before the link to where to go instead. */
  readonly already: string
  readonly leave: string
  readonly afterwardsHeading?: string
  readonly afterwards?: readonly string[]
}

type ContactWords = FlowWords &
  Pick<Words['identity']['register'], 'contactTitle' | 'contactLead' | 'contactNone'>

export const REGISTERING: ContactFlow = {
  purpose: 'registration',
  proof: '/register',
  next: '/register/contact',
  contact: '/register/contact',
  last: '/register/sign-in',
  steps: 3,
  leave: '/sign-in',
  words: ({ identity }) => ({ ...identity.register, leave: identity.register.signInInstead }),
}

export const RECOVERING: ContactFlow = {
  purpose: 'recovery',
  proof: '/recover',
  next: '/recover/contact',
  contact: '/recover/contact',
  last: '/recover/password',
  steps: 3,
  leave: '/sign-in',
  words: ({ identity }) => ({ ...identity.recover, leave: identity.register.signInInstead }),
}

/** Begins in half a session, and goes on in one that knows nobody. */
export const LOST_FACTOR: ContactFlow = {
  purpose: 'lostFactor',
  proof: '/recover/factor',
  next: '/recover/factor/contact',
  contact: '/recover/factor/contact',
  last: '/recover/factor/removal',
  icons: ['log-out', 'fingerprint-pattern', 'clock'],
  steps: 3,
  leave: '/sign-in',
  words: ({ identity, provenChanges }) => ({
    ...provenChanges.lostFactor,
    leave: identity.register.signInInstead,
  }),
}

export const NEW_FACTOR: AccountFlow = {
  purpose: 'newFactor',
  proof: '/security/proof',
  next: '/security/proof',
  icons: ['plus', 'mail', 'clock'],
  steps: null,
  leave: '/security',
  words: ({ provenChanges: { newFactor: w } }) => ({
    ...w,
    proofTitle: w.title,
    proofLead: w.lead,
    leave: w.back,
  }),
}

export const NEW_ACCOUNT: ContactFlow = {
  purpose: 'newAccount',
  proof: '/add-account',
  next: '/add-account/contact',
  contact: '/add-account/contact',
  last: '/accounts',
  steps: 3,
  leave: '/accounts',
  words: ({ provenChanges }) => ({
    ...provenChanges.newAccount,
    leave: provenChanges.newAccount.back,
  }),
}
