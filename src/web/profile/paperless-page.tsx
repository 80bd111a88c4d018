import { type FieldProblem, summaryOf, type Typed } from '#src/http/form.ts'
import { paperlessOf } from '#src/identity/profile/choose-paperless.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { CheckField } from '#src/ui/forms/check-field.tsx'
import { ChoiceList } from '#src/ui/forms/choice-list.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { FormFields } from '../form-session.tsx'
import { page } from '../page.tsx'
import type { WebContext } from '../request-context.ts'

type Shown = { readonly typed: Typed; readonly problems: readonly FieldProblem[] }

/** Nothing is chosen before the person has. */
export async function paperlessPage(
  c: WebContext,
  session: SignedInSession,
  form: Shown,
): Promise<Response> {
  const { documents, profile, shell } = c.get('words')
  const w = documents.consent
  const { problems } = form
  const isRefused = problems.length > 0
  const chosen = await paperlessOf(c.get('web').db, session)
  const stands = chosen && !chosen.isOutdated ? chosen.papers : ''
  return page(c, {
    title: isRefused ? `${shell.errorPrefix} ${w.title}` : w.title,
    ...(isRefused && { status: 422 as const }),
    children: (
      <>
        <PageHeading
          identity={<a href="/profile">{profile.title}</a>}
          title={w.title}
          lead={w.lead}
        />
        <div class="k-flow">
          {isRefused && (
            <ErrorSummary
              title={shell.errorSummary(problems.length)}
              problems={summaryOf(problems)}
            />
          )}
          <Notice c={c} />
          <Panel>
            <ChoiceForm c={c} session={session} form={form} stands={stands} />
          </Panel>
        </div>
      </>
    ),
  })
}

function Notice({ c }: { c: WebContext }) {
  const w = c.get('words').documents.consent
  const { name, phone } = c.get('web').config.lender
  return (
    <>
      <Panel title={w.notice.heading}>
        <div class="k-flow">
          {w.notice.parts({ name, phone }).map(({ title, text }) => (
            <div>
              <h3 class="k-name">{title}</h3>
              <p>{text}</p>
            </div>
          ))}
        </div>
      </Panel>
      <Panel title={w.show.heading}>
        <div class="k-flow">
          <p>{w.show.text}</p>
          <p>
            <a href="/profile/paperless/sample" target="_blank" rel="noopener">
              {w.show.link}
            </a>
          </p>
        </div>
      </Panel>
    </>
  )
}

function ChoiceForm(props: {
  c: WebContext
  session: SignedInSession
  form: Shown
  stands: string
}) {
  const { c, session, form, stands } = props
  const w = c.get('words').documents.consent
  const { typed, problems } = form
  const error = (field: string) => {
    const message = problems.find((each) => each.field === field)?.message
    return message === undefined ? {} : { error: message }
  }
  return (
    <form class="k-fields" method="post" action="/profile/paperless">
      <FormFields c={c} session={session} />
      <ChoiceList
        id="papers"
        name="papers"
        legend={w.choice}
        value={typed.papers ?? stands}
        {...error('papers')}
        choices={[
          {
            value: 'online',
            name: w.online,
            note: w.onlineNote,
            fields: (
              <div class="k-fields">
                <TextField
                  id="code"
                  name="code"
                  label={w.code}
                  value={typed.code ?? ''}
                  width="short"
                  maxlength={20}
                  autocomplete="off"
                  spelling="off"
                  {...error('code')}
                />
                <CheckField
                  id="agreed"
                  name="agreed"
                  label={w.agree}
                  checked={typed.agreed === 'yes'}
                  {...error('agreed')}
                />
              </div>
            ),
          },
          { value: 'mail', name: w.mail, note: w.mailNote },
        ]}
      />
      <Buttons phone="stacked">
        <Button look="primary">{w.submit}</Button>
        <ButtonLink look="quiet" href="/profile">
          {w.back}
        </ButtonLink>
      </Buttons>
    </form>
  )
}
