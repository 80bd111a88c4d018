// How sure we are who is asking. The session keeps what was shown and when; the level follows from
// that each time it is asked, and is stored nowhere.
import type { Authentication } from '#src/store/logins/sessions.ts'

/** 0: nothing shown. 1: a password alone. */
export type Level = 0 | 1

/** What makes a session a signed-in one. */
export const signInLevel: Level = 1

export function levelOf(authenticated: readonly Authentication[]): Level {
  return authenticated.some((shown) => shown.method === 'password') ? 1 : 0
}

/** A password says nothing about who held the device. */
export function byPassword(at: string): Authentication {
  return { method: 'password', at, verifiedUser: false }
}
