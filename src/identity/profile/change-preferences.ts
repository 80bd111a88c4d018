// Language and colors of a login: they follow it to every browser. The language is also that of the
// messages to the person.
import { type Theme, updatePreferences } from '#src/store/logins/logins.ts'
import { note } from '../entry/confirm.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { lockOwnPapers, savePapers } from './own-papers.ts'
import type { Asking } from './save-contacts.ts'

export async function changePreferences(
  deps: IdentityDeps,
  asking: Asking,
  to: { readonly locale: 'en' | 'es'; readonly theme: Theme },
): Promise<void> {
  const { locale, theme } = to
  const { session } = asking
  const { loginId } = session
  await deps.db.transaction().execute(async (tx) => {
    const papers = await lockOwnPapers(tx, deps, loginId)
    const other = papers.people.find(({ details }) => details.locale !== locale)
    if (other) {
      const was = other.details.locale
      const told = { kind: 'languageChanged', method: null, was, became: locale } as const
      const change = { to: (details: typeof other.details) => ({ ...details, locale }) }
      await savePapers(tx, deps, papers, { ...change, told: { ...told, wording: null } })
    }
    if (!other && locale === session.locale && theme === session.theme) return
    await updatePreferences(tx, { loginId, locale, theme })
    await note(tx, deps, asking, 'preferencesChanged', { locale, theme })
  })
}
