import type { Profile } from '#src/identity/profile/view-profile.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { readerOf } from '../reader.ts'
import type { WebContext } from '../request-context.ts'

/** What holds; the page behind it tells what it means before anybody chooses. */
export function PaperlessPanel({ c, profile }: { c: WebContext; profile: Profile }) {
  const { profile: own, documents } = c.get('words')
  const w = documents.consent
  const { paperless: chosen } = profile
  const state = chosen === null ? 'never' : chosen.isOutdated ? 'outdated' : chosen.papers
  return (
    <Panel title={own.paperless.heading}>
      <div class="k-flow">
        <p>{w.states[state]}</p>
        {chosen && <p class="k-small k-ink2">{w.since(readerOf(c).day(chosen.at))}</p>}
        <Buttons>
          <ButtonLink href="/profile/paperless">{w.change}</ButtonLink>
        </Buttons>
      </div>
    </Panel>
  )
}
