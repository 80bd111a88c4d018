import { type FieldProblem, summaryOf, type Typed } from '#src/http/form.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { CheckField } from '#src/ui/forms/check-field.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { FormFields } from '../form-session.tsx'
import { page } from '../page.tsx'
import type { WebContext } from '../request-context.ts'

type Shown = {
  readonly typed: Typed
  readonly problems: readonly FieldProblem[]
  /** What only the person can know to be right. */
  readonly asked: 'nothing' | 'zipOfState'
}

export function addressPage(c: WebContext, session: SignedInSession, shown: Shown): Response {
  const { profile, shell } = c.get('words')
  const { problems } = shown
  const { title, lead } = profile.address
  return page(c, {
    title: problems.length > 0 ? `${shell.errorPrefix} ${title}` : title,
    ...(problems.length > 0 && { status: 422 as const }),
    children: (
      <>
        <PageHeading identity={<a href="/profile">{profile.title}</a>} title={title} lead={lead} />
        {problems.length > 0 && (
          <ErrorSummary
            title={shell.errorSummary(problems.length)}
            problems={summaryOf(problems)}
          />
        )}
        <Panel>
          <AddressForm c={c} session={session} shown={shown} />
        </Panel>
      </>
    ),
  })
}

function AddressForm(props: { c: WebContext; session: SignedInSession; shown: Shown }) {
  const { c, shown } = props
  const { address: w } = c.get('words').profile
  const { typed, problems } = shown
  const field = (name: string) => {
    const error = problems.find((problem) => problem.field === name)?.message
    return { id: name, name, value: typed[name] ?? '', ...(error !== undefined && { error }) }
  }
  return (
    <form class="k-fields" method="post" action="/profile/address">
      <FormFields c={c} session={props.session} />
      <TextField
        {...field('street')}
        label={w.street}
        maxlength={100}
        autocomplete="address-line1"
      />
      <TextField
        {...field('city')}
        label={w.city}
        maxlength={60}
        autocomplete="address-level2"
        width="medium"
      />
      <TextField
        {...field('state')}
        label={w.state}
        hint={w.stateHint}
        maxlength={40}
        autocomplete="address-level1"
        width="medium"
      />
      <TextField
        {...field('postalCode')}
        label={w.zip}
        hint={w.zipHint}
        maxlength={10}
        autocomplete="postal-code"
        width="short"
      />
      {shown.asked === 'zipOfState' && <CheckField id="sure" name="sure" label={w.sure} />}
      <Buttons>
        <Button look="primary">{w.submit}</Button>
        <ButtonLink href="/profile">{w.back}</ButtonLink>
      </Buttons>
    </form>
  )
}
