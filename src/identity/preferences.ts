// Language and colors of a login: they follow it to every browser.
import type { Clock } from '#src/domain/clock.ts'
import type { Db } from '#src/store/database.ts'
import { type Theme, updatePreferences } from '#src/store/logins/logins.ts'
import type { Vault } from '#src/vault/vault.ts'
import { recordAccess } from './access-log.ts'
import type { SignedInSession, Visit } from './sessions.ts'

export async function changePreferences(
  deps: { readonly db: Db; readonly vault: Vault; readonly clock: Clock },
  change: {
    readonly session: SignedInSession
    readonly visit: Visit
    readonly locale: string
    readonly theme: Theme
  },
): Promise<void> {
  const { session, visit, locale, theme } = change
  if (locale === session.locale && theme === session.theme) return
  const { loginId } = session
  await deps.db.transaction().execute(async (tx) => {
    await updatePreferences(tx, { loginId, locale, theme })
    const at = { vault: deps.vault, now: deps.clock.now() }
    const details = { locale, theme }
    await recordAccess(tx, at, { loginId, action: 'preferencesChanged', visit, details })
  })
}
