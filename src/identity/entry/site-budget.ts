// Wrong passwords of the whole site. Somebody who tries stolen pairs from a thousand addresses
// stays below every other budget; together they do not. Beyond so many in a minute, browsers that
// are not known wait for the next minute. A known browser does not, nor does a passkey, so that
// nobody's guessing keeps an owner out.
import type { Refusal } from '#src/domain/refusal.ts'
import type { Db, Tx } from '#src/store/database.ts'
import { countInWindow, readFullWindow } from '#src/store/logins/attempt-windows.ts'
import type { Vault } from '#src/vault/vault.ts'

type SiteDeps = { readonly vault: Vault; readonly failuresPerMinute: number }

const windowSeconds = 60

/**
 * Null while there is room. Only what turned out wrong is counted, after it did: right passwords
 * wait for no row that everybody shares.
 */
export async function siteWait(
  deps: SiteDeps & { readonly db: Db },
  now: string,
): Promise<Extract<Refusal, { code: 'waitBeforeTrying' }> | null> {
  const until = await readFullWindow(deps.db, keyOf(deps), { now, most: deps.failuresPerMinute })
  return until === null ? null : { code: 'waitBeforeTrying', until, counted: 'site' }
}

export function countOnSite(tx: Tx, deps: SiteDeps, now: string): Promise<void> {
  return countInWindow(tx, keyOf(deps), { now, seconds: windowSeconds })
}

function keyOf({ vault }: SiteDeps) {
  return { scope: 'sign-in-site', keyHash: vault.mac('attempt', 'sign-in-site', '') }
}
