// The addresses of the help pages, which other pages and letters may name: none is ever changed.
import type { Words } from '#src/words/words.ts'

export type HelpSlug = keyof Words['help']['topics']

type Group = {
  readonly key: keyof Words['help']['groups']
  /** Its column on wide screens; phones show the first column first. */
  readonly at: 'main' | 'side'
  readonly topics: readonly HelpSlug[]
}

/** The overview, by what has happened; every topic stands once. */
export const HELP_GROUPS: readonly Group[] = [
  {
    key: 'gettingIn',
    at: 'main',
    topics: [
      'locked-out',
      'wrong-password',
      'forgotten-password',
      'forgotten-username',
      'browser',
      'signed-out',
    ],
  },
  {
    key: 'codes',
    at: 'side',
    topics: ['code-does-not-arrive', 'new-number', 'lost-phone', 'second-step', 'passkeys'],
  },
  {
    key: 'firstTime',
    at: 'side',
    topics: [
      'first-registration',
      'numbers-do-not-match',
      'co-borrower',
      'second-account',
      'already-registered',
    ],
  },
  {
    key: 'safety',
    at: 'main',
    topics: ['fraud', 'gave-a-code', 'change-password', 'shared-computer'],
  },
  {
    key: 'using',
    at: 'main',
    topics: [
      'pay-without-signing-in',
      'change-contact',
      'close-sign-in',
      'fees',
      'phone',
      'reach-us',
    ],
  },
]

type Destination = keyof Words['help']['go']

/** Where the portal's own pages for it are. */
export const DESTINATIONS: Readonly<Record<Destination, string>> = {
  signIn: '/sign-in',
  recover: '/recover',
  register: '/register',
}

/** What a topic leads to, and what whoever asks it asks next. */
export const NEXT: Readonly<
  Record<HelpSlug, { readonly go?: Destination; readonly related: readonly HelpSlug[] }>
> = {
  'locked-out': { go: 'recover', related: ['wrong-password', 'passkeys', 'fraud'] },
  'wrong-password': { go: 'signIn', related: ['forgotten-password', 'locked-out', 'browser'] },
  'forgotten-username': { go: 'recover', related: ['forgotten-password', 'new-number'] },
  'forgotten-password': { go: 'recover', related: ['new-number', 'numbers-do-not-match'] },
  browser: { related: ['signed-out', 'phone'] },
  'signed-out': { go: 'signIn', related: ['shared-computer', 'fraud', 'browser'] },
  'code-does-not-arrive': { related: ['new-number', 'second-step', 'lost-phone'] },
  'new-number': { related: ['change-contact', 'lost-phone', 'reach-us'] },
  'lost-phone': { related: ['second-step', 'passkeys', 'new-number'] },
  'second-step': { related: ['passkeys', 'lost-phone', 'code-does-not-arrive'] },
  passkeys: { related: ['second-step', 'lost-phone', 'shared-computer'] },
  'first-registration': {
    go: 'register',
    related: ['numbers-do-not-match', 'co-borrower', 'already-registered'],
  },
  'numbers-do-not-match': { go: 'register', related: ['already-registered', 'co-borrower'] },
  'co-borrower': { go: 'register', related: ['first-registration', 'already-registered'] },
  'second-account': { go: 'signIn', related: ['first-registration', 'co-borrower'] },
  'already-registered': { go: 'recover', related: ['fraud', 'forgotten-username'] },
  fraud: { related: ['gave-a-code', 'second-step', 'shared-computer'] },
  'gave-a-code': { go: 'recover', related: ['fraud', 'second-step'] },
  'change-password': { go: 'signIn', related: ['forgotten-password', 'second-step'] },
  'shared-computer': { related: ['signed-out', 'passkeys'] },
  'change-contact': { go: 'signIn', related: ['new-number', 'second-step', 'reach-us'] },
  'close-sign-in': { go: 'signIn', related: ['change-contact', 'first-registration', 'reach-us'] },
  phone: { related: ['passkeys', 'browser'] },
  fees: { related: ['pay-without-signing-in', 'reach-us'] },
  'pay-without-signing-in': { go: 'recover', related: ['locked-out', 'fees', 'reach-us'] },
  'reach-us': { related: ['fraud', 'pay-without-signing-in'] },
}

export function helpPath(slug: HelpSlug): string {
  return `/help/${slug}`
}
