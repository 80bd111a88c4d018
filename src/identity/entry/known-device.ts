// A browser that signed in before is known by a cookie. It proves nothing: it only gives its owner
// a budget of wrong passwords that no stranger can use up (ASVS 5.0 V6.1.1).
import type { NewId } from '#src/domain/clock.ts'
import type { Db, Tx } from '#src/store/database.ts'
import { findKnownDevice, noteKnownDevice } from '#src/store/logins/known-devices.ts'
import { hashOfToken, newToken } from '#src/vault/tokens.ts'
import type { Visit } from '../sessions.ts'
import type { AttemptLane } from '../throttle.ts'

/** For the cookie of a browser that has none. */
export function newDeviceToken(): string {
  return newToken()
}

/** Null where the login was never signed in with it, or the browser has no cookie. */
export function knownDeviceId(
  { db }: { readonly db: Db },
  of: { readonly loginId: string; readonly token: string | null },
): Promise<string | null> {
  const { loginId, token } = of
  if (token === null) return Promise.resolve(null)
  return findKnownDevice(db, { loginId, tokenHash: hashOfToken(token) })
}

/** What wrong factors, and codes that are sent, are counted by: see `BUDGETS`. */
export async function lanesToConfirm(
  deps: { readonly db: Db },
  asking: { readonly session: { readonly loginId: string }; readonly visit: Visit },
): Promise<{
  readonly tries: AttemptLane
  readonly codes: AttemptLane
  readonly device: string | null
}> {
  const { loginId } = asking.session
  const device = await knownDeviceId(deps, { loginId, token: asking.visit.deviceToken ?? null })
  return device === null
    ? {
        tries: { scope: 'factor-login', key: loginId },
        codes: { scope: 'code-login', key: loginId },
        device,
      }
    : {
        tries: { scope: 'factor-device', key: device },
        codes: { scope: 'code-device', key: device },
        device,
      }
}

export function rememberDevice(
  tx: Tx,
  deps: { readonly newId: NewId },
  seen: {
    readonly loginId: string
    readonly token: string
    readonly visit: Visit
    readonly at: string
  },
): Promise<void> {
  const { loginId, token, visit, at } = seen
  const { device, address } = visit
  const tokenHash = hashOfToken(token)
  return noteKnownDevice(tx, { id: deps.newId(), loginId, tokenHash, device, address, at })
}

/** The same in a transaction of its own. */
export function keepKnownDevice(
  deps: { readonly db: Db; readonly newId: NewId },
  seen: Parameters<typeof rememberDevice>[2],
): Promise<void> {
  return deps.db.transaction().execute((tx) => rememberDevice(tx, deps, seen))
}
