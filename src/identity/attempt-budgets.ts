// How many tries each secret has, how long one waits after them, and when no wait helps.
import type { AttemptRule } from '#src/store/logins/attempt-statements.ts'

type Budget = {
  readonly freeTries: number
  readonly forgetAfterHours: number
  /** A right answer clears the row, or takes back its own try only where many people share it. */
  readonly afterSuccess: 'cleared' | 'givenBack'
  /** Every wait is so long, instead of growing. */
  readonly waitSeconds?: number
  /** So many failures in a row and no wait helps any more. */
  readonly closesAfter?: number
}

/** After so long without a try, no budget remembers anything. */
export const longestMemoryHours = 720

/**
 * NIST 800-63B-4 section 3.2.2. Who guesses at a name closes it for browsers that its owner never
 * used, until a recovery; one that the owner has used has its own hundred, and a passkey none.
 */
export const mostFailures = 100

/** Waits after the free tries: 30 seconds, then twice as long each time, up to an hour. */
export const firstWaitSeconds = 30
export const longestWaitSeconds = 3600

export const BUDGETS = {
  // Whatever the name, also one that nobody has. Kept for 30 days without a try.
  'sign-in-name': {
    freeTries: 5,
    forgetAfterHours: longestMemoryHours,
    afterSuccess: 'cleared',
    closesAfter: mostFailures,
  },
  // The same for a browser that the login has signed in with before: strangers do not share it.
  'sign-in-device': {
    freeTries: 5,
    forgetAfterHours: longestMemoryHours,
    afterSuccess: 'cleared',
    closesAfter: mostFailures,
  },
  // A household or an office shares an address.
  'sign-in-address': { freeTries: 20, forgetAfterHours: 24, afterSuccess: 'givenBack' },
  'registration-account': {
    freeTries: 5,
    forgetAfterHours: longestMemoryHours,
    afterSuccess: 'cleared',
  },
  'registration-address': { freeTries: 10, forgetAfterHours: 24, afterSuccess: 'givenBack' },
  // Each "that username is taken" says that a name exists.
  'username-address': { freeTries: 10, forgetAfterHours: 24, afterSuccess: 'givenBack' },
  // Second factors of a login, whichever it is, and the code of somebody who registers.
  'factor-login': {
    freeTries: 5,
    forgetAfterHours: longestMemoryHours,
    afterSuccess: 'cleared',
    closesAfter: mostFailures,
  },
  // The same in a browser that the login has signed in with before: whoever learned the password
  // and has no factor does not share it.
  'factor-device': {
    freeTries: 5,
    forgetAfterHours: longestMemoryHours,
    afterSuccess: 'cleared',
    closesAfter: mostFailures,
  },
  'registration-code': {
    freeTries: 5,
    forgetAfterHours: longestMemoryHours,
    afterSuccess: 'cleared',
  },
  // The code that shows that a new contact is one's own.
  'contact-code': { freeTries: 5, forgetAfterHours: longestMemoryHours, afterSuccess: 'cleared' },
  // Each set of backup codes costs ten argon2 runs: five, then one an hour.
  'backup-set-login': {
    freeTries: 5,
    forgetAfterHours: 1,
    afterSuccess: 'givenBack',
    waitSeconds: 3600,
  },
  // A passkey cannot be guessed, so these only bound the work that a stranger can cause. They stand
  // apart from those of passwords: whoever tries passwords never keeps a passkey's owner out.
  passkey: { freeTries: 5, forgetAfterHours: 24, afterSuccess: 'cleared' },
  'passkey-address': { freeTries: 20, forgetAfterHours: 24, afterSuccess: 'givenBack' },
  // Codes that are sent, for one login or obligor and to one contact: five, then one an hour.
  'code-login': { freeTries: 5, forgetAfterHours: 1, afterSuccess: 'givenBack', waitSeconds: 3600 },
  'code-device': {
    freeTries: 5,
    forgetAfterHours: 1,
    afterSuccess: 'givenBack',
    waitSeconds: 3600,
  },
  // A letter's code has 80 bits: this bounds the work that a stranger can cause.
  'letter-address': { freeTries: 20, forgetAfterHours: 24, afterSuccess: 'givenBack' },
  // Codes of payoff links, whichever the link; each link has five of its own besides.
  'payoff-link-address': { freeTries: 10, forgetAfterHours: 24, afterSuccess: 'givenBack' },
  // What the holder of a payoff link says will come: each time its owner is told.
  'payoff-stated': {
    freeTries: 5,
    forgetAfterHours: 1,
    afterSuccess: 'givenBack',
    waitSeconds: 3600,
  },
  // The same of a calendar's address, which has 220.
  'calendar-address': { freeTries: 20, forgetAfterHours: 24, afterSuccess: 'givenBack' },
  'code-destination': {
    freeTries: 5,
    forgetAfterHours: 1,
    afterSuccess: 'givenBack',
    waitSeconds: 3600,
  },
} as const satisfies Record<string, Budget>

export type AttemptScope = keyof typeof BUDGETS

/** Rows of these with so many failures are kept for good: or a month would open them again. */
export const CLOSED = {
  scopes: Object.entries<Budget>(BUDGETS)
    .filter(([, { closesAfter }]) => closesAfter !== undefined)
    .map(([scope]) => scope),
  failures: mostFailures,
}

export function ruleOf(scope: AttemptScope): AttemptRule {
  const { freeTries, forgetAfterHours, waitSeconds, closesAfter }: Budget = BUDGETS[scope]
  return {
    freeTries,
    firstWaitSeconds: waitSeconds ?? firstWaitSeconds,
    longestWaitSeconds: waitSeconds ?? longestWaitSeconds,
    forgetAfterHours,
    closesAfter: closesAfter ?? null,
  }
}
