// What a person chose about papers and language.
import type { Profile } from '#src/identity/profile/view-profile.ts'
import { Panel } from '#src/ui/panel.tsx'
import type { WebContext } from '../request-context.ts'
import { PaperlessPanel } from './paperless-panel.tsx'

export function SidePanels(props: { c: WebContext; profile: Profile }) {
  return (
    <>
      <PaperlessPanel c={props.c} profile={props.profile} />
      <LanguagePanel c={props.c} profile={props.profile} />
    </>
  )
}

function LanguagePanel({ c, profile }: { c: WebContext; profile: Profile }) {
  const { language: w } = c.get('words').profile
  return (
    <Panel title={w.heading}>
      <div class="k-flow">
        <p>{w.text(w.names[profile.locale])}</p>
        <p>
          <a href="/preferences">{w.change}</a>
        </p>
      </div>
    </Panel>
  )
}
