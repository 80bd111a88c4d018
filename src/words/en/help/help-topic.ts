// One answer of the help pages, and the figures that its sentences are filled with: each comes from
// where the product itself takes it.

/** What happened, what to do now, how long it takes. Whom to call stands beside every answer. */
export type HelpTopic = {
  /** In the words of the person who asks. */
  readonly title: string
  /** The answer in one or two sentences. */
  readonly answer: string
  readonly why: readonly string[]
  readonly steps: readonly string[]
  readonly time: string
}

export type HelpFacts = {
  readonly lender: string
  readonly phone: string
  readonly hours: string
  readonly fraudPhone: string
  readonly email: string
  /** The postal address on one line. */
  readonly address: string
  /** The portal's own, as the browser shows it. */
  readonly host: string
  /** Null where no mail goes out. */
  readonly mailFrom: string | null
  readonly signIn: {
    readonly tries: number
    readonly firstWait: string
    readonly longestWait: string
    readonly most: number
  }
  readonly code: {
    readonly digits: number
    readonly minutes: number
    readonly tries: number
    readonly sends: number
    readonly sendWait: string
  }
  /** `needs`: "your account number, the last 4 digits of ... and ...". */
  readonly proof: {
    readonly needs: string
    readonly tries: number
    readonly minutes: number
    readonly asksBirthDate: boolean
  }
  readonly session: {
    readonly idleMinutes: number
    /** Where the person said that the computer is shared. */
    readonly sharedMinutes: number
    readonly hours: number
  }
  /** Null where the lender lets no browser be trusted. */
  readonly trustDays: number | null
  /** Whether codes by text message and e-mail are a second step. */
  readonly takesCodes: boolean
  readonly formMinutes: number
  readonly holdHours: number
  readonly freshMinutes: number
  readonly passwordMinimum: number
  readonly backupCodes: number
  readonly apps: number
}
