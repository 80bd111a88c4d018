// Time and identity come in from outside: the domain has neither clock nor randomness.

/**
 * Wall time as an ISO instant in UTC ("2026-11-24T16:48:00.000Z"). The demo's movable clock shifts
 * it.
 */
export type Clock = { readonly now: () => string }

/** Makes a new UUIDv7: unique, and ordered by time. */
export type NewId = () => string
