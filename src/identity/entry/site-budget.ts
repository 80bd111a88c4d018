// Wrong passwords of the whole site. Somebody who tries stolen pairs from a thousand addresses
// stays below every other budget; together they do not. Beyond so many in a minute, browsers that
// are not known wait for the next minute. A known browser does not, nor does a passkey, so that
// nobody's guessing keeps an owner out.
import type { Refusal } from '#src/domain/refusal.ts'
import type { Tx } from '#src/store/database.ts'
import { countInWindow } from '#src/store/logins/front-door.ts'
import type { Vault } from '#src/vault/vault.ts'

type SiteDeps = { readonly vault: Vault; readonly failuresPerMinute: number }

const windowSeconds = 60

/**
 * Where the window is read. Only what turned out wrong is counted, after it did: right passwords
 * wait for no row that everybody shares.
 */
export function siteWindow(deps: SiteDeps) {
  return { ...keyOf(deps), most: deps.failuresPerMinute }
}

/** `until`: when a window ends that is full. */
export function siteWait(until: string): Extract<Refusal, { code: 'waitBeforeTrying' }> {
  return { code: 'waitBeforeTrying', until, counted: 'site' }
}

export function countOnSite(tx: Tx, deps: SiteDeps, now: string): Promise<void> {
  return countInWindow(tx, keyOf(deps), { now, seconds: windowSeconds })
}

function keyOf({ vault }: SiteDeps) {
  return { scope: 'sign-in-site', keyHash: vault.mac('attempt', 'sign-in-site', '') }
}
