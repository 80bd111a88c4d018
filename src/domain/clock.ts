// Time and identity come in from outside: the domain has neither clock nor randomness.

/**
 * Now as an ISO instant in UTC ("2026-11-24T16:48:00.000Z"): wall time for who is asking, money's
 * time, which a demo can move on, for what the business does (decision 0020).
 */
export type Clock = { readonly now: () => string }

/** Makes a new UUIDv7: unique, and ordered by time. */
export type NewId = () => string
