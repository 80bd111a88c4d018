import type { FieldProblem } from '#src/http/form.ts'
import type { Profile } from '#src/identity/profile/view-profile.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { RadioGroup } from '#src/ui/forms/check-field.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { FormFields } from '../form-session.tsx'
import { readerOf } from '../reader.ts'
import type { WebContext } from '../request-context.ts'

/** A wish, and what it does not do. Nothing is chosen before the person has. */
export function PaperlessPanel(props: {
  c: WebContext
  session: SignedInSession
  profile: Profile
  problems: readonly FieldProblem[]
}) {
  const { c, session, profile } = props
  const { paperless: w } = c.get('words').profile
  const chosen = profile.paperless
  const error = props.problems.find(({ field }) => field === 'papers')?.message
  return (
    <Panel title={w.heading}>
      <form class="k-fields" method="post" action="/profile/paperless">
        <FormFields c={c} session={session} />
        <RadioGroup
          id="papers"
          name="papers"
          legend={w.lead}
          {...(error !== undefined && { error })}
          {...(chosen && { value: chosen.papers })}
          options={[
            { value: 'online', label: w.online },
            { value: 'mail', label: w.mail },
          ]}
        />
        <p class="k-small k-ink2">
          {chosen && `${w.chosen(readerOf(c).day(chosen.at))} `}
          {w.meaning}
        </p>
        <Buttons>
          <Button>{w.submit}</Button>
        </Buttons>
      </form>
    </Panel>
  )
}
