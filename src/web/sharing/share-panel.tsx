// On the payoff page: let somebody else see it, and what was said about paying it.
import type { IntendedView } from '#src/servicing/sharing/intended-view.ts'
import { ButtonLink, ButtonStack } from '#src/ui/button.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { AccountVisit } from '../account-visit.tsx'
import { IntendedNote } from './intended-note.tsx'

export function SharePanel(props: {
  readonly visit: AccountVisit
  readonly intended: IntendedView | null
}) {
  const { visit, intended } = props
  const { reader, base } = visit
  const w = reader.words.sharing.panel
  return (
    <Panel title={w.title} lead={w.text}>
      <ButtonStack>
        <ButtonLink width="full" href={`${base}/payoff/links`}>
          {w.link}
        </ButtonLink>
        <ButtonLink width="full" href={`${base}/payoff/dealer`}>
          {w.paying}
        </ButtonLink>
      </ButtonStack>
      {intended && (
        <div class="mt-4">
          <IntendedNote reader={reader} view={intended} href={`${base}/payoff/dealer`} />
        </div>
      )}
    </Panel>
  )
}
